import { inOrg, type Pool } from '../../platform/postgres.ts';
import { cleanBody } from '../../platform/rich-text/clean-body.ts';
import { toLongId, type FieldRow, type SalesforceClient } from '../../providers/salesforce/index.ts';
import { findSenderOf } from '../identities/index.ts';
import { findPeople, salesforceProblem, type OpenSalesforce } from '../people/index.ts';
import type { createDescribeObjects } from './describe-objects.ts';
import { meaningOf, type Meaning, type SenderField } from './field-names.ts';
import { friendlyCompany } from './friendly-company.ts';
import { fieldsOf, readBody } from './read-parts.ts';
import { makePlan, namesIn, personObjectOf, readRows, readUser, textOf, type Plan, type Rows, type Sender } from './read-rows.ts';
import { findWriter, type Writer } from './repository.ts';
import { valueWords, type Reader } from './value-words.ts';

export interface Dependencies {
  pool: Pool;
  openSalesforce: OpenSalesforce;
  describeObjectsOf: ReturnType<typeof createDescribeObjects>;
}

/** Whom values are read for, and from where. */
export interface Circumstances {
  recordId: string | null;
  personIds: readonly string[];
  identityId: string | null;
}

/** What a name comes to for one person. */
export type Value = { text: string } | { html: string } | { reason: 'empty' | 'unknown_field' | 'not_available' };

export interface Values {
  /** In the order asked for; without those whom Salesforce does not show. */
  people: { id: string; name: string }[];
  /** `key` is one of those that were asked for. */
  valueOf: (personId: string, key: string) => Value;
  reader: Reader;
}

export type ReadValues = (orgId: string, userId: string, of: Circumstances, keys: ReadonlySet<string>) => Promise<Values>;

const OF_IDENTITY: readonly SenderField[] = ['my_name', 'my_email', 'my_signature'];
const UNKNOWN_WRITER: Writer = { salesforceUserId: null, name: null, email: '', language: null, locale: null, timeZone: null };

/**
 * Reads what names come to, with the rep's own rights (SF-2) and one query for each object. Salesforce is asked only where a name needs it.
 * Throws what `salesforceProblem` makes of a failure.
 */
export function createReadValues({ pool, openSalesforce, describeObjectsOf }: Dependencies): ReadValues {
  return async function readValues(orgId, userId, { recordId, personIds, identityId }, keys) {
    const ids = [...new Set(personIds.map(toLongId))].filter((id) => personObjectOf(id) !== null);
    const meanings = new Map([...keys].map((key) => [key, meaningOf(key)] as const));
    const { sender: senderAsked } = askedFor([...meanings.values()]);
    const { writer, identity, signatureHtml, asks, stored } = await inOrg(pool, orgId, async (tx) => {
      const found = OF_IDENTITY.some((what) => senderAsked.has(what)) ? await findSenderOf(tx, orgId, userId, identityId) : null;
      const signature = found && senderAsked.has('my_signature') ? cleanBody(found.signatureHtml) : null;
      for (const key of keysIn(signature)) meanings.set(key, meaningOf(key));
      const all = askedFor([...meanings.values()]);
      return {
        writer: (await findWriter(tx, orgId, userId)) ?? UNKNOWN_WRITER,
        identity: found,
        signatureHtml: signature,
        asks: all,
        stored: all.records ? [] : await findPeople(tx, orgId, userId, ids),
      };
    });
    let opened: Promise<SalesforceClient> | undefined;
    const open = (): Promise<SalesforceClient> => (opened ??= openSalesforce(orgId, userId, 'read values of dynamic fields'));
    try {
      const describe = describeObjectsOf(orgId, userId, open);
      const plan = await makePlan(meanings, ids, recordId, describe);
      const [rows, user] = await Promise.all([
        readRows(open, plan, asks.records ? ids : missing(ids, stored), recordId),
        readUser(open, writer.salesforceUserId, asks.sender),
      ]);
      const sender: Sender = {
        ...user,
        my_name: identity?.name ?? writer.name,
        my_email: identity?.address ?? (writer.email || null),
        my_signature: signatureHtml,
      };
      const names = new Map([...stored.map(({ id, name }) => [id, name] as const), ...namesIn(rows)]);
      return {
        reader: writer,
        people: ids.flatMap((id) => (names.has(id) ? [{ id, name: names.get(id) ?? '' }] : [])),
        valueOf: (personId, key) => valueFor(personId, key, { meanings, plan, rows, sender, recordId, reader: writer }),
      };
    } catch (error) {
      throw salesforceProblem(error);
    }
  };
}

/** A signature may have fields too, and they have values like those of the words around it. */
function keysIn(signatureHtml: string | null): string[] {
  const fields = signatureHtml === null ? [] : readBody(signatureHtml).flatMap(fieldsOf);
  return fields.flatMap((field) => (field.kind === 'field' ? [field.key] : []));
}

function askedFor(meanings: readonly Meaning[]): { records: boolean; sender: ReadonlySet<SenderField> } {
  return {
    records: meanings.some(({ kind }) => kind === 'person' || kind === 'salesforce' || kind === 'custom'),
    sender: new Set(meanings.flatMap((meaning) => (meaning.kind === 'sender' ? [meaning.what] : []))),
  };
}

function missing(ids: readonly string[], stored: readonly { id: string }[]): string[] {
  return ids.filter((id) => stored.every((person) => person.id !== id));
}

interface Known {
  meanings: ReadonlyMap<string, Meaning>;
  plan: Plan;
  rows: Rows;
  sender: Sender;
  recordId: string | null;
  reader: Reader;
}

function valueFor(personId: string, key: string, { meanings, plan, rows, sender, recordId, reader }: Known): Value {
  const meaning = meanings.get(key) ?? { kind: 'unknown' };
  if (meaning.kind === 'not_available') return { reason: 'not_available' };
  if (meaning.kind === 'sender') {
    const value = sender[meaning.what];
    if (!value) return { reason: 'empty' };
    return meaning.what === 'my_signature' ? { html: value } : { text: value };
  }
  const personObject = personObjectOf(personId);
  const readings = personObject && plan.get(personObject)?.get(key);
  if (!readings) return { reason: 'unknown_field' };
  for (const { on, path, currencyPath, field } of readings) {
    const row = rows.get(on)?.get(on === personObject ? personId : recordId === null ? '' : toLongId(recordId));
    const value = valueAt(row, path);
    if (value === undefined) continue;
    const text = valueWords(value, field, reader, currencyPath === null ? null : textOf(valueAt(row, currencyPath)));
    if (text === null) return { reason: 'empty' };
    return { text: meaning.kind === 'person' && meaning.isFriendly ? friendlyCompany(text) : text };
  }
  return { reason: 'empty' };
}

/** Undefined where the record is not there that holds it, or was not shown. */
function valueAt(row: FieldRow | undefined, path: string): unknown {
  let at: unknown = row;
  for (const step of path.split('.')) at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined;
  return at;
}
