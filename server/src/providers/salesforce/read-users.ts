import type { Api } from './connection.ts';
import { toLongId } from './ids.ts';
import { query } from './query.ts';
import { containing, quoted } from './soql.ts';

/** Somebody who may sign in to Lightning, as the asking user may see them. */
export interface SalesforceUser {
  /** 18 characters. */
  id: string;
  name: string;
  firstName: string | null;
  email: string;
  title: string | null;
  /** As Salesforce writes it, such as `pt_BR`. */
  language: string | null;
  isActive: boolean;
}

interface UserRow {
  Id: string;
  Name: string;
  FirstName?: string | null;
  Email: string;
  Title?: string | null;
  LanguageLocaleKey?: string | null;
  IsActive: boolean;
}

/** Customers of a portal and integrations have users too, and no Lightning pages. */
const FROM_USERS = `SELECT Id, Name, FirstName, Email, Title, LanguageLocaleKey, IsActive FROM User WHERE UserType = 'Standard'`;
/** A query travels in an address, of which Salesforce takes 16,384 bytes. A quoted letter can need three of them, and up to nine. */
const LITERALS_AT_MOST = 4_000;

/** Users with one of these email addresses, several where they share one. Letter case does not count. */
export async function readUsersByEmail(api: Api, emails: readonly string[]): Promise<SalesforceUser[]> {
  const found: SalesforceUser[] = [];
  for (const literals of batches(emails.map(quoted))) {
    const rows = await query<UserRow>(api, `${FROM_USERS} AND Email IN (${literals.join(', ')})`);
    found.push(...rows.map(toUser));
  }
  return found;
}

/** Active users whose name or address has these words in it. */
export async function searchUsers(api: Api, words: string, most: number): Promise<SalesforceUser[]> {
  const fits = `(Name LIKE ${containing(words)} OR Email LIKE ${containing(words)})`;
  const rows = await query<UserRow>(api, `${FROM_USERS} AND IsActive = true AND ${fits} ORDER BY Name LIMIT ${String(most)}`);
  return rows.map(toUser);
}

function toUser({ Id, Name, FirstName, Email, Title, LanguageLocaleKey, IsActive }: UserRow): SalesforceUser {
  return {
    id: toLongId(Id),
    name: Name,
    firstName: FirstName ?? null,
    email: Email,
    title: Title ?? null,
    language: LanguageLocaleKey ?? null,
    isActive: IsActive,
  };
}

function batches(literals: readonly string[]): string[][] {
  const made: string[][] = [];
  let length = Infinity;
  for (const literal of literals) {
    if (length + literal.length > LITERALS_AT_MOST) {
      made.push([]);
      length = 0;
    }
    made.at(-1)?.push(literal);
    length += literal.length;
  }
  return made;
}
