import { canonicalAddress } from '../../platform/canonical-address.ts';
import type { JobLog } from '../../platform/jobs.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { InboxMessage } from '../../providers/mailbox.ts';
import { findAnswerable, type NewResponse } from '../responses/index.ts';
import type { Classify } from './classify-in-thread.ts';
import type { Classification } from './classify/index.ts';
import { findAnsweredEmail, findReportedEmail, isPersonsAnswer, messageIdOf, senderOf, type Candidates } from './match-message.ts';
import type { OpenedInbox } from './open-inbox.ts';
import { findOwnAddresses } from './repository.ts';
import type { Watch } from './watch-lease.ts';

/** What an answer says of itself; when and why it was noticed is added by whoever looked. */
export type Answer = Omit<NewResponse, 'noticedAt' | 'noticedBy'>;

type Relevant = Exclude<Classification, { kind: 'own' | 'read_receipt' }>;

export interface DecideDependencies {
  pool: Pool;
  classify: Classify;
  log: JobLog;
}

interface Classified {
  message: InboxMessage;
  classification: Relevant;
}

/**
 * Finds out which messages of a page answer which sales emails. What is unrelated leaves no trace, here or in a log. Where the grant and
 * the admin allow bodies, those of delivery reports and of automatic replies to our own emails are read. Elsewhere the first words are, and
 * only of delivery reports about our own emails. A message that cannot be read in time counts for what its headers say, or not at all; the
 * log says that there was one.
 */
export async function decideMessages(
  { pool, classify: find, log }: DecideDependencies,
  watch: Watch,
  mailbox: OpenedInbox,
  messages: readonly InboxMessage[],
  now: Date,
): Promise<Answer[]> {
  const inbound = messages.filter(({ isOwn }) => !isOwn);
  if (inbound.length === 0) return [];
  const { orgId, userId } = watch;
  const senders = inbound.flatMap((message) => senderOf(message).address ?? []);
  const own = await inOrg(pool, orgId, (tx) => findOwnAddresses(tx, orgId, userId, senders));
  const context = { ownAddresses: own.rep, now, ...(own.timeZone ? { timeZone: own.timeZone } : {}) };

  const classify: Classify = async (message, found) => {
    const classification = await find(message, found);
    if (!classification) log.warn({ orgId, connectionId: watch.connectionId }, 'A message cannot be read in time and is left aside');
    return classification;
  };

  const byHeaders = await classifyAll(inbound, (message) => classify(message, context));
  if (byHeaders.length === 0) return [];
  const first = await inOrg(pool, orgId, (tx) => findCandidates(tx, watch, byHeaders));
  const whole = new Set<string>();
  const readMore = mailbox.readsBodies
    ? async (message: InboxMessage, known: Relevant) => {
        const raw = isWorthReading(message, known, first)
          ? await ifThere(mailbox.provider.inbox.readRaw(mailbox.accessToken, message.id))
          : null;
        if (raw) whole.add(message.id);
        return raw && { raw };
      }
    : async (message: InboxMessage, known: Relevant) => {
        if (!isReportOfOurs(message, known, first)) return null;
        const snippet = await ifThere(mailbox.provider.inbox.readSnippet(mailbox.accessToken, message.id));
        return snippet ? { snippet } : null;
      };
  const withWords = await classifyAll(
    byHeaders.map(({ message }) => message),
    async (message, index) => {
      const known = (byHeaders[index] as Classified).classification;
      const more = await readMore(message, known);
      return (more && (await classify(message, { ...context, ...more }))) ?? known;
    },
  );
  const candidates = mailbox.readsBodies ? await inOrg(pool, orgId, (tx) => findCandidates(tx, watch, withWords)) : first;
  return toAnswers({ watch, candidates, orgSenders: own.org, whole }, withWords);
}

async function classifyAll(
  messages: readonly InboxMessage[],
  sort: (message: InboxMessage, index: number) => Promise<Classification | null>,
): Promise<Classified[]> {
  const classified: Classified[] = [];
  for (const [index, message] of messages.entries()) {
    const classification = await sort(message, index);
    if (classification && classification.kind !== 'own' && classification.kind !== 'read_receipt')
      classified.push({ message, classification });
  }
  return classified;
}

function findCandidates(tx: Tx, { orgId, userId, connectionId }: Watch, classified: readonly Classified[]): Promise<Candidates> {
  const messageIds = new Set(classified.flatMap(({ classification }) => idsOf(classification)).flatMap((id) => [id, id.toLowerCase()]));
  const threadIds = new Set(classified.flatMap(({ message }) => message.threadId ?? []));
  const question = { userId, connectionId, messageIds: [...messageIds], threadIds: [...threadIds] };
  return findAnswerable(tx, orgId, question).then((emails) => ({ connectionId, emails }));
}

function idsOf(classification: Relevant): string[] {
  return [...('originalMessageIds' in classification ? classification.originalMessageIds : []), ...classification.referencedMessageIds];
}

/** A delivery report names the original in its parts only; of an absence note only the body says until when. */
function isWorthReading(message: InboxMessage, classification: Relevant, candidates: Candidates): boolean {
  if (classification.kind === 'delivery_report' || classification.kind === 'complaint') return true;
  if (classification.kind === 'human') return false;
  const email = findAnsweredEmail(message, classification.referencedMessageIds, candidates);
  return email !== null && !isPersonsAnswer(message, classification, email);
}

/** A report that names an email of ours, or stands in its thread. Of anybody else's not even the first words are read. */
function isReportOfOurs(message: InboxMessage, classification: Relevant, { emails }: Candidates): boolean {
  if (classification.kind !== 'delivery_report') return false;
  const ids = new Set(idsOf(classification).map((id) => id.toLowerCase()));
  const isNamed = (id: string | null): boolean => id !== null && ids.has(id.toLowerCase());
  return emails.some(
    ({ messageId, sentMessageId, threadId }) =>
      isNamed(messageId) || isNamed(sentMessageId) || (threadId !== null && threadId === message.threadId),
  );
}

/** Null when the message is gone by now, or may not be read: what its headers say is all there is. */
async function ifThere<Words>(reading: Promise<Words>): Promise<Words | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ProviderError && (error.kind === 'not_found' || error.kind === 'permission')) return null;
    throw error;
  }
}

interface Found {
  watch: Watch;
  candidates: Candidates;
  orgSenders: ReadonlySet<string>;
  /** Messages that were read as a whole. */
  whole: ReadonlySet<string>;
}

function toAnswers(found: Found, classified: readonly Classified[]): Answer[] {
  return classified.flatMap((one) => answersOf(found, one));
}

function answersOf({ watch, candidates, orgSenders, whole }: Found, { message, classification }: Classified): Answer[] {
  const sender = senderOf(message);
  const common = {
    connectionId: watch.connectionId,
    providerMessageId: message.id,
    threadId: message.threadId,
    messageId: messageIdOf(message),
    fromAddress: sender.address,
    receivedAt: message.receivedAt,
    returnsOn: null,
    bounce: null,
  };
  switch (classification.kind) {
    case 'delivery_report':
      return classification.reports.flatMap((report): Answer[] => {
        const { action, bounce } = report;
        if (!bounce || (action !== 'failed' && action !== 'delayed')) return [];
        const found = findReportedEmail(message, report, classification, candidates);
        if (!found) return [];
        const { email, address } = found;
        const isPerson = address !== null && address === email.recipients[0];
        return [
          {
            ...common,
            salesEmailId: email.id,
            kind: action === 'failed' ? 'bounce' : 'delay',
            fromRecipient: false,
            bounce: { ...bounce, code: report.status, address, isPerson, isReportRead: whole.has(message.id) },
          },
        ];
      });
    case 'complaint': {
      const found = findReportedEmail(message, classification, classification, candidates);
      return found ? [{ ...common, salesEmailId: found.email.id, kind: 'complaint', fromRecipient: false }] : [];
    }
    default: {
      const email = findAnsweredEmail(message, classification.referencedMessageIds, candidates);
      if (!email) return [];
      // A colleague who sends from here, in copy or not, is not an answer, unless the email was for exactly this colleague
      const fromRecipient = sender.isRecipientOf(email);
      const isOnlyInCopy = sender.address !== canonicalAddress(email.recipients[0] ?? '');
      if (sender.address !== null && orgSenders.has(sender.address) && isOnlyInCopy) return [];
      const kind = classification.kind === 'human' || isPersonsAnswer(message, classification, email) ? 'reply' : classification.kind;
      const returnsOn = classification.kind === 'out_of_office' ? classification.returnsOn : null;
      return [{ ...common, salesEmailId: email.id, kind, fromRecipient, returnsOn }];
    }
  }
}
