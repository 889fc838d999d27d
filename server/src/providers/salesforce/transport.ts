import { PassThrough } from 'node:stream';
import type { HttpRequest, HttpResponse } from 'jsforce/lib/types/index.js';
import transportModule from 'jsforce/lib/transport.js';
import promiseModule from 'jsforce/lib/util/promise.js';
import { ProviderError } from '../../platform/provider-error.ts';
import { callVendor } from '../http.ts';
import { toCallError } from './api-errors.ts';
import { strangerIn } from './strangers.ts';

export interface Session {
  accessToken: string;
  /** The origin that alone may get the token. */
  instanceUrl: string;
}

export interface TransportOptions {
  session: Session;
  /** Gives a working session in place of the one whose token Salesforce refused. Throws a ProviderError when there is none. */
  onExpired(expiredAccessToken: string): Promise<Session>;
  timeoutMs?: number | undefined;
}

/** Answers of kind 401 that a fresh token does not mend: the org's policy refuses the app. */
const POLICY_REFUSES = /Connected app is not attached to Agent|This session is not valid for use with the REST API/;

/**
 * What jsforce sends through: one request per call, no retry, no redirect, an end after 30 s, the token for the
 * instance only, and after a 401 exactly one repetition with a fresh token.
 */
export class PinnedTransport extends transportModule.Transport {
  readonly #options: TransportOptions;
  #session: Session;

  constructor(options: TransportOptions) {
    super();
    this.#options = options;
    this.#session = options.session;
  }

  override httpRequest(request: HttpRequest): ReturnType<InstanceType<typeof transportModule.Transport>['httpRequest']> {
    return promiseModule.StreamPromise.create(() => ({ stream: new PassThrough(), promise: this.#sendWithOneReplay(request) }));
  }

  async #sendWithOneReplay(request: HttpRequest): Promise<HttpResponse> {
    const used = this.#session;
    const first = await this.#send(request, used);
    if (first.statusCode !== 401 || POLICY_REFUSES.test(first.body)) return first;
    if (this.#session === used) this.#session = await this.#options.onExpired(used.accessToken);
    return this.#send(request, this.#session);
  }

  async #send(request: HttpRequest, session: Session): Promise<HttpResponse> {
    const answer = await callVendor({
      method: request.method,
      url: pinned(request.url, this.#options.session.instanceUrl, session.instanceUrl),
      timeoutMs: this.#options.timeoutMs,
      headers: { ...withoutFraming(request.headers), authorization: `Bearer ${session.accessToken}` },
      body: typeof request.body === 'string' ? request.body : undefined,
    }).catch((error: unknown) => {
      throw toCallError(request.method, error);
    });
    const stranger = strangerIn(answer);
    if (stranger) throw stranger;
    const headers: Record<string, string> = {};
    answer.headers.forEach((value, name) => (headers[name] = value));
    return { statusCode: answer.status, headers, body: answer.body };
  }
}

/** The address of a request at the session's instance; refuses any other host, whoever put it there. */
function pinned(requestUrl: string, builtFor: string, instanceUrl: string): string {
  const url = new URL(requestUrl, builtFor);
  if (url.origin !== builtFor || !url.pathname.startsWith('/services/data/'))
    throw new ProviderError('invalid', 'A request to Salesforce must stay at the instance of the connection.', {
      provider: 'salesforce',
      vendorCode: 'HOST_NOT_ALLOWED',
    });
  return instanceUrl + url.pathname + url.search;
}

/** The bytes are counted anew where they are sent, and a header that says otherwise is refused. */
function withoutFraming(headers: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(content-length|authorization)$/i.test(name)));
}
