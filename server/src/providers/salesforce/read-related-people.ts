import type { Api } from './connection.ts';
import { objectOf } from './ids.ts';
import { CONTACT_FIELDS, personOfContact, type ContactRow, type SalesforcePerson } from './people.ts';
import { queryVisible } from './query-visible.ts';
import { quotedId } from './soql.ts';

/** As many as a list of people can show without a search; more can be found by typing. */
const MOST_PEOPLE = 200;

interface ContactRoleRow {
  Role?: string | null;
  IsPrimary?: boolean;
  Contact: ContactRow | null;
}

/**
 * The people of an Account (its contacts, by name) or of an Opportunity (its contact roles, the primary one first),
 * at most 200. Empty for any other record.
 */
export async function readRelatedPeople(api: Api, recordId: string): Promise<SalesforcePerson[]> {
  if (objectOf(recordId) === 'Account') {
    const rest = `FROM Contact WHERE AccountId = ${quotedId(recordId)} ORDER BY Name LIMIT ${MOST_PEOPLE}`;
    return (await queryVisible<ContactRow>(api, CONTACT_FIELDS, rest)).map(personOfContact);
  }
  if (objectOf(recordId) !== 'Opportunity') return [];
  const fields = ['Role', 'IsPrimary', ...CONTACT_FIELDS.map((field) => `Contact.${field}`)];
  const rest = `FROM OpportunityContactRole WHERE OpportunityId = ${quotedId(recordId)} ORDER BY IsPrimary DESC LIMIT ${MOST_PEOPLE}`;
  const rows = await queryVisible<ContactRoleRow>(api, fields, rest);
  const people = rows.flatMap((row) =>
    row.Contact ? [{ ...personOfContact(row.Contact), role: row.Role ?? null, isPrimary: row.IsPrimary ?? false }] : [],
  );
  return [...new Map(people.toReversed().map((person) => [person.id, person])).values()].toReversed();
}
