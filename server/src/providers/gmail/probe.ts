import { gmailApi, once } from './clients.ts';
import { apiError } from './errors.ts';
import type { GmailSettings } from './settings.ts';

/** Resolves when Gmail shows the profile of the mailbox, for one unit of quota. */
export async function probe(settings: GmailSettings, accessToken: string): Promise<void> {
  const api = await gmailApi(settings, accessToken);
  await api.users.getProfile({ userId: 'me' }, once(settings)).catch((error: unknown) => {
    throw apiError(error, 'read', settings.clock.now());
  });
}
