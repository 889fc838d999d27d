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
  const { data } = await submit(settings, api, message.mime).catch((error: unknown) => {
    throw apiError(error, 'send', settings.clock.now());
  });
  if (!data.id) throw new ProviderError('uncertain', 'Gmail took the message without naming it.', { provider: 'google' });
  return {
    providerMessageId: data.id,
    providerThreadId: data.threadId ?? null,
    sentMessageId: canReadHeaders(scopes) ? await realMessageId(settings, api, data.id) : null,
  };
}

function submit(settings: GmailSettings, api: gmail_v1.Gmail, mime: Buffer) {
  if (mime.byteLength <= LARGEST_JSON_BYTES)
    return api.users.messages.send({ userId: 'me', requestBody: { raw: mime.toString('base64url') } }, once(settings));
  return api.users.messages.send({ userId: 'me', media: { mimeType: 'message/rfc822', body: mime } }, once(settings));
}

/** Gmail may replace our Message-ID, and answers to the email refer to the one it really carries. */
async function realMessageId(settings: GmailSettings, api: gmail_v1.Gmail, id: string): Promise<string | null> {
  try {
    return (await sentHeadersOf(settings, api, id)).messageId;
  } catch {
    return null;
  }
}
