import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { salesforceProblem, VIEW_IS_FRESH_MS, type OpenRecord } from '../people/index.ts';
import { findLastLook } from './repository.ts';
import { sightOf, type EmailInSight } from './seen-by.ts';

/** What decides who may see an email. */
export interface EmailOfRecord extends EmailInSight {
  id: string;
  recordId: string;
  personId: string | null;
}

interface Dependencies {
  pool: Pool;
  clock: Clock;
  openRecord: OpenRecord;
}

/** A link to a preview is good for 5 minutes more. */
const OLDEST_LOOK_MS = VIEW_IS_FRESH_MS - 5 * 60_000;

export type MaySee = (orgId: string, viewerId: string, email: EmailOfRecord) => Promise<boolean>;

/** Whether the rep saw, with own Salesforce rights, where the email stands within a quarter of an hour. */
export function isSeenLately(lastLook: Date | null, now: Date): boolean {
  return lastLook !== null && lastLook.getTime() >= now.getTime() - VIEW_IS_FRESH_MS;
}

/**
 * Whether a rep may see anything of what was written: always one's own, a colleague's where the org lets colleagues see emails, and as long
 * as Salesforce shows the rep its record or its person. When the last look is minutes old Salesforce is asked again; who never looked there
 * may not. Throws what `salesforceProblem` makes of it when Salesforce answers for neither.
 */
export function createMaySee({ pool, clock, openRecord }: Dependencies): MaySee {
  const shows = async (orgId: string, viewerId: string, recordId: string): Promise<boolean> => {
    try {
      await openRecord(orgId, viewerId, recordId);
      return true;
    } catch (error) {
      const problem = salesforceProblem(error);
      if (problem instanceof AppError && problem.code === 'not_found') return false;
      throw problem;
    }
  };

  return async function maySee(orgId, viewerId, email) {
    if (email.userId === viewerId) return true;
    if (sightOf(email, viewerId) === 'nothing') return false;
    const lastLook = await inOrg(pool, orgId, (tx) => findLastLook(tx, orgId, viewerId, email));
    if (!lastLook) return false;
    if (lastLook.getTime() >= clock.now().getTime() - OLDEST_LOOK_MS) return true;
    let problem: Error | undefined;
    for (const place of new Set([email.recordId, email.personId])) {
      if (place === null) continue;
      try {
        if (await shows(orgId, viewerId, place)) return true;
      } catch (error) {
        problem = error as Error;
      }
    }
    if (problem) throw problem;
    return false;
  };
}
