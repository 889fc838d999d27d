import type { Finding } from './run-check.ts';
import { SQL_ELSEWHERE, sqlPlaceProblems } from './sql-places.ts';

/** A file that may hold SQL. */
export interface Source {
  file: string;
  text: string;
}

/** Who else writes a table than its owner, and why. A line that is not needed any more has to go. */
const SECOND_WRITERS: Readonly<Record<string, { owner: string; others: Readonly<Record<string, string>> }>> = {
  email_connections: {
    owner: 'email-connections',
    others: {
      'send-engine': 'lane, slot and refusals stand in the row, so that one lock covers them and the state of the connection',
      'delivery-channels': "a user's part of the team's mail server is such a row",
      'kill-switch': 'one statement ends the connection and writes its line of the report',
    },
  },
  salesforce_connections: {
    owner: 'salesforce-connections',
    others: { 'kill-switch': 'one statement ends the connection and writes its line of the report' },
  },
  oauth_clients: { owner: 'email-connections', others: { 'kill-switch': 'what is worth nothing without its secret goes with it' } },
  team_smtp_servers: { owner: 'delivery-channels', others: { 'kill-switch': 'what is worth nothing without its secret goes with it' } },
  orgs: {
    owner: 'orgs',
    others: {
      users: "when the org's users were last looked for in Salesforce; orgs stands above users",
      'kill-switch': 'whether the org is stopped',
    },
  },
  sales_emails: {
    owner: 'send-engine',
    others: {
      'sales-emails': 'drafts are rows of the same table',
      responses: 'what came back stands in the row that the list reads',
    },
  },
};

/** Holds each table to one feature that writes it, and SQL to repositories. `code` is meant from `server/src`, without tests. */
export function checkTables(code: readonly Source[]): Finding {
  const writers = writersOf(code);
  const problems = [...tableProblems(writers, SECOND_WRITERS), ...sqlPlaceProblems(code, SQL_ELSEWHERE)];
  return { problems, summary: `${String(writers.size)} tables` };
}

/** Which folders write each table. */
export function writersOf(code: readonly Source[]): Map<string, Set<string>> {
  const writers = new Map<string, Set<string>>();
  for (const { file, text } of code)
    for (const table of tablesWritten(text)) writers.set(table, (writers.get(table) ?? new Set()).add(folderOf(file)));
  return writers;
}

/** The feature, or the layer of what is no feature's. */
export function folderOf(file: string): string {
  const [layer = '', feature = ''] = file.split('/');
  return layer === 'features' ? feature : layer;
}

export function tablesWritten(text: string): string[] {
  return [...text.matchAll(WRITE)].map(([, inserted, updated]) => inserted ?? updated ?? '');
}

/** `do update set` of an insert and `for update` of a lock name no table. */
const WRITE = /\b(?:(?:insert into|delete from)\s+([a-z_]+)|update\s+([a-z_]+)(?:\s+(?:as\s+)?[a-z_]+)?\s+set\b)/g;

const ONE_WRITER = 'One feature writes it; others ask that one through its index.ts, with the transaction.';

/** What is written by a second folder, and what is allowed and not needed. */
export function tableProblems(writers: ReadonlyMap<string, ReadonlySet<string>>, allowed: typeof SECOND_WRITERS): string[] {
  const problems: string[] = [];
  for (const [table, folders] of writers) {
    const rule = allowed[table];
    if (rule)
      for (const folder of folders)
        if (folder !== rule.owner && !(folder in rule.others))
          problems.push(`${folder} writes the table ${table} of ${rule.owner}. ${ONE_WRITER}`);
    if (!rule && folders.size > 1) problems.push(`${[...folders].sort().join(' and ')} write the table ${table}. ${ONE_WRITER}`);
  }
  for (const [table, { owner, others }] of Object.entries(allowed))
    for (const folder of [owner, ...Object.keys(others)])
      if (!writers.get(table)?.has(folder))
        problems.push(`${folder} writes the table ${table} no more. Take the line out of table-rules.ts.`);
  return problems;
}
