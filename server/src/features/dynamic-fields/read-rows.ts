import { objectOf, toLongId, type FieldRow, type RecordObjectName, type SalesforceClient } from '../../providers/salesforce/index.ts';
import type { DescribeObject } from './describe-objects.ts';
import type { Meaning, PersonObject, SenderField } from './field-names.ts';
import { findCustomReading, findReadings, type Reading } from './find-readings.ts';
import type { Written } from './value-words.ts';

export type Sender = Partial<Record<SenderField, string | null>>;
export type Rows = ReadonlyMap<RecordObjectName, ReadonlyMap<string, FieldRow>>;
/** Where to look for each key, by the object of the person; null: no such field. */
export type Plan = ReadonlyMap<PersonObject, ReadonlyMap<string, readonly Reading[] | null>>;

const TEXT: Written = { type: 'string', scale: 0, isHtml: false, valueLabels: {} };
/** Those that Salesforce has; the others stand in the identity. */
const FIELDS_OF_USER: readonly [what: SenderField, field: string][] = [
  ['my_first_name', 'FirstName'],
  ['my_title', 'Title'],
  ['my_phone', 'Phone'],
];
/** Where to look for each of the names, for the people's objects. Asks for a description only where a name needs one. */
export async function makePlan(
  meanings: ReadonlyMap<string, Meaning>,
  ids: readonly string[],
  recordId: string | null,
  describe: DescribeObject,
): Promise<Plan> {
  const plan = new Map<PersonObject, Map<string, readonly Reading[] | null>>();
  for (const personObject of new Set(ids.map(personObjectOf))) {
    if (!personObject) continue;
    const standpoint = { personObject, recordObject: recordId === null ? null : objectOf(recordId) };
    const readings = new Map<string, readonly Reading[] | null>();
    for (const [key, meaning] of meanings) {
      if (meaning.kind === 'person')
        readings.set(key, [{ on: personObject, path: meaning.path[personObject], currencyPath: null, field: TEXT }]);
      else if (meaning.kind === 'salesforce') readings.set(key, await findReadings(meaning.rest, standpoint, describe));
      else if (meaning.kind === 'custom') readings.set(key, await findCustomReading(meaning.rest, standpoint, describe));
    }
    plan.set(personObject, readings);
  }
  return plan;
}

/** The people, with their names, and the record where something of it is needed. */
export async function readRows(
  open: () => Promise<SalesforceClient>,
  plan: Plan,
  ids: readonly string[],
  recordId: string | null,
): Promise<Rows> {
  const readings = [...plan.values()].flatMap((ofObject) => [...ofObject.values()].flatMap((some) => some ?? []));
  const recordObject = recordId === null ? null : objectOf(recordId);
  const questions = (['Lead', 'Contact', 'Account', 'Opportunity'] as const).map(async (object) => {
    const fields = readings
      .filter(({ on }) => on === object)
      .flatMap(({ path, currencyPath }) => [path, ...(currencyPath === null ? [] : [currencyPath])]);
    const people = ids.filter((id) => objectOf(id) === object);
    const wanted = object === recordObject && people.length === 0 && fields.length > 0 && recordId !== null ? [recordId] : people;
    const found = wanted.length === 0 ? new Map<string, FieldRow>() : await (await open()).readFields(object, ['Name', ...fields], wanted);
    return [object, found] as const;
  });
  return new Map(await Promise.all(questions));
}

/** What Salesforce has of the rep; nothing where no name asks for it. */
export async function readUser(
  open: () => Promise<SalesforceClient>,
  salesforceUserId: string | null,
  asked: ReadonlySet<SenderField>,
): Promise<Sender> {
  const wanted = FIELDS_OF_USER.filter(([what]) => asked.has(what));
  if (wanted.length === 0 || salesforceUserId === null) return {};
  const fields = wanted.map(([, field]) => field);
  const row = (await (await open()).readFields('User', fields, [salesforceUserId])).get(toLongId(salesforceUserId));
  return Object.fromEntries(wanted.map(([what, field]) => [what, textOf(row?.[field])]));
}

/** Of the people among the rows. */
export function namesIn(rows: Rows): [id: string, name: string][] {
  const people = [...(rows.get('Lead') ?? []), ...(rows.get('Contact') ?? [])];
  return people.map(([id, row]) => [id, textOf(row['Name']) ?? '']);
}

/** Null for blanks and for what is no text. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() ? value.trim() : null;
}

/** Null for an id of another object. */
export function personObjectOf(id: string): PersonObject | null {
  const object = objectOf(id);
  return object === 'Lead' || object === 'Contact' ? object : null;
}
