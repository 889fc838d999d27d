import type { Api } from './connection.ts';
import { objectOf, toLongId } from './ids.ts';
import {
  CONTACT_FIELDS,
  LEAD_FIELDS,
  personOfContact,
  personOfLead,
  type ContactRow,
  type LeadRow,
  type SalesforcePerson,
} from './people.ts';
import { queryVisible } from './query-visible.ts';
import { quotedId } from './soql.ts';

/**
 * The Leads and Contacts among `ids` that the user may see, in the order asked for; those that are deleted, hidden or
 * of another object are left out.
 */
export async function readPeople(api: Api, ids: readonly string[]): Promise<SalesforcePerson[]> {
  const wanted = [...new Set(ids.map(toLongId))];
  const leads = wanted.filter((id) => objectOf(id) === 'Lead');
  const contacts = wanted.filter((id) => objectOf(id) === 'Contact');
  const [leadRows, contactRows] = await Promise.all([
    leads.length === 0 ? [] : queryVisible<LeadRow>(api, LEAD_FIELDS, `FROM Lead WHERE Id IN (${leads.map(quotedId).join(', ')})`),
    contacts.length === 0
      ? []
      : queryVisible<ContactRow>(api, CONTACT_FIELDS, `FROM Contact WHERE Id IN (${contacts.map(quotedId).join(', ')})`),
  ]);
  const found = new Map([...leadRows.map(personOfLead), ...contactRows.map(personOfContact)].map((person) => [person.id, person]));
  return wanted.flatMap((id) => found.get(id) ?? []);
}

/** One Lead or Contact, or null when the user cannot see it or it is no person. */
export async function readPerson(api: Api, id: string): Promise<SalesforcePerson | null> {
  return (await readPeople(api, [id]))[0] ?? null;
}
