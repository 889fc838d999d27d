import { graph } from './graph.ts';
import type { MicrosoftSettings } from './settings.ts';

/** Resolves when Graph shows the inbox of the mailbox: it answers for an account without a mailbox as well, but not this. */
export async function probe(settings: MicrosoftSettings, accessToken: string): Promise<void> {
  await graph(settings, accessToken, { method: 'GET', path: '/me/mailFolders/inbox?$select=id', effect: 'none' });
}
