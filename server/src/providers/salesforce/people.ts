import { toLongId } from './ids.ts';

/** A Lead or Contact as the user of the token may see it. */
export interface SalesforcePerson {
  /** 18 characters. */
  id: string;
  objectName: 'Lead' | 'Contact';
  name: string;
  firstName: string | null;
  email: string | null;
  title: string | null;
  company: string | null;
  /** The Contact's account; null for a Lead. */
  accountId: string | null;
  /** Null where the user may not see the opt-out field. */
  optedOut: boolean | null;
  /** Contact role, when asked from an Opportunity. */
  role: string | null;
  isPrimary: boolean;
  /** The Contact that a converted Lead has become. */
  convertedContactId: string | null;
}

export interface LeadRow {
  Id: string;
  Name: string;
  FirstName?: string | null;
  Email?: string | null;
  Title?: string | null;
  Company?: string | null;
  HasOptedOutOfEmail?: boolean;
  IsConverted?: boolean;
  ConvertedContactId?: string | null;
}

export interface ContactRow {
  Id: string;
  Name: string;
  FirstName?: string | null;
  Email?: string | null;
  Title?: string | null;
  AccountId?: string | null;
  Account?: { Name?: string | null } | null;
  HasOptedOutOfEmail?: boolean;
}

export const LEAD_FIELDS = [
  'Id',
  'Name',
  'FirstName',
  'Email',
  'Title',
  'Company',
  'HasOptedOutOfEmail',
  'IsConverted',
  'ConvertedContactId',
];
export const CONTACT_FIELDS = ['Id', 'Name', 'FirstName', 'Email', 'Title', 'AccountId', 'Account.Name', 'HasOptedOutOfEmail'];

function blankIsNull(text: string | null | undefined): string | null {
  return text?.trim() ? text.trim() : null;
}

export function personOfLead(row: LeadRow): SalesforcePerson {
  return {
    id: toLongId(row.Id),
    objectName: 'Lead',
    name: row.Name,
    firstName: blankIsNull(row.FirstName),
    email: blankIsNull(row.Email),
    title: blankIsNull(row.Title),
    company: blankIsNull(row.Company),
    accountId: null,
    optedOut: row.HasOptedOutOfEmail ?? null,
    role: null,
    isPrimary: false,
    convertedContactId: row.ConvertedContactId ? toLongId(row.ConvertedContactId) : null,
  };
}

export function personOfContact(row: ContactRow): SalesforcePerson {
  return {
    id: toLongId(row.Id),
    objectName: 'Contact',
    name: row.Name,
    firstName: blankIsNull(row.FirstName),
    email: blankIsNull(row.Email),
    title: blankIsNull(row.Title),
    company: blankIsNull(row.Account?.Name),
    accountId: row.AccountId ? toLongId(row.AccountId) : null,
    optedOut: row.HasOptedOutOfEmail ?? null,
    role: null,
    isPrimary: false,
    convertedContactId: null,
  };
}
