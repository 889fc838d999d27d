import { z } from 'zod';
import { ProviderError } from '../../platform/provider-error.ts';
import { graph } from './graph.ts';
import type { MicrosoftSettings } from './settings.ts';

const Item = z.object({
  id: z.string().min(1),
  isDraft: z.boolean(),
  internetMessageId: z.string().nullish(),
  conversationId: z.string().nullish(),
});
export type Item = z.infer<typeof Item>;

const SELECT = '$select=id,internetMessageId,conversationId,isDraft';

/** Makes a draft out of a complete message. A draft that is never sent harms nobody, so this may be repeated. */
export async function createDraft(settings: MicrosoftSettings, accessToken: string, mime: Buffer): Promise<Item> {
  const item = Item.safeParse(
    await graph(settings, accessToken, {
      method: 'POST',
      path: '/me/messages',
      contentType: 'text/plain',
      body: mime.toString('base64'),
      effect: 'none',
    }),
  );
  if (!item.success) throw new ProviderError('transient', 'Microsoft made a draft without naming it.', { provider: 'microsoft' });
  return item.data;
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
