import { z } from 'zod';
import { ProviderError } from '../../platform/provider-error.ts';
import { callVendor, neverLeft } from '../http.ts';
import type { OutgoingFile } from '../mailbox.ts';
import { graph, pathOfLink } from './graph.ts';
import { graphError } from './graph-errors.ts';
import { graphUrl, type MicrosoftSettings } from './settings.ts';

/** Up to here a file goes in one request; base64 makes 4 MB of it, which Graph takes. */
const MOST_IN_ONE_REQUEST = 3_000_000;
/** Parts of an upload are multiples of 320 KiB (MS Learn, "Attach large files to Outlook messages"), and at most 4 MB. */
const PART_BYTES = 10 * 320 * 1024;
/**
 * Sending begins before this is over: an attempt is taken for ended five minutes after its beginning, and the draft is pending that long
 * after it was sent.
 */
const ATTACH_WITHIN_MS = 2 * 60_000;

const Attachments = z.object({
  value: z.array(z.object({ name: z.string().nullish(), isInline: z.boolean().nullish() })),
  '@odata.nextLink': z.string().optional(),
});
const Session = z.object({ uploadUrl: z.url() });

/**
 * Adds files to a draft, one after another, each once: what an earlier attempt has added stays. Resolves when the draft has as many as it
 * is to have, whatever Microsoft answered before. Nothing leaves by it, so that whatever fails can be done again with the same draft. All
 * failures are ProviderError.
 */
export async function attachFiles(
  settings: MicrosoftSettings,
  accessToken: string,
  draftId: string,
  files: readonly OutgoingFile[],
  /** Made in this attempt: there is nothing in it yet. */
  isNew: boolean,
): Promise<void> {
  const signal = AbortSignal.timeout(ATTACH_WITHIN_MS);
  const place = `/me/messages/${encodeURIComponent(draftId)}/attachments`;
  const there = isNew ? [] : await namesIn(settings, accessToken, place);
  for (const file of files.filter(({ name }) => !there.includes(name)))
    await (file.bytes.byteLength <= MOST_IN_ONE_REQUEST
      ? attachAtOnce(settings, accessToken, place, file, signal)
      : upload(settings, await openSession(settings, accessToken, place, file, signal), file, signal));
  // By their number: Exchange may write a name in another way
  if ((await namesIn(settings, accessToken, place)).length < files.length)
    throw new ProviderError('transient', 'Microsoft has not kept a file of the message.', { provider: 'microsoft' });
}

/** The names of the files of a draft; pictures in the words are none. */
async function namesIn(settings: MicrosoftSettings, accessToken: string, place: string): Promise<string[]> {
  const names: string[] = [];
  let path: string | null = `${place}?$select=id,name,isInline`;
  while (path !== null) {
    const answer: unknown = await graph(settings, accessToken, { method: 'GET', path, effect: 'none' });
    const { data } = Attachments.safeParse(answer);
    const next = data?.['@odata.nextLink'];
    path = next === undefined ? null : pathOfLink(settings, next);
    if (!data || (next !== undefined && path === null)) throw unreadable('the files of a draft');
    names.push(...data.value.flatMap(({ name, isInline }) => (isInline ? [] : [name ?? ''])));
  }
  return names;
}

async function attachAtOnce(
  settings: MicrosoftSettings,
  accessToken: string,
  path: string,
  { name, type, bytes }: OutgoingFile,
  signal: AbortSignal,
): Promise<void> {
  const file = { '@odata.type': '#microsoft.graph.fileAttachment', name, contentType: type, contentBytes: bytes.toString('base64') };
  const body = JSON.stringify(file);
  await graph(settings, accessToken, { method: 'POST', path, contentType: 'application/json', body, signal, effect: 'none' });
}

async function openSession(
  settings: MicrosoftSettings,
  accessToken: string,
  place: string,
  { name, type, bytes }: OutgoingFile,
  signal: AbortSignal,
): Promise<URL> {
  const item = { attachmentType: 'file', name, contentType: type, size: bytes.byteLength };
  const session = Session.safeParse(
    await graph(settings, accessToken, {
      method: 'POST',
      path: `${place}/createUploadSession`,
      contentType: 'application/json',
      body: JSON.stringify({ AttachmentItem: item }),
      signal,
      effect: 'none',
    }),
  );
  if (!session.success) throw unreadable('the address for a file');
  const url = new URL(session.data.uploadUrl);
  if (!isMicrosofts(settings, url))
    throw new ProviderError('transient', 'The address for a file is not of Microsoft.', { provider: 'microsoft' });
  return url;
}

/** Domains below which Exchange Online takes uploads, the national clouds among them. */
const HOSTS = /(?:^|\.)(?:office\.com|office365\.com|outlook\.com|microsoft\.com|office365\.us|office\.de|partner\.outlook\.cn)$/;

/** The words of a rep's file go nowhere else. */
function isMicrosofts(settings: MicrosoftSettings, url: URL): boolean {
  if (settings.graphBaseUrl !== undefined && url.origin === new URL(graphUrl(settings)).origin) return true;
  return url.protocol === 'https:' && HOSTS.test(url.hostname);
}

/** The address itself is the permission: a token of ours is not sent there. */
async function upload(settings: MicrosoftSettings, url: URL, { bytes }: OutgoingFile, signal: AbortSignal): Promise<void> {
  for (let from = 0; from < bytes.byteLength; from += PART_BYTES) {
    const part = bytes.subarray(from, from + PART_BYTES);
    const answer = await callVendor({
      method: 'PUT',
      url: url.href,
      timeoutMs: settings.timeoutMs,
      signal,
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(part.byteLength),
        'content-range': `bytes ${String(from)}-${String(from + part.byteLength - 1)}/${String(bytes.byteLength)}`,
      },
      body: part,
    }).catch((error: unknown) => {
      const words = neverLeft(error) ? 'Microsoft could not be reached.' : 'Microsoft did not answer while it took a file.';
      throw new ProviderError('transient', words, { provider: 'microsoft', cause: error });
    });
    if (answer.status < 200 || answer.status >= 300) throw meaningForUpload(graphError(answer, 'none', settings.clock.now()));
  }
}

/** A session that has ended is no matter of the email: the next attempt opens another. */
function meaningForUpload(error: ProviderError): ProviderError {
  if (error.kind !== 'not_found' && error.kind !== 'auth_expired' && error.kind !== 'permission' && error.kind !== 'conflict') return error;
  const { message, vendorCode, vendorRequestId } = error;
  return new ProviderError('transient', message, { provider: 'microsoft', vendorCode, vendorRequestId, cause: error });
}

function unreadable(what: string): ProviderError {
  return new ProviderError('transient', `Microsoft answered something else than ${what}.`, { provider: 'microsoft' });
}
