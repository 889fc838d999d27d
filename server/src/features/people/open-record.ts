import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { toLongId } from '../../providers/salesforce/index.ts';
import { readRecord, type OpenSalesforce, type RecordRead } from './read-record.ts';
import { findPeople, rememberRecord } from './remember-people.ts';
import { deleteView, findRecordView } from './repository.ts';
import { salesforceProblem } from './salesforce-problem.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  openSalesforce: OpenSalesforce;
}

/**
 * Reads a record from Salesforce with the rep's own rights and remembers it with its people. Throws as Salesforce does; an earlier look at
 * a record that it does not show any more is forgotten.
 */
export type OpenRecord = (orgId: string, userId: string, recordId: string) => Promise<RecordRead>;

export function createOpenRecord({ pool, clock, openSalesforce }: Dependencies): OpenRecord {
  return async function openRecord(orgId, userId, recordId) {
    const id = toLongId(recordId);
    const beganAt = clock.now();
    try {
      const read = await readRecord(await openSalesforce(orgId, userId), id);
      return await inOrg(pool, orgId, (tx) => rememberRecord(tx, orgId, userId, read, { beganAt, endedAt: clock.now() }));
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found') await inOrg(pool, orgId, (tx) => deleteView(tx, orgId, userId, id));
      throw error;
    }
  };
}

/** For so long a look at a record proves that the rep may see it. */
export const VIEW_IS_FRESH_MS = 15 * 60_000;

/** The people of a record, from Salesforce only when the last look is older than a quarter of an hour. */
export function createPeopleOfRecord({ pool, clock, openRecord }: { pool: Pool; clock: Clock; openRecord: OpenRecord }): OpenRecord {
  return async function peopleOfRecord(orgId, userId, recordId) {
    const id = toLongId(recordId);
    const remembered = await inOrg(pool, orgId, async (tx) => {
      const view = await findRecordView(tx, orgId, userId, id);
      if (!view || view.readAt.getTime() < clock.now().getTime() - VIEW_IS_FRESH_MS) return null;
      return { record: view.record, people: await findPeople(tx, orgId, userId, view.personIds) };
    });
    if (remembered) return remembered;
    try {
      return await openRecord(orgId, userId, id);
    } catch (error) {
      throw salesforceProblem(error);
    }
  };
}
