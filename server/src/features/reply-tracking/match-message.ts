import { canonicalAddress } from '../../platform/canonical-address.ts';
import type { InboxMessage } from '../../providers/mailbox.ts';
import type { AnswerableEmail } from '../responses/index.ts';
import { addressOf, isSameDomain, messageIdsIn, type RecipientReport } from './classify/index.ts';

/** The clocks of a vendor and of this service differ, and Graph cuts off what is less than a second. */
const CLOCK_DIFFERENCE_MS = 2 * 60_000;

/** What a message of one mailbox is compared with. */
export interface Candidates {
  connectionId: string;
  emails: readonly AnswerableEmail[];
}

export interface Sender {
  /** In its canonical form; null when the message does not say. */
  address: string | null;
  isRecipientOf: (email: AnswerableEmail) => boolean;
  /** Somebody written to, or who shares a company with one of them. */
  isOneOfThem: (email: AnswerableEmail) => boolean;
}

export function senderOf({ headers }: InboxMessage): Sender {
  const header = (name: string): string | undefined => headers.find(([key]) => key === name)?.[1];
  const address = addressOf(header('from')) ?? addressOf(header('sender'));
  const isRecipientOf = (email: AnswerableEmail): boolean => address !== null && recipientOf(email, address) !== null;
  const isColleague = ({ recipients }: AnswerableEmail): boolean =>
    address !== null && recipients.some((recipient) => isSameDomain(address, recipient));
  return { address, isRecipientOf, isOneOfThem: (email) => isRecipientOf(email) || isColleague(email) };
}

/** What the message calls itself; null where it says nothing that can be a Message-ID. */
export function messageIdOf({ headers }: InboxMessage): string | null {
  const value = headers.find(([key]) => key === 'message-id')?.[1] ?? '';
  return messageIdsIn(value)[0] ?? null;
}

/** The recipient of an email as it was written, found by an address in its canonical form: one address has many spellings. */
function recipientOf({ recipients }: AnswerableEmail, address: string): string | null {
  return recipients.find((recipient) => canonicalAddress(recipient) === address) ?? null;
}

/**
 * TR-3: the email that a message answers. A Message-ID of ours that it refers to is proof enough, whoever writes. The thread alone proves
 * it only for somebody we wrote to or a colleague of theirs, after the email left. Null when it answers none.
 */
export function findAnsweredEmail(message: InboxMessage, messageIds: readonly string[], candidates: Candidates): AnswerableEmail | null {
  const byId = findByMessageId(messageIds, candidates);
  if (byId) return byId;
  return inThread(message, candidates).find(senderOf(message).isOneOfThem) ?? null;
}

/** What is not surely a machine's: a classification. */
interface Doubtful {
  mayBePerson?: boolean;
  referencedMessageIds: readonly string[];
}

/**
 * Whether an answer without proof of a machine is a person's: it refers to our email and comes from one of them. Mail programs ask others
 * not to answer, and groups add the fields of a list; neither makes a person's words automatic.
 */
export function isPersonsAnswer(message: InboxMessage, { mayBePerson, referencedMessageIds }: Doubtful, email: AnswerableEmail): boolean {
  return mayBePerson === true && senderOf(message).isOneOfThem(email) && referencedMessageIds.some((id) => isIdOf(email, id));
}

/** The ids come in the order of their weight: the nearest message first. */
function findByMessageId(messageIds: readonly string[], { emails }: Candidates): AnswerableEmail | null {
  for (const id of messageIds) {
    const email = emails.find((one) => isIdOf(one, id));
    if (email) return email;
  }
  return null;
}

function isIdOf({ messageId, sentMessageId }: AnswerableEmail, id: string): boolean {
  return isSameId(messageId, id) || isSameId(sentMessageId, id);
}

/** Some mail hosts write the part after the @, or all of it, in capitals. */
function isSameId(ours: string | null, theirs: string): boolean {
  return ours !== null && ours.toLowerCase() === theirs.toLowerCase();
}

/** The emails of a message's thread that had left before it came, the last one first. */
function inThread({ threadId, receivedAt }: InboxMessage, { connectionId, emails }: Candidates): AnswerableEmail[] {
  return emails
    .filter(
      (email) => threadId !== null && email.threadId === threadId && email.connectionId === connectionId && hadLeft(email, receivedAt),
    )
    .sort((one, other) => (other.sentAt?.getTime() ?? 0) - (one.sentAt?.getTime() ?? 0));
}

function hadLeft({ sentAt }: AnswerableEmail, receivedAt: Date): boolean {
  return sentAt !== null && sentAt.getTime() <= receivedAt.getTime() + CLOCK_DIFFERENCE_MS;
}

export interface ReportClaims {
  originalMessageIds: readonly string[];
  referencedMessageIds: readonly string[];
  /** Every address in the words of the report, and every recipient that it reports on. */
  named?: readonly string[];
  reports?: readonly Pick<RecipientReport, 'recipient'>[];
}

export interface ReportedEmail {
  email: AnswerableEmail;
  /** Null when nobody can tell which of several recipients it was. */
  address: string | null;
}

/**
 * TR-6: the email that a delivery report is about. Anybody can send one, so it must name both a Message-ID of ours, which nobody can guess,
 * and a recipient of that email: as the one it reports on or, where it knows nobody of them, as the only one in its words. A report that
 * names no message at all counts in the email's own thread only; one that names no recipient, as all that is known by headers at Outlook,
 * when it stands in the thread besides.
 */
export function findReportedEmail(
  message: InboxMessage,
  { recipient }: Pick<RecipientReport, 'recipient'>,
  claims: ReportClaims,
  candidates: Candidates,
): ReportedEmail | null {
  const messageIds = [...claims.originalMessageIds, ...claims.referencedMessageIds];
  const thread = inThread(message, candidates);
  const named = findByMessageId(messageIds, candidates);
  const inWords = named ? onlyOneInWords(named, claims) : null;
  if (named && inWords !== null) return { email: named, address: inWords };
  if (recipient === null) {
    if (!named || !thread.includes(named)) return null;
    const [only, ...others] = named.recipients;
    return { email: named, address: others.length === 0 ? (only ?? null) : null };
  }
  const email = messageIds.length > 0 ? named : thread.find((one) => recipientOf(one, recipient) !== null);
  const address = email ? recipientOf(email, recipient) : null;
  return email && address !== null ? { email, address } : null;
}

/** The one recipient of the email that the words of a report name, where none of those it reports on is a recipient. */
function onlyOneInWords(email: AnswerableEmail, { named = [], reports = [] }: ReportClaims): string | null {
  if (reports.some(({ recipient }) => recipient !== null && recipientOf(email, recipient) !== null)) return null;
  const found = new Set(named.flatMap((address) => recipientOf(email, address) ?? []));
  const [only, ...others] = found;
  return others.length === 0 ? (only ?? null) : null;
}
