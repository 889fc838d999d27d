import { z } from 'zod';
import { ProviderError, type ProviderErrorKind } from '../../platform/provider-error.ts';
import type { OutgoingMessage } from '../mailbox.ts';
import { graph } from './graph.ts';
import type { MicrosoftSettings } from './settings.ts';

const Item = z.object({
  id: z.string().min(1),
  isDraft: z.boolean(),
  internetMessageId: z.string().nullish(),
  conversationId: z.string().nullish(),
  webLink: z.string().nullish(),
});
export type Item = z.infer<typeof Item>;
const Items = z.object({ value: z.array(Item) });

const SELECT = '$select=id,internetMessageId,conversationId,isDraft,webLink';

/**
 * Makes a draft out of a complete message, as a reply to the message that it follows where Microsoft still has that: then it stands in the
 * same conversation. When the answer is lost, the draft may lie in the rep's Drafts all the same: it is
 * looked for, so that the rep does not find a second one there and send it.
 */
export async function createDraft(
  settings: MicrosoftSettings,
  accessToken: string,
  message: Pick<OutgoingMessage, 'mime' | 'messageId' | 'thread'>,
): Promise<Item> {
  const { originalId = null } = message.thread ?? {};
  if (originalId === null) return createAt(settings, accessToken, '/me/messages', message);
  try {
    return await createAt(settings, accessToken, `/me/messages/${encodeURIComponent(originalId)}/createReply`, message);
  } catch (error) {
    if (!(error instanceof ProviderError) || !ABOUT_THE_ORIGINAL.has(error.kind)) throw error;
    return createAt(settings, accessToken, '/me/messages', message);
  }
}

/** Refusals that the message may not get without the message it follows. */
const ABOUT_THE_ORIGINAL = new Set<ProviderErrorKind>(['not_found', 'invalid', 'conflict', 'permission', 'admin_action']);

async function createAt(
  settings: MicrosoftSettings,
  accessToken: string,
  path: string,
  { mime, messageId }: Pick<OutgoingMessage, 'mime' | 'messageId'>,
): Promise<Item> {
  const create = async (): Promise<Item> => {
    const item = Item.safeParse(
      await graph(settings, accessToken, {
        method: 'POST',
        path,
        contentType: 'text/plain',
        body: mime.toString('base64'),
        effect: 'none',
      }),
    );
    if (!item.success) throw new ProviderError('transient', 'Microsoft made a draft without naming it.', { provider: 'microsoft' });
    return item.data;
  };
  try {
    return await create();
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    // Where nothing can be made there is no mailbox, in one of the words that Graph has for it. Nothing has left
    if (error.kind === 'not_found') throw noMailbox(error);
    if (error.kind !== 'transient') throw error;
    const made = await findByMessageId(settings, accessToken, messageId).catch(() => []);
    const draft = made.find(({ isDraft }) => isDraft);
    if (!draft) throw error;
    return draft;
  }
}

function noMailbox({ message, vendorCode, vendorRequestId }: ProviderError): ProviderError {
  return new ProviderError('admin_action', message, { provider: 'microsoft', vendorCode, vendorRequestId, trouble: 'doubtful' });
}

/** The item as it is now, in Drafts or in Sent; null when Microsoft does not know it (any more, or for the moment). */
export async function findItem(settings: MicrosoftSettings, accessToken: string, id: string): Promise<Item | null> {
  try {
    const found = await graph(settings, accessToken, {
      method: 'GET',
      path: `/me/messages/${encodeURIComponent(id)}?${SELECT}`,
      effect: 'none',
    });
    return Item.safeParse(found).data ?? null;
  } catch (error) {
    if (error instanceof ProviderError && error.kind === 'not_found') return null;
    throw error;
  }
}

/** All items of the mailbox with this Message-ID, given with its angle brackets. */
export async function findByMessageId(settings: MicrosoftSettings, accessToken: string, messageId: string): Promise<Item[]> {
  const filter = encodeURIComponent(`internetMessageId eq '${messageId.replaceAll("'", "''")}'`);
  const found = await graph(settings, accessToken, { method: 'GET', path: `/me/messages?$filter=${filter}&${SELECT}`, effect: 'none' });
  return Items.safeParse(found).data?.value ?? [];
}
