import type { SObject } from './entities.ts';
import type { Actor } from './actor.ts';
import { createRecord } from './records.ts';
import { toDateTime } from './values.ts';

/** Turns a lead into a contact of an account (the one of that name, or a new one), as the platform's own conversion does. */
export function convertLead(actor: Actor, lead: SObject): { accountId: string; contactId: string } {
  const { store, org } = actor;
  const account = store.rows(org, 'Account').find((row) => row['Name'] === lead['Company'] && row['IsDeleted'] !== true);
  const accountId =
    (account?.['Id'] as string | undefined) ?? createRecord(actor, 'Account', { Name: lead['Company'], OwnerId: lead['OwnerId'] });
  const kept = ['FirstName', 'LastName', 'Title', 'Email', 'Phone', 'HasOptedOutOfEmail', 'OwnerId'];
  const contactId = createRecord(actor, 'Contact', {
    AccountId: accountId,
    ...Object.fromEntries(kept.map((name) => [name, lead[name] ?? null])),
  });
  const at = toDateTime(store.now());
  Object.assign(lead, {
    IsConverted: true,
    Status: 'Closed - Converted',
    ConvertedDate: at.slice(0, 10),
    ConvertedAccountId: accountId,
    ConvertedContactId: contactId,
    LastModifiedDate: at,
    SystemModstamp: at,
  });
  for (const task of store.rows(org, 'Task')) {
    if (task['WhoId'] === lead['Id']) Object.assign(task, { WhoId: contactId, AccountId: accountId, SystemModstamp: at });
  }
  return { accountId, contactId };
}
