import { SalesforceError } from '../errors.ts';
import { knownObject } from '../records.ts';
import { timeOf, toDateTime } from '../values.ts';
import type { RestCall, RestRoute } from './rest-call.ts';

const WINDOW_MS = 30 * 86_400_000;

/** `updated` and `deleted`: what changed in a window of at most 30 days. */
export const replicationRoutes: RestRoute[] = [
  {
    method: 'GET',
    path: '/sobjects/:object/updated',
    handle(call, object = '') {
      const { rows, end } = changed(call, object);
      return {
        status: 200,
        body: { ids: rows.filter((row) => row['IsDeleted'] !== true).map((row) => row['Id']), latestDateCovered: end },
      };
    },
  },
  {
    method: 'GET',
    path: '/sobjects/:object/deleted',
    handle(call, object = '') {
      const { rows, end } = changed(call, object);
      const deletedRecords = rows
        .filter((row) => row['IsDeleted'] === true)
        .map((row) => ({ id: row['Id'], deletedDate: row['SystemModstamp'] }));
      const earliestDateAvailable = toDateTime(new Date(call.actor.store.nowMs() - WINDOW_MS));
      return { status: 200, body: { deletedRecords, earliestDateAvailable, latestDateCovered: end } };
    },
  },
];

function changed(call: RestCall, objectName: string) {
  const object = knownObject(call.actor.org, objectName);
  const start = minuteOf(call.query.get('start'));
  const end = minuteOf(call.query.get('end'));
  if (end - start < 60_000)
    throw new SalesforceError('INVALID_REPLICATION_DATE', 'startDate must be at least one minute greater than endDate');
  if (start < call.actor.store.nowMs() - WINDOW_MS)
    throw new SalesforceError('INVALID_REPLICATION_DATE', 'startDate before org replication enabled date');
  const rows = call.actor.store.rows(call.actor.org, object.name).filter((row) => {
    const time = timeOf(String(row['SystemModstamp']));
    return time >= start && time < end;
  });
  return { rows, end: toDateTime(new Date(end)) };
}

/** Seconds are ignored, as the reference says. */
function minuteOf(text: string | null): number {
  const time = timeOf((text ?? '').replace(' ', '+'));
  if (Number.isNaN(time)) throw new SalesforceError('INVALID_REPLICATION_DATE', `invalid date: ${String(text)}`);
  return Math.floor(time / 60_000) * 60_000;
}
