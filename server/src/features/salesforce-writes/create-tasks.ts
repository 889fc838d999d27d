import { ProviderError } from '../../platform/provider-error.ts';
import { dayIn } from '../../platform/zoned-time.ts';
import {
  quotedId,
  type RecordFields,
  type SalesforceClient,
  type TaskDescription,
  type WrittenRecord,
} from '../../providers/salesforce/index.ts';
import { WORDS } from './error-words/index.ts';
import type { ClaimedWrite } from './write-repository.ts';
import { followSurvivors } from './follow-survivors.ts';
import type { About } from './queue-write.ts';
import { taskFields } from './task-fields.ts';
import { skipped, type WriteResult } from './write-results.ts';
import { logged, resultsOf, writeAll } from './write-all.ts';

/** A Task as it is handed to Salesforce. */
interface Composed {
  write: ClaimedWrite;
  about: About;
  fields: RecordFields;
}

/**
 * Writes the Tasks of these writes with the rep's own rights, each for itself. With our external id field in the org it can be repeated
 * without end; without it each Task carries `[ref:…]`, and an earlier try is looked for first. Throws ProviderError when nothing could be
 * asked at all.
 */
export async function createTasks(
  salesforce: SalesforceClient,
  task: TaskDescription,
  writes: readonly ClaimedWrite[],
  now: Date,
): Promise<WriteResult[]> {
  const results: WriteResult[] = [];
  const earlier = task.externalIdField ? new Map<string, string>() : await findEarlierTries(salesforce, writes);
  const toWrite: Composed[] = [];
  for (const write of writes) {
    const id = earlier.get(write.id);
    if (id) results.push(logged(write, id));
    else toWrite.push(compose(write, write, task));
  }
  const again: Composed[] = [];
  for (const [composed, outcome] of await writeComposed(salesforce, task, toWrite)) {
    const next = outcome instanceof ProviderError ? await secondTry(salesforce, task, composed, outcome) : null;
    if (next === 'nothing_left') results.push(skipped(composed.write.id, 'PERSON_DELETED', WORDS.personDeleted));
    else if (next) again.push(next);
    else results.push(...resultsOf([[composed, outcome]], now));
  }
  return [...results, ...resultsOf(await writeComposed(salesforce, task, again), now)];
}

function compose(write: ClaimedWrite, about: About, task: TaskDescription): Composed {
  const footer = task.externalIdField ? '' : `\n\n${footerOf(write)}`;
  return { write, about, fields: taskFields(write, about, task, footer) };
}

function footerOf({ key }: ClaimedWrite): string {
  return `[ref:${key ?? ''}]`;
}

function writeComposed(
  salesforce: SalesforceClient,
  task: TaskDescription,
  composed: readonly Composed[],
): Promise<[Composed, WrittenRecord][]> {
  const { externalIdField } = task;
  return writeAll(composed, (batch) =>
    externalIdField
      ? salesforce.upsertRecords(
          'Task',
          externalIdField,
          batch.map(({ write, fields }) => ({ key: write.key ?? '', fields })),
        )
      : salesforce.createRecords(
          'Task',
          batch.map(({ fields }) => fields),
        ),
  );
}

/** The same Task as Salesforce may take it after this refusal; null when there is no other way. */
async function secondTry(
  salesforce: SalesforceClient,
  task: TaskDescription,
  { write, about, fields }: Composed,
  refusal: ProviderError,
): Promise<Composed | 'nothing_left' | null> {
  // TaskSubtype can only be given to a new Task: this one exists since an earlier try whose answer was lost
  if (refusal.vendorCode === 'INVALID_FIELD_FOR_INSERT_UPDATE' && 'TaskSubtype' in fields) {
    const { TaskSubtype: _, ...updatable } = fields;
    return { write, about, fields: updatable };
  }
  const followed = await followSurvivors(salesforce, refusal, about);
  if (followed === null || followed === 'nothing_left') return followed;
  return compose(write, followed, task);
}

/** Without a key in Salesforce: at least once, and once as far as can be seen. Ids of Tasks by the id of their write. */
async function findEarlierTries(salesforce: SalesforceClient, writes: readonly ClaimedWrite[]): Promise<Map<string, string>> {
  const tried = writes.filter(({ attempts }) => attempts > 1);
  if (tried.length === 0) return new Map();
  const listOf = (values: (string | null)[]): string => [...new Set(values.map((value) => value ?? 'null'))].join(', ');
  const owners = listOf(tried.map(({ fields, salesforceUserId }) => quotedId(textOr(fields['OwnerId'], salesforceUserId))));
  const people = listOf(tried.map(({ personId }) => personId && quotedId(personId)));
  const days = listOf(tried.map(dayOf));
  // Description cannot be filtered by, so the candidates are looked through here
  const candidates = await salesforce.query<{ Id: string; Description: string | null }>(
    `SELECT Id, Description FROM Task WHERE OwnerId IN (${owners}) AND WhoId IN (${people}) AND ActivityDate IN (${days})`,
  );
  return new Map(
    tried.flatMap((write) => {
      const found = candidates.find(({ Description }) => Description?.includes(footerOf(write)));
      return found ? [[write.id, found.Id] as const] : [];
    }),
  );
}

/** The day that the Task is given; null for one without a due date. */
function dayOf({ fields, timeZone, happenedAt }: ClaimedWrite): string | null {
  const { ActivityDate: day } = fields;
  return day === null ? null : textOr(day, dayIn(timeZone, happenedAt));
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
