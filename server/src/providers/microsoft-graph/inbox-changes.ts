import { z } from 'zod';
import type { InboxPage, InboxQuestion } from '../mailbox.ts';
import { cursorLost } from './graph-errors.ts';
import { graph, pathOfLink } from './graph.ts';
import { parsed, readMessages, SELECT, type Reading } from './inbox-messages.ts';
import { ListedMessage } from './listed-message.ts';
import type { MicrosoftSettings } from './settings.ts';

const PAGE_SIZE = 50;
/** A delta from now has one page; a mailbox that answers with ever more is not to be followed for ever. */
const MOST_FIRST_PAGES = 200;

const DeltaPage = z.object({
  value: z.array(z.looseObject({ id: z.string().min(1), '@removed': z.unknown().optional() })),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});
type DeltaPage = z.infer<typeof DeltaPage>;

/** The link stays bound to its filter: were Exchange's clock behind ours, mail of the first minutes would never be listed. */
const CLOCK_MARGIN_MS = 15 * 60_000;

/** The delta link of the inbox as it is now. What was there before is left out by its date, so that this is one small call. */
export async function startCursor(settings: MicrosoftSettings, accessToken: string): Promise<string> {
  const since = new Date(settings.clock.now().getTime() - CLOCK_MARGIN_MS);
  const filter = `$filter=${encodeURIComponent(`receivedDateTime ge ${since.toISOString()}`)}`;
  let path = `/me/mailFolders/inbox/messages/delta?${SELECT}&${filter}`;
  for (let count = 0; count < MOST_FIRST_PAGES; count += 1) {
    const page = await readPage({ settings, accessToken }, path);
    const link = cursorOf(settings, page);
    if (page['@odata.deltaLink']) return link;
    path = pathOfLink(settings, link) ?? '';
  }
  throw cursorLost('Microsoft never came to the end of the inbox.');
}

/**
 * One page of what came into the inbox since the cursor; what was removed is no news. Throws ProviderError `not_found` with
 * vendorCode `CURSOR_LOST` when Microsoft wants to begin anew, and when the cursor is of another Graph than ours.
 */
export async function changesSince(
  settings: MicrosoftSettings,
  accessToken: string,
  cursor: string,
  { signal }: InboxQuestion,
): Promise<InboxPage> {
  const path = pathOfLink(settings, cursor);
  if (path === null) throw cursorLost('The cursor does not lead to this Graph.');
  const reading = { settings, accessToken, signal };
  const page = await readPage(reading, path);
  const listed = new Map<string, ListedMessage>();
  for (const item of page.value) {
    listed.delete(item.id);
    if (item['@removed'] === undefined) listed.set(item.id, parsed(ListedMessage, item));
  }
  return {
    messages: await readMessages(reading, [...listed.values()], ({ isDraft }) => isDraft === true),
    cursor: cursorOf(settings, page),
    hasMore: page['@odata.deltaLink'] === undefined,
  };
}

async function readPage({ settings, accessToken, signal }: Reading, path: string): Promise<DeltaPage> {
  return parsed(DeltaPage, await graph(settings, accessToken, { method: 'GET', path, pageSize: PAGE_SIZE, signal, effect: 'none' }));
}

/** The link to go on from, whole. One that leads to another host is never kept: a token would be sent there. */
function cursorOf(settings: MicrosoftSettings, page: DeltaPage): string {
  const link = page['@odata.deltaLink'] ?? page['@odata.nextLink'];
  if (link === undefined || pathOfLink(settings, link) === null) throw cursorLost('Microsoft gave no usable link to go on from.');
  return link;
}
