import type { Language } from '../languages/index.ts';

/** What a caller can do about a failure. The sentence of each error says it to people in the words of the case. */
export const REMEDIES = {
  change_request: 'Change the request. The sentence says what is wrong with it.',
  read_again: 'Read again what is shown. It has changed, or it is not there.',
  new_session: 'Get a new token from Apex. The panel does this once by itself; after that the person reloads the page.',
  wait: 'Send the same request again later, at `retryAt` where the answer has one.',
  start_again: 'Go back to the panel or to the first page, and start again from there.',
  connect: 'Connect the mailbox, the mail server or Salesforce, or connect it again.',
  ask_admin: 'Ask an admin of MSI Actions in the org.',
  ask_salesforce_admin: 'Ask an administrator of the Salesforce org.',
  tell_operator: 'Tell whoever runs the service the request id.',
} as const;

export interface ErrorEntry {
  status: number;
  /** The same refusal where it means something else for the caller: a page instead of a session, a vendor's no instead of its silence. */
  otherStatus?: number;
  /** A sentence for people, in English. A use case that can say more says it in its place. */
  title: string;
  remedy: keyof typeof REMEDIES;
}

/** The sentences of an area in the other languages. A code without its sentence does not compile. */
export type Translations<Code extends string> = Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<Code, string>>>>;
