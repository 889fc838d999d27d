import { ProviderError } from '../../platform/provider-error.ts';
import type { OutgoingMessage, SendHooks, SentMessage } from '../mailbox.ts';
import { createDraft, findItem, type Item } from './drafts.ts';
import { graph } from './graph.ts';
import type { MicrosoftSettings } from './settings.ts';

/**
 * Draft, remember it, send exactly that draft. With the draft of an earlier attempt nothing is made anew: what is no
 * draft any more has left already, and a draft that has disappeared leaves the outcome `uncertain`.
 */
export async function send(
  settings: MicrosoftSettings,
  accessToken: string,
  message: OutgoingMessage,
  hooks: SendHooks,
): Promise<SentMessage> {
  let draftId = hooks.draftId;
  if (draftId) {
    const earlier = await findItem(settings, accessToken, draftId);
    if (!earlier)
      throw new ProviderError('uncertain', 'The prepared message is no longer where Microsoft had put it.', { provider: 'microsoft' });
    if (!earlier.isDraft) return sentMessage(earlier);
  } else {
    draftId = (await createDraft(settings, accessToken, message.mime)).id;
    await hooks.onPrepared(draftId);
  }
  await graph(settings, accessToken, {
    method: 'POST',
    path: `/me/messages/${encodeURIComponent(draftId)}/send`,
    effect: 'message leaves',
  });
  return readBack(settings, accessToken, draftId);
}

/** The ids that the message really carries; where they cannot be read yet the send has succeeded all the same. */
async function readBack(settings: MicrosoftSettings, accessToken: string, draftId: string): Promise<SentMessage> {
  const item = await findItem(settings, accessToken, draftId).catch(() => null);
  return item ? sentMessage(item) : { providerMessageId: draftId, providerThreadId: null, sentMessageId: null };
}

export const sentMessage = (item: Item): SentMessage => ({
  providerMessageId: item.id,
  providerThreadId: item.conversationId ?? null,
  sentMessageId: item.internetMessageId ?? null,
});
