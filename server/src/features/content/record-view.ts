import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { factKey, type Facts } from '../facts/index.ts';
import type { LinkKey } from './addresses.ts';
import { holdLink, insertView, type NewView } from './views-repository.ts';

/** Whoever reloads a page for hours says nothing more by it. */
const MOST_VIEWS = 500;

export type RecordView = (key: LinkKey, view: Omit<NewView, 'at'>) => Promise<void>;

/**
 * CT-2: keeps what a recipient did with a content, and tells its rep of the first thing, because what told of the opening may be lost on
 * its way. Nothing is kept of a link that is not tracked, of a page that is not there, and beyond 500 for one link. AppError 404
 * `not_found` for a link that shows nothing.
 */
export function createRecordView({ pool, clock, facts }: { pool: Pool; clock: Clock; facts: Facts }): RecordView {
  return async function recordView(key, view) {
    await inOrg(pool, key.orgId, async (tx) => {
      const link = await holdLink(tx, key);
      if (!link) throw new AppError('not_found');
      if (!link.isTracked || link.views >= MOST_VIEWS || (view.page !== null && view.page > link.pages)) return;
      const at = clock.now();
      await insertView(tx, key, link, { ...view, at });
      if (link.views > 0) return;
      const { userId, personId, recordId, salesEmailId, id: contentId } = link;
      const fact = { kind: 'content_viewed', key: factKey('content_viewed', key.token), sourceId: salesEmailId } as const;
      await facts.record(tx, key.orgId, { ...fact, userId, personId, recordId, happenedAt: at, details: { contentId } });
    });
  };
}
