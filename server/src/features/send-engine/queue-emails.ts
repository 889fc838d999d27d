import { canonicalAddress } from '../../platform/canonical-address.ts';
import type { Tx } from '../../platform/postgres.ts';
import { PERSON_IS_FRESH_MS } from '../people/index.ts';

export type AcceptanceOutcome =
  | 'accepted'
  | 'accepted_before'
  | 'person_unknown'
  /** A known record of a recipient was looked at too long ago. */
  | 'look_first'
  /** What it follows is no email of the sender to this person that has left, or got no such reply. */
  | 'not_followable'
  | 'key_reused'
  | 'not_activated'
  | 'mailbox_missing'
  | 'mailbox_reconnect_required'
  | 'org_stopped'
  | 'identity_not_verified'
  | 'team_smtp_missing'
  | 'recipient_opted_out'
  | 'opt_out_unknown'
  | 'no_email_address';

/** What became of one email: accepted, accepted before under the same key, or refused with the reason. */
export interface Acceptance {
  outcome: AcceptanceOutcome;
  id: string;
  state: 'scheduled' | 'queued';
  personName: string;
  /** Addresses that may get nothing, in the form in which they are compared; null when it was not asked for them. */
  refused: (string | null)[] | null;
  /** Whether the person in To is among them. */
  refusesPerson: boolean | null;
  senderName: string | null;
  createdAt: Date;
  dueAt: Date;
}

/** What was written, and to whom. */
export interface WrittenEmail {
  recordId: string;
  recordObject: string;
  personId: string;
  cc: string[];
  bcc: string[];
  subject: string;
  /** Clean already. */
  bodyHtml: string;
  /** As whom; null: the default. */
  identityId: string | null;
  /** The thread it leaves in; left out: it begins one. */
  follows?: FollowedEmail;
  /** What it is written from; left out: nothing, or a template that nobody counts. */
  templateId?: string;
  /** What `dueAt` was made of; left out where nobody chose a time of the clock. */
  wallTime?: WallTime;
  /** Ids of files of the sender, in their order; left out: none. */
  attachmentIds?: string[];
}

/** What the clocks of a zone show, such as `2026-12-02T09:00` in `Europe/Berlin`. */
export interface WallTime {
  local: string;
  zone: string;
}

/** An email of the same sender, and the reply to it that is answered where one is. */
export interface FollowedEmail {
  emailId: string;
  responseId: string | null;
}

/** What leaves first from a mailbox, lower numbers before higher ones. The database takes no others. */
export const PRIORITIES = { interactive: 10, bulk: 20, campaign: 30 } as const;

export interface EmailToQueue {
  userId: string;
  /** One email per user and key, however often it is asked for. */
  idempotencyKey: string;
  /** SHA-256 of what is to be sent, to tell a repetition from another email under the same key. */
  hash: Buffer;
  written: WrittenEmail;
  /** False when the sender has just looked at all recipients: a further look would show no more. */
  mayLook: boolean;
  /** What brings it. */
  origin: 'compose' | 'bulk' | 'campaign_step' | 'follow_up';
  priority: keyof typeof PRIORITIES;
  /** When it is to leave; null: as soon as it may. An email that is due after the org's time to undo is scheduled. */
  dueAt: Date | null;
}

/** As many as Salesforce lets somebody select in a list. */
const MOST_AT_ONCE = 200;

/**
 * The one port for everything that sends. Takes one to 200 emails in one statement and in the caller's transaction: each has its row, its
 * history and its job when that commits. Answers in their order. One that is refused keeps no other from being accepted; the rule is the
 * same for all origins and stands in `acceptance_of_email.sql`. Calls with the same keys at once make nothing twice: the later one waits
 * for the first. A pool in the place of a transaction makes it one of its own, in a single round trip.
 */
export async function queueEmails(tx: Pick<Tx, 'query'>, orgId: string, emails: readonly EmailToQueue[], now: Date): Promise<Acceptance[]> {
  if (emails.length === 0 || emails.length > MOST_AT_ONCE)
    throw new RangeError(`One to ${String(MOST_AT_ONCE)} emails are queued at once.`);
  const { rows } = await tx.query<Acceptance>({
    name: 'queue-emails',
    text: `select outcome, id, state, person_name as "personName", refused, refuses_person as "refusesPerson", sender_name as "senderName",
                  created_at as "createdAt", due_at as "dueAt"
             from accept_sales_emails($1, $2, $3, $4)`,
    values: [orgId, now, new Date(now.getTime() - PERSON_IS_FRESH_MS), JSON.stringify(emails.map(toRecord))],
  });
  return rows;
}

function toRecord({ userId, idempotencyKey, hash, written, mayLook, origin, priority, dueAt }: EmailToQueue): object {
  const ccAddresses = written.cc.map(canonicalAddress);
  const bccAddresses = written.bcc.map(canonicalAddress);
  return {
    user_id: userId,
    key: idempotencyKey,
    hash: hash.toString('hex'),
    record_id: written.recordId,
    record_object: written.recordObject,
    person_id: written.personId,
    cc: written.cc,
    bcc: written.bcc,
    subject: written.subject,
    body: written.bodyHtml,
    identity: written.identityId,
    follows: written.follows?.emailId,
    answers: written.follows?.responseId,
    template: written.templateId,
    schedule_local: written.wallTime?.local,
    schedule_zone: written.wallTime?.zone,
    attachments: written.attachmentIds,
    cc_addresses: ccAddresses,
    bcc_addresses: bccAddresses,
    copies: [...ccAddresses, ...bccAddresses],
    may_look: mayLook,
    clean: true,
    origin,
    priority: PRIORITIES[priority],
    // Throws for a time that is none: without one the email would leave at once
    due_at: dueAt?.toISOString() ?? null,
  };
}
