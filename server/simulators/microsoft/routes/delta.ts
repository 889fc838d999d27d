import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Simulator } from '../../common/index.ts';
import type { Folder, MicrosoftState } from '../entities.ts';
import { compileFilter } from '../filter.ts';
import { findFolder } from '../folders.ts';
import { admit } from '../graph-access.ts';
import { badRequest, GraphError } from '../graph-error.ts';
import { settle } from '../mailbox.ts';
import { indexOf } from '../mailbox-index.ts';
import { linkTo, resource } from '../resources.ts';

/** The place in the changes of a mailbox that a link stands for, with the question that was asked first. */
const Place = z.object({
  epoch: z.number(),
  folder: z.string(),
  after: z.number(),
  /** Where this round ends; null when the next one begins. */
  until: z.number().nullable(),
  isFirstRound: z.boolean(),
  select: z.string(),
  filter: z.string(),
});
type Place = z.infer<typeof Place>;

const Query = z.object({
  $select: z.string().default(''),
  $filter: z
    .string()
    .regex(/^receivedDateTime (ge|gt) \S+$/)
    .or(z.literal(''))
    .default(''),
  $deltatoken: z.string().optional(),
  $skiptoken: z.string().optional(),
});
const DEFAULT_PAGE_SIZE = 10;

/** What happened in a folder, page by page, and from then on what happened since. */
export function registerDelta(simulator: Simulator<MicrosoftState>): void {
  const { app, clock } = simulator;

  app.get('/v1.0/me/mailFolders/:folder/messages/delta', async (request: FastifyRequest<{ Params: { folder: string } }>, reply) => {
    const caller = admit(simulator, request, 'readBasic');
    const { mailbox, wantsImmutableIds } = caller;
    const { settings } = simulator.state;
    settle(simulator.state, mailbox, clock.nowMs());
    const place = placeOf(request, findFolder(request.params.folder), mailbox.deltaEpoch);
    const until = place.until ?? mailbox.changes;
    const matches = place.filter === '' ? () => true : compileFilter(place.filter);
    const pageSize = Number(/odata\.maxpagesize=(\d+)/i.exec(String(request.headers.prefer ?? ''))?.[1] ?? DEFAULT_PAGE_SIZE);

    const news = indexOf(mailbox)
      .changesAfter(place.after)
      .filter(({ seq, message, removal }) => {
        if (seq > until) return false;
        return message ? message.folder === place.folder && matches(message) : !place.isFirstRound && removal.folder === place.folder;
      });
    const page = news.slice(0, pageSize);
    const select = settings.deltaListsHeaders ? place.select : place.select.replace(/(^|,)internetMessageHeaders/, '');
    const items = await Promise.all(
      page.map(async ({ message, removal }) =>
        message
          ? resource(reply, caller, message, { $select: select })
          : { id: wantsImmutableIds ? removal.immutableId : removal.restId, '@removed': { reason: 'deleted' } },
      ),
    );
    const goesOn = news.length > page.length;
    const next: Place = goesOn
      ? { ...place, until, after: page.at(-1)?.seq ?? place.after }
      : { ...place, until: null, after: until, isFirstRound: false };
    const token = Buffer.from(JSON.stringify(next)).toString('base64url');
    return {
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#Collection(message)',
      value: settings.deltaRepeats ? [...items, ...items] : items,
      ...(goesOn
        ? { '@odata.nextLink': linkTo(request, { $skiptoken: token }) }
        : { '@odata.deltaLink': linkTo(request, { $deltatoken: token }) }),
    };
  });
}

function placeOf(request: FastifyRequest, folder: Folder, epoch: number): Place {
  const query = Query.safeParse(request.query);
  if (!query.success) throw badRequest(`Invalid value for the query option ${String(query.error.issues[0]?.path[0])}.`);
  const { $select: select, $filter: filter, $deltatoken, $skiptoken } = query.data;
  const token = $deltatoken ?? $skiptoken;
  if (token === undefined) return { epoch, folder, after: 0, until: null, isFirstRound: true, select, filter };
  const place = Place.safeParse(jsonOf(token)).data;
  if (place?.folder !== folder) throw badRequest('Badly formed token.', 'ErrorInvalidSyncStateData');
  if (place.epoch !== epoch)
    throw new GraphError(410, 'syncStateNotFound', 'The sync state generation is not found; continue with a full synchronization.');
  return place;
}

function jsonOf(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
