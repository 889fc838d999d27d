import { z } from 'zod';
import type { InboxPage, InboxQuestion } from '../mailbox.ts';
import { cursorLost } from './graph-errors.ts';
import { graph, pathOfLink } from './graph.ts';
import { parsed, readMessages, SELECT } from './inbox-messages.ts';
import { ListedMessage } from './listed-message.ts';
import type { MicrosoftSettings } from './settings.ts';

const PAGE_SIZE = 50;

const Page = z.object({ value: z.array(ListedMessage), '@odata.nextLink': z.string().optional() });
const Folder = z.object({ id: z.string().min(1) });

/**
 * Everything received since a time, oldest first, in all folders: what a rule moved and what was taken for junk is there
 * too, and so are the mailbox's own sent messages, marked as such.
 */
export async function receivedSince(
  settings: MicrosoftSettings,
  accessToken: string,
  since: Date,
  cursor: string | null,
  { signal }: InboxQuestion,
): Promise<InboxPage> {
  const filter = `$filter=${encodeURIComponent(`receivedDateTime ge ${since.toISOString()}`)}`;
  const first = `/me/messages?${SELECT}&${filter}&$orderby=${encodeURIComponent('receivedDateTime asc')}&$top=${String(PAGE_SIZE)}`;
  const path = cursor ? pathOfLink(settings, cursor) : first;
  if (path === null) throw cursorLost('The cursor does not lead to this Graph.');
  const read = (from: string) => graph(settings, accessToken, { method: 'GET', path: from, signal, effect: 'none' });
  const [page, sent] = await Promise.all([read(path), read('/me/mailFolders/sentitems?$select=id')]);
  const { value, '@odata.nextLink': next = '' } = parsed(Page, page);
  const sentFolderId = parsed(Folder, sent).id;
  if (next && pathOfLink(settings, next) === null) throw cursorLost('Microsoft gave no usable link to go on from.');
  return {
    messages: await readMessages(
      { settings, accessToken, signal },
      value,
      ({ isDraft, parentFolderId }) => isDraft === true || parentFolderId === sentFolderId,
    ),
    cursor: next,
    hasMore: next !== '',
  };
}
