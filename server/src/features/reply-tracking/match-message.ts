import type { InboxMessage } from '../../providers/mailbox.ts';
import type { AnswerableEmail } from '../sales-emails/index.ts';
import { addressOf, isSameDomain, type RecipientReport } from './classify/index.ts';

/** The clocks of a vendor and of this service differ, and Graph cuts off what is less than a second. */
const CLOCK_DIFFERENCE_MS = 2 * 60_000;

/** What a message of one mailbox is compared with. */
export interface Candidates {
  connectionId: string;
  emails: readonly AnswerableEmail[];
}

export interface Sender {
  /** Lower case; null when the message does not say. */
  address: string | null;
  isRecipientOf: (email: AnswerableEmail) => boolean;
}

export function senderOf({ headers }: InboxMessage): Sender {
  const header = (name: string): string | undefined => headers.find(([key]) => key === name)?.[1];
  const address = addressOf(header('from')) ?? addressOf(header('sender'));
  return { address, isRecipientOf: ({ recipients }) => address !== null && recipients.includes(address) };
}

/**
 * TR-3: the email that a message answers. A Message-ID of ours that it refers to is proof enough, whoever writes; the thread alone is only so for
 * somebody we wrote to or a colleague of theirs, after the email left. Null when it answers none.
 */
export function findAnsweredEmail(message: InboxMessage, messageIds: readonly string[], candidates: Candidates): AnswerableEmail | null {
  const byId = findByMessageId(messageIds, candidates);
  if (byId) return byId;
  const sender = senderOf(message);
  const isFromThem = (email: AnswerableEmail): boolean =>
    sender.isRecipientOf(email) || email.recipients.some((recipient) => sender.address !== null && isSameDomain(sender.address, recipient));
  return inThread(message, candidates).find(isFromThem) ?? null;
}

/** The ids come in the order of their weight: the nearest message first. */
function findByMessageId(messageIds: readonly string[], { emails }: Candidates): AnswerableEmail | null {
  for (const id of messageIds) {
    const email = emails.find(({ messageId, sentMessageId }) => isSameId(messageId, id) || isSameId(sentMessageId, id));
    if (email) return email;
  }
  return null;
}

/** Some mail hosts write the part after the @, or all of it, in capitals. */
const isSameId = (ours: string | null, theirs: string): boolean => ours !== null && ours.toLowerCase() === theirs.toLowerCase();

/** The emails of a message's thread that had left before it came, the last one first. */
function inThread({ threadId, receivedAt }: InboxMessage, { connectionId, emails }: Candidates): AnswerableEmail[] {
  return emails
    .filter(
      (email) => threadId !== null && email.threadId === threadId && email.connectionId === connectionId && hadLeft(email, receivedAt),
    )
    .sort((one, other) => (other.sentAt?.getTime() ?? 0) - (one.sentAt?.getTime() ?? 0));
}

const hadLeft = ({ sentAt }: AnswerableEmail, receivedAt: Date): boolean =>
  sentAt !== null && sentAt.getTime() <= receivedAt.getTime() + CLOCK_DIFFERENCE_MS;

export interface ReportIds {
  originalMessageIds: readonly string[];
  referencedMessageIds: readonly string[];
}

export interface ReportedEmail {
  email: AnswerableEmail;
  /** Null when nobody can tell which of several recipients it was. */
  address: string | null;
}

/**
 * TR-6: the email that a delivery report is about. Anybody can send one, so it must name both a Message-ID of ours, which nobody can guess, and a
 * recipient of that email. A report that names no message at all counts in the email's own thread only; one that names no recipient, as all
 * that is known by headers at Outlook, when it stands in the thread besides.
 */
export function findReportedEmail(
  message: InboxMessage,
  { recipient }: Pick<RecipientReport, 'recipient'>,
  ids: ReportIds,
  candidates: Candidates,
): ReportedEmail | null {
  const messageIds = [...ids.originalMessageIds, ...ids.referencedMessageIds];
  const thread = inThread(message, candidates);
  const named = findByMessageId(messageIds, candidates);
  if (recipient === null) {
    if (!named || !thread.includes(named)) return null;
    const [only, ...others] = named.recipients;
    return { email: named, address: others.length === 0 ? (only ?? null) : null };
  }
  const email = messageIds.length > 0 ? named : thread.find(({ recipients }) => recipients.includes(recipient));
  return email?.recipients.includes(recipient) ? { email, address: recipient } : null;
}
