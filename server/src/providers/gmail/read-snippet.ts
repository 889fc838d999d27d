import { gmailApi, once } from './clients.ts';
import { apiError } from './errors.ts';
import type { GmailSettings } from './settings.ts';

const LETTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The first words of a message, which Gmail gives with its headers (format=metadata); it writes some letters as in HTML. */
export async function readSnippet(settings: GmailSettings, accessToken: string, id: string): Promise<string> {
  const api = await gmailApi(settings, accessToken);
  const question = { userId: 'me', id, format: 'metadata', metadataHeaders: ['Subject'], fields: 'snippet' };
  const { data } = await api.users.messages.get(question, once(settings)).catch((error: unknown) => {
    throw apiError(error, 'read', settings.clock.now());
  });
  return (data.snippet ?? '').replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => LETTERS[name] ?? '');
}
