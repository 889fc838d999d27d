import { AppError } from '../../platform/errors.ts';
import { commonSentence } from '../../platform/error-words/index.ts';
import { objectOf, type SalesforceClient, type SalesforcePerson } from '../../providers/salesforce/index.ts';
import { sentence } from './error-words/index.ts';
import type { Person, RecordObject } from './schemas.ts';

/** Opens Salesforce with one rep's own connection and rights (SF-2). */
export type OpenSalesforce = (orgId: string, userId: string, purpose?: string) => Promise<SalesforceClient>;

/** A person with what we keep beside what the panel shows. */
export type KnownPerson = Person & { accountId: string | null };

/** A person as one rep's own rights show it, before what the org knows is added. */
export type SeenPerson = Omit<KnownPerson, 'refusal'> & { contactId: string | null };

/** A record as the rep sees it, with the people it leads to: itself, the contacts of the account, the contact roles (PN-1). */
export interface RecordRead<P = KnownPerson> {
  record: { id: string; objectName: RecordObject; name: string };
  people: P[];
}

/**
 * Reads a Lead, Contact, Account or Opportunity with the rep's own rights.
 * AppError 404 `not_found` when Salesforce does not show it; else ProviderError.
 */
export async function readRecord(salesforce: SalesforceClient, recordId: string): Promise<RecordRead<SeenPerson>> {
  const objectName = objectOf(recordId);
  if (!objectName) throw new AppError('not_found', { title: commonSentence('wrongObject') });
  if (objectName === 'Lead' || objectName === 'Contact') {
    const person = await salesforce.readPerson(recordId);
    if (!person) throw recordNotVisible();
    return { record: { id: person.id, objectName, name: person.name }, people: [toSeenPerson(person)] };
  }
  const [record, people] = await Promise.all([salesforce.readRecordName(recordId), salesforce.readRelatedPeople(recordId)]);
  if (!record) throw recordNotVisible();
  return { record, people: people.map(toSeenPerson) };
}

export function toSeenPerson(person: SalesforcePerson): SeenPerson {
  return {
    id: person.id,
    objectName: person.objectName,
    name: person.name,
    firstName: person.firstName,
    email: person.email,
    title: person.title,
    company: person.company,
    optedOut: person.optedOut,
    role: person.role,
    isPrimary: person.isPrimary,
    accountId: person.accountId,
    contactId: person.convertedContactId,
  };
}

function recordNotVisible(): AppError {
  return new AppError('not_found', { title: sentence('recordHidden') });
}
