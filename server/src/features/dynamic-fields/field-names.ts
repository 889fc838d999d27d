import type { RecordObjectName } from '../../providers/salesforce/index.ts';
import { keyOf } from './parse-fields.ts';

/** A Lead or a Contact. */
export type PersonObject = Extract<RecordObjectName, 'Lead' | 'Contact'>;

/** What a name means, as far as the name says. */
export type Meaning =
  /** A field that every person has; read without a description. */
  | { kind: 'person'; path: Readonly<Record<PersonObject, string>>; isFriendly: boolean; whenEmpty: 'blank' | 'your_company' | 'stop' }
  | { kind: 'sender'; what: SenderField }
  /** What the product does not have yet. */
  | { kind: 'not_available' }
  | { kind: 'salesforce'; rest: string }
  | { kind: 'custom'; rest: string }
  | { kind: 'unknown' };

export const SENDER_FIELDS = ['my_name', 'my_first_name', 'my_email', 'my_title', 'my_phone', 'my_signature'] as const;
export type SenderField = (typeof SENDER_FIELDS)[number];

type PersonField = Extract<Meaning, { kind: 'person' }>;

/** Those that are offered, in the order in which they are; DF-4 says which may be empty. */
const PERSON: Readonly<Record<string, PersonField>> = {
  first_name: person('FirstName', 'FirstName', 'blank'),
  last_name: person('LastName', 'LastName', 'blank'),
  full_name: person('Name', 'Name', 'blank'),
  title: person('Title', 'Title', 'blank'),
  company: person('Company', 'Account.Name', 'your_company'),
  company_friendly: { ...person('Company', 'Account.Name', 'your_company'), isFriendly: true },
  personal_email: person('Email', 'Email', 'stop'),
  phone: person('Phone', 'Phone', 'stop'),
  work_website: person('Website', 'Account.Website', 'stop'),
};
export const PERSON_FIELDS = Object.keys(PERSON);

const ALIASES: Readonly<Record<string, string>> = { friendly_company: 'company_friendly', email: 'personal_email' };
const NOT_AVAILABLE = ['friendly_unsubscribe', 'team_unsubscribe'];

const BY_KEY = new Map<string, Meaning>([
  ...Object.entries(PERSON).map(([name, meaning]) => [keyOf(name), meaning] as const),
  ...Object.entries(ALIASES).map(([alias, name]) => [keyOf(alias), PERSON[name] ?? { kind: 'unknown' }] as const),
  ...SENDER_FIELDS.map((what) => [keyOf(what), { kind: 'sender', what }] as const),
  ...NOT_AVAILABLE.map((name) => [keyOf(name), { kind: 'not_available' }] as const),
]);
const SALESFORCE = 'sfdc';
const CUSTOM = keyOf('custom_field_');

/** `key` as `keyOf` gives it. */
export function meaningOf(key: string): Meaning {
  const known = BY_KEY.get(key);
  if (known) return known;
  if (key.startsWith(SALESFORCE)) return { kind: 'salesforce', rest: key.slice(SALESFORCE.length) };
  if (key.startsWith(CUSTOM)) return { kind: 'custom', rest: key.slice(CUSTOM.length) };
  return { kind: 'unknown' };
}

function person(lead: string, contact: string, whenEmpty: PersonField['whenEmpty']): PersonField {
  return { kind: 'person', path: { Lead: lead, Contact: contact }, isFriendly: false, whenEmpty };
}
