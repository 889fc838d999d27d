import type { RecordObjectName } from '../../providers/salesforce/index.ts';
import type { DescribeObject, ObjectDescription } from './describe-objects.ts';
import type { PersonObject } from './field-names.ts';
import { WORDLESS, type Written } from './value-words.ts';

/** Where a value stands: a field of a record, or of one that it refers to. */
export interface Reading {
  on: RecordObjectName;
  /** As SOQL has it, such as `Account.AnnualRevenue`. */
  path: string;
  /** Where the currency of an amount stands; null where the org has one only. */
  currencyPath: string | null;
  field: Written;
}

type Described = Pick<Reading, 'path' | 'currencyPath' | 'field'>;

/** What a rep acts from and whom for. */
export interface Standpoint {
  personObject: PersonObject;
  recordObject: RecordObjectName | null;
}

const OBJECTS: readonly RecordObjectName[] = ['Lead', 'Contact', 'Account', 'Opportunity'];
/** How far a name reaches: the fields of these, one reference away. */
const REFERENCES: Readonly<Record<string, string>> = { Account: 'Account', Owner: 'User' };
/** What an owner has that may be a user or a queue. */
const OF_ANY_OWNER = new Set(['Name', 'FirstName', 'LastName', 'Email', 'Phone', 'Title', 'Alias', 'Username']);

/**
 * Where to look for `sfdc_…`, the first that has a record first; null when there is no such field, or the user may not see it. A name that
 * begins with an object is a field of that object; if it has none of the name, it is one of the person: `lead_source` of a lead is its
 * field LeadSource.
 */
export async function findReadings(rest: string, standpoint: Standpoint, describe: DescribeObject): Promise<Reading[] | null> {
  for (const object of OBJECTS) {
    const name = object.toLowerCase();
    if (!rest.startsWith(name) || rest.length === name.length) continue;
    const found = await findDescribed(object, rest.slice(name.length), describe);
    if (found) return readingsOf(object, found, standpoint, describe);
  }
  const own = await findDescribed(standpoint.personObject, rest, describe);
  return own && [{ on: standpoint.personObject, ...own }];
}

/** Where to look for `custom_field_…`: in the custom fields of the person alone. */
export async function findCustomReading(rest: string, { personObject }: Standpoint, describe: DescribeObject): Promise<Reading[] | null> {
  const { fields, byKey } = await describe(personObject);
  const field = byKey.get(rest)?.custom ? byKey.get(rest) : byKey.get(`${rest}c`);
  if (!field?.custom || WORDLESS.has(field.type)) return null;
  return [{ on: personObject, ...described(field, '', fields) }];
}

async function readingsOf(
  object: RecordObjectName,
  found: Described,
  { personObject, recordObject }: Standpoint,
  describe: DescribeObject,
): Promise<Reading[]> {
  if (object === personObject) return [{ on: object, ...found }];
  const ofRecord = object === recordObject && (object === 'Account' || object === 'Opportunity') ? [{ on: object, ...found }] : [];
  if (object !== 'Account' || personObject !== 'Contact' || !hasReference(await describe('Contact'), 'Account')) return ofRecord;
  const through = (path: string): string => `Account.${path}`;
  return [
    { on: 'Contact', path: through(found.path), currencyPath: found.currencyPath && through(found.currencyPath), field: found.field },
    ...ofRecord,
  ];
}

async function findDescribed(object: string, key: string, describe: DescribeObject): Promise<Described | null> {
  const { fields, byKey } = await describe(object);
  const own = byKey.get(key);
  if (own && !WORDLESS.has(own.type)) return described(own, '', fields);
  for (const [reference, target] of Object.entries(REFERENCES)) {
    const referring = fields.find((field) => field.relationshipName === reference);
    if (!referring || !key.startsWith(reference.toLowerCase())) continue;
    const there = await describe(target);
    const field = there.byKey.get(key.slice(reference.length));
    const isThere = field && !WORDLESS.has(field.type) && (referring.referenceTo.length === 1 || OF_ANY_OWNER.has(field.name));
    if (isThere) return described(field, `${reference}.`, referring.referenceTo.length === 1 ? there.fields : []);
  }
  return null;
}

function hasReference({ fields }: ObjectDescription, name: string): boolean {
  return fields.some(({ relationshipName }) => relationshipName === name);
}

function described(field: Written & { name: string }, before: string, fields: readonly { name: string }[]): Described {
  const hasCurrencies = field.type === 'currency' && fields.some(({ name }) => name === 'CurrencyIsoCode');
  return { path: `${before}${field.name}`, currencyPath: hasCurrencies ? `${before}CurrencyIsoCode` : null, field };
}
