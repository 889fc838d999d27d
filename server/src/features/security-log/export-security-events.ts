import { csvLine } from '../../platform/csv.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { findEvents, type FoundEvent } from './repository.ts';
import type { SecurityEventFilter } from './schemas.ts';

/** A few megabytes; for older events the admin asks for an earlier time. */
const MOST_EVENTS = 10_000;
const HEADER = ['Time (UTC)', 'Event', 'Outcome', 'Person', 'Salesforce user', 'Network address', 'About', 'Details'];

export type ExportSecurityEvents = (orgId: string, filter: SecurityEventFilter) => Promise<string>;

/** The newest 10,000 events that fit, as CSV (RFC 4180) that a spreadsheet can open without running anything in it. */
export function createExportSecurityEvents({ pool }: { pool: Pool }): ExportSecurityEvents {
  return async function exportSecurityEvents(orgId, filter) {
    const found = await inOrg(pool, orgId, (tx) => findEvents(tx, orgId, { ...filter, after: null, limit: MOST_EVENTS }));
    return [HEADER, ...found.map(cellsOf)].map(csvLine).join('');
  };
}

function cellsOf({ happenedAt, kind, outcome, person, salesforceUserId, ipAddress, about, details }: FoundEvent): (string | null)[] {
  return [
    happenedAt.toISOString(),
    kind,
    outcome,
    person,
    salesforceUserId,
    ipAddress,
    about,
    Object.keys(details).length > 0 ? JSON.stringify(details) : null,
  ];
}
