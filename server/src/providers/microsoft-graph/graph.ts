import { ProviderError } from '../../platform/provider-error.ts';
import { callVendor, jsonOf, neverLeft, type VendorAnswer } from '../http.ts';
import { graphError } from './graph-errors.ts';
import { graphUrl, type MicrosoftSettings } from './settings.ts';

export interface GraphCall {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below /v1.0 */
  path: string;
  body?: string | undefined;
  contentType?: string | undefined;
  /** For a list that comes in pages. */
  pageSize?: number | undefined;
  signal?: AbortSignal | undefined;
  /** `message leaves`: without an answer nobody knows whether it left. `none`: the call can be repeated. */
  effect: 'message leaves' | 'none';
}

/** Ids must not change when the item moves from Drafts to Sent. */
const PREFER = 'IdType="ImmutableId"';

/** One call of Graph, sent once. Gives the parsed body, an empty object where there is none. All failures are ProviderError. */
export async function graph(settings: MicrosoftSettings, accessToken: string, call: GraphCall): Promise<unknown> {
  return jsonOf((await callGraph(settings, accessToken, call)).body);
}

/** As `graph`, for a body that is no JSON. */
export async function graphBytes(settings: MicrosoftSettings, accessToken: string, call: GraphCall): Promise<Buffer> {
  return (await callGraph(settings, accessToken, call)).bytes;
}

async function callGraph(settings: MicrosoftSettings, accessToken: string, call: GraphCall): Promise<VendorAnswer> {
  const answer = await callVendor({
    method: call.method,
    url: graphUrl(settings) + call.path,
    timeoutMs: settings.timeoutMs,
    signal: call.signal,
    headers: {
      authorization: `Bearer ${accessToken}`,
      prefer: call.pageSize === undefined ? PREFER : `${PREFER}, odata.maxpagesize=${String(call.pageSize)}`,
      ...(call.contentType ? { 'content-type': call.contentType } : {}),
    },
    body: call.body,
  }).catch((error: unknown) => {
    const details = { provider: 'microsoft' as const, cause: error };
    if (call.effect === 'none' || neverLeft(error)) throw new ProviderError('transient', 'Microsoft could not be reached.', details);
    throw new ProviderError('uncertain', 'Microsoft did not answer, and may have sent the message.', details);
  });
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw graphError(answer, call.effect, settings.clock.now());
}

/**
 * The path of a link that Graph gave for the next page or the next look; null when it leads elsewhere than to the Graph
 * that this service talks to, where no token of ours may go.
 */
export function pathOfLink(settings: MicrosoftSettings, link: string): string | null {
  const base = `${graphUrl(settings)}/`;
  return URL.canParse(link) && new URL(link).href.startsWith(base) ? new URL(link).href.slice(base.length - 1) : null;
}
