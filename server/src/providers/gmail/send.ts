import { Readable } from 'node:stream';
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import { ProviderError } from '../../platform/provider-error.ts';
import type { OutgoingMessage, SentMessage } from '../mailbox.ts';
import { gmailApi, once } from './clients.ts';
import { apiError } from './errors.ts';
import { sentHeadersOf } from './headers.ts';
import { canReadHeaders, type GmailSettings } from './settings.ts';

/** The JSON body takes about 5 MB, and base64 makes a third more of it: larger messages go as an upload. */
const LARGEST_JSON_BYTES = 3_500_000;

/** Sends once. The real Message-ID is read back where the scopes allow; failing at that is no failure of the send. */
export async function send(
  settings: GmailSettings,
  accessToken: string,
  message: OutgoingMessage,
  scopes: readonly string[],
): Promise<SentMessage> {
  const api = await gmailApi(settings, accessToken);
  const { data } = await submitInThread(settings, api, message);
  if (!data.id) throw new ProviderError('uncertain', 'Gmail took the message without naming it.', { provider: 'google' });
  return {
    providerMessageId: data.id,
    providerThreadId: data.threadId ?? null,
    sentMessageId: canReadHeaders(scopes) ? await realMessageId(settings, api, data.id) : null,
  };
}

/** In its thread, or by its headers alone where the rep has deleted that thread: Gmail has sent nothing then. */
async function submitInThread(settings: GmailSettings, api: gmail_v1.Gmail, message: OutgoingMessage) {
  const attempt = (threadId: string | null) =>
    submit(settings, api, message.mime, threadId).catch((error: unknown) => {
      throw withRefusedRecipients(apiError(error, 'send', settings.clock.now()), message);
    });
  const threadId = message.thread?.threadId ?? null;
  try {
    return await attempt(threadId);
  } catch (error) {
    if (threadId === null || !isAboutThread(error)) throw error;
    return attempt(null);
  }
}

/** 404, or 400 "Invalid thread_id value". */
function isAboutThread(error: unknown): boolean {
  return error instanceof ProviderError && (error.kind === 'not_found' || (error.kind === 'invalid' && /thread/i.test(error.message)));
}

function submit(settings: GmailSettings, api: gmail_v1.Gmail, mime: Buffer, threadId: string | null) {
  if (mime.byteLength <= LARGEST_JSON_BYTES)
    return api.users.messages.send(
      { userId: 'me', requestBody: { raw: mime.toString('base64url'), ...(threadId === null ? {} : { threadId }) } },
      once(settings),
    );
  const mimeType = 'message/rfc822';
  if (threadId === null) return api.users.messages.send({ userId: 'me', media: { mimeType, body: mime } }, once(settings));
  // Beside other fields the library takes a stream and no Buffer
  const media = { mimeType, body: Readable.from([mime]) };
  return api.users.messages.send({ userId: 'me', requestBody: { threadId }, media }, once(settings));
}

/** Gmail may replace our Message-ID, and answers to the email refer to the one it really carries. */
async function realMessageId(settings: GmailSettings, api: gmail_v1.Gmail, id: string): Promise<string | null> {
  try {
    return (await sentHeadersOf(settings, api, id)).messageId;
  } catch {
    return null;
  }
}

const ADDRESS_REFUSED = /\bInvalid (To|Cc|Bcc) header\b/i;

/** Gmail names the header and not the address, so all that stands there is named. */
function withRefusedRecipients(error: ProviderError, { mime, recipients }: OutgoingMessage): ProviderError {
  const header = error.kind === 'invalid' && ADDRESS_REFUSED.exec(error.message)?.[1];
  if (!header) return error;
  const { provider, vendorCode, vendorRequestId, cause } = error;
  const words = wordsOf(mime, header);
  const refusedRecipients = recipients.filter((address) => words.has(address.toLowerCase()));
  return new ProviderError('invalid', error.message, { provider, vendorCode, vendorRequestId, cause, refusedRecipients });
}

/** What stands in a header between spaces, commas and brackets: addresses and the words of names. */
function wordsOf(mime: Buffer, header: string): Set<string> {
  const head = mime.subarray(0, Math.max(0, mime.indexOf('\r\n\r\n'))).toString('utf8');
  const value = new RegExp(`^${header}:((?:[^\\r\\n]|\\r\\n[ \\t])*)`, 'im').exec(head)?.[1] ?? '';
  return new Set(value.toLowerCase().split(/[\s,;<>]+/));
}
