import { ProviderError } from '../../platform/provider-error.ts';
import type { OutgoingMessage, SendHooks, SentMessage } from '../mailbox.ts';
import { attachFiles } from './attach-files.ts';
import { createDraft, findItem, type Item } from './drafts.ts';
import { graph } from './graph.ts';
import type { MicrosoftSettings } from './settings.ts';
import { makesDrafts } from './tiers.ts';

/**
 * Sends through a draft where the scopes allow one, else in one shot. An attempt that once made a draft is never
 * finished in one shot: the draft may have left.
 */
export function send(settings: MicrosoftSettings, accessToken: string, message: OutgoingMessage, hooks: SendHooks): Promise<SentMessage> {
  return sendOneWay(settings, accessToken, message, hooks).catch((error: unknown) => {
    throw error instanceof ProviderError ? meaningForSend(error) : error;
  });
}

/** The sender that the message names; all else that is forbidden to a send is forbidden to the mailbox. */
const ABOUT_THE_SENDER = new Set(['ErrorSendAsDenied', 'ErrorSendOnBehalfOfDenied']);

/** A policy of the tenant refuses with the same words as a fault that passes, so that nothing is concluded from it at once. */
function meaningForSend(error: ProviderError): ProviderError {
  const { kind, vendorCode = '', vendorRequestId, message } = error;
  if (kind !== 'permission' || ABOUT_THE_SENDER.has(vendorCode)) return error;
  return new ProviderError('admin_action', message, {
    provider: 'microsoft',
    vendorCode,
    vendorRequestId,
    trouble: 'doubtful',
    cause: error,
  });
}

async function sendOneWay(
  settings: MicrosoftSettings,
  accessToken: string,
  message: OutgoingMessage,
  hooks: SendHooks,
): Promise<SentMessage> {
  if (makesDrafts(hooks.scopes)) return sendDraft(settings, accessToken, message, hooks);
  if (hooks.draftId)
    throw new ProviderError('uncertain', 'The prepared message can no longer be looked at: the permission for it is gone.', {
      provider: 'microsoft',
    });
  if (message.files)
    throw new ProviderError('invalid', 'The message is larger than Microsoft takes without a draft.', {
      provider: 'microsoft',
      vendorCode: 'RequestEntityTooLarge',
    });
  return sendAtOnce(settings, accessToken, message);
}

/**
 * Draft, remember it, add the files that were too large for it, send exactly that draft. With the draft of an earlier attempt nothing is
 * made anew: what is no draft any more has left already, and a draft that has disappeared leaves the outcome `uncertain`.
 */
async function sendDraft(
  settings: MicrosoftSettings,
  accessToken: string,
  message: OutgoingMessage,
  hooks: SendHooks,
): Promise<SentMessage> {
  let draftId = hooks.draftId;
  const isNew = draftId === undefined;
  if (draftId) {
    const earlier = await findItem(settings, accessToken, draftId);
    if (!earlier)
      throw new ProviderError('uncertain', 'The prepared message is no longer where Microsoft had put it.', { provider: 'microsoft' });
    if (!earlier.isDraft) return sentMessage(earlier);
  } else {
    draftId = (await createDraft(settings, accessToken, message)).id;
    await hooks.onPrepared(draftId);
  }
  if (message.files) await attachFiles(settings, accessToken, draftId, message.files, isNew);
  await graph(settings, accessToken, {
    method: 'POST',
    path: `/me/messages/${encodeURIComponent(draftId)}/send`,
    effect: 'message leaves',
  });
  return readBack(settings, accessToken, draftId);
}

/** With Mail.Send alone Microsoft takes the message without naming it: a send without an answer can never be found out. */
async function sendAtOnce(settings: MicrosoftSettings, accessToken: string, message: OutgoingMessage): Promise<SentMessage> {
  await graph(settings, accessToken, {
    method: 'POST',
    path: '/me/sendMail',
    contentType: 'text/plain',
    body: message.mime.toString('base64'),
    effect: 'message leaves',
  });
  return { providerMessageId: null, providerThreadId: null, sentMessageId: null };
}

/** The ids that the message really carries; where they cannot be read yet the send has succeeded all the same. */
async function readBack(settings: MicrosoftSettings, accessToken: string, draftId: string): Promise<SentMessage> {
  const item = await findItem(settings, accessToken, draftId).catch(() => null);
  return item ? sentMessage(item) : { providerMessageId: draftId, providerThreadId: null, sentMessageId: null, isOnItsWay: true };
}

export function sentMessage(item: Item): SentMessage {
  const { id: providerMessageId, conversationId, internetMessageId, webLink, isDraft } = item;
  const named = { providerMessageId, providerThreadId: conversationId ?? null };
  // While the copy is on its way to Sent the transport may still replace the Message-ID, and the link may end
  if (isDraft) return { ...named, sentMessageId: null, isOnItsWay: true };
  return { ...named, sentMessageId: internetMessageId ?? null, webLink: webLink ?? undefined };
}
