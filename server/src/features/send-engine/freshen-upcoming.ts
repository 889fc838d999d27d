import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { PERSON_IS_FRESH_MS, type LookUpPeople } from '../people/index.ts';
import { findStaleRecords, type Recipients } from '../suppression/index.ts';
import { BY_PRIORITY, type DueEmail } from './attempts.ts';
import type { Lane } from './lane.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  lookUpPeople: LookUpPeople;
}

/** Which records of recipients have been asked for, and until when (of `performance.now()`) they are not asked for again. */
export type AskedRecords = Map<string, number>;

export type FreshenUpcoming = (lane: Lane, first: DueEmail, asked: AskedRecords) => Promise<void>;

/** As many records as Salesforce gives in one call, and as many emails as are thought of at once. */
const MOST = 200;
/** What the rep's rights do not show would show no more now. */
const ASKED_FOR_MS = 60_000;
/** While Salesforce cannot be asked. */
const FAILED_FOR_MS = 5_000;

/**
 * Looks again, with the sender's own rights, at the known records that `first` and the emails behind it would reach and whose wish was seen too
 * long ago: one call for up to 200 records, so that a long list costs a lane no call for each email. What was asked for is noted in `asked`,
 * also when Salesforce could not be asked: then what was last seen counts, as in `createFreshenRecipients`.
 */
export function createFreshenUpcoming({ pool, clock, lookUpPeople }: Dependencies): FreshenUpcoming {
  return async function freshenUpcoming(lane, first, asked) {
    const { orgId } = lane;
    const now = clock.now();
    const freshAfter = new Date(now.getTime() - PERSON_IS_FRESH_MS);
    for (const [id, until] of asked) if (until <= performance.now()) asked.delete(id);
    const stale = await inOrg(pool, orgId, async (tx) => {
      const own = await findStaleRecords(tx, orgId, first.userId, [{ ...first, to: first.toAddress }], freshAfter);
      const upcoming = await findUpcoming(tx, lane, first.userId, now);
      return [...own, ...(await findStaleRecords(tx, orgId, first.userId, upcoming, freshAfter))];
    });
    const ids = [...new Set(stale)].filter((id) => !asked.has(id)).slice(0, MOST);
    if (ids.length === 0) return;
    let notAgainFor = ASKED_FOR_MS;
    try {
      await lookUpPeople(orgId, first.userId, ids);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      notAgainFor = FAILED_FOR_MS;
    }
    for (const id of ids) asked.set(id, performance.now() + notAgainFor);
  };
}

/**
 * The recipients of what leaves next, in its order. Each priority is asked for by itself, as in `next_due_email`: one question for all would
 * walk over every email that is not due yet.
 */
export async function findUpcoming(tx: Tx, lane: Lane, userId: string, now: Date): Promise<Recipients[]> {
  const { rows } = await tx.query<Recipients>({
    name: 'upcoming-recipients',
    text: `select e.user_id as "userId", e.person_id as "personId", e.to_address as "to", e.cc, e.bcc
             from unnest($5::smallint[]) wanted (priority)
            cross join lateral (
                  select * from sales_emails
                   where org_id = $1 and email_connection_id = $2 and state = 'queued' and priority = wanted.priority and due_at <= $3
                     and user_id = $4
                   order by due_at, created_at limit $6) e
            order by e.priority, e.due_at, e.created_at limit $6`,
    values: [lane.orgId, lane.connectionId, now, userId, BY_PRIORITY, MOST],
  });
  return rows;
}
