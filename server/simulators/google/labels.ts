import { invalidArgument } from './errors.ts';

/** The labels that every mailbox has; accounts here make none of their own. */
export const SYSTEM_LABELS = ['INBOX', 'SENT', 'DRAFT', 'UNREAD', 'STARRED', 'IMPORTANT', 'TRASH', 'SPAM'];

/** Throws GmailError for a label that the mailbox does not have. */
export function checkLabels(names: readonly string[]): void {
  const unknown = names.find((name) => !SYSTEM_LABELS.includes(name));
  if (unknown !== undefined) throw invalidArgument(`Invalid label: ${unknown}`);
}
