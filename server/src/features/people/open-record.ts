import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { toLongId } from '../../providers/salesforce/index.ts';
import { readRecord, type OpenSalesforce, type RecordRead } from './read-record.ts';
import { findPeople, findRecordView, saveRecordRead } from './repository.ts';
import { salesforceProblem } from './salesforce-problem.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  openSalesforce: OpenSalesforce;
}

/** Reads a record from Salesforce with the rep's own rights and remembers it with its people. Throws as Salesforce does. */
export type OpenRecord = (orgId: string, userId: string, recordId: string) => Promise<RecordRead>;

export const createOpenRecord =
  ({ pool, clock, openSalesforce }: Dependencies): OpenRecord =>
  async (orgId, userId, recordId) => {
    const read = await readRecord(await openSalesforce(orgId, userId), toLongId(recordId));
    await inOrg(pool, orgId, (tx) => saveRecordRead(tx, orgId, userId, read, clock.now()));
    return read;
  };

/** For so long a look at a record proves that the rep may see it. */
const VIEW_IS_FRESH_MS = 15 * 60_000;

/** The people of a record, from Salesforce only when the last look is older than a quarter of an hour. */
export const createPeopleOfRecord =
  ({ pool, clock, openRecord }: { pool: Pool; clock: Clock; openRecord: OpenRecord }): OpenRecord =>
  async (orgId, userId, recordId) => {
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
