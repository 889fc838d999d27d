import { canonicalAddress } from '../../platform/canonical-address.ts';
import type { Tx } from '../../platform/postgres.ts';
import { WORKERS_ARE_LATE } from '../../platform/worker-heartbeat.ts';
import { READS_BODIES_SQL } from '../email-connections/index.ts';
import { COLLEAGUES_SEE_SQL } from '../email-visibility/index.ts';
import { MAILBOX_TROUBLES, type BlockingLimit } from '../sending-limits/index.ts';
import { salesforceLog, toSalesforceLog, type SalesforceLogRow } from '../salesforce-writes/index.ts';
import { RESPONSES, toResponses, type StoredResponses } from '../responses/index.ts';
import type { SalesEmailReason, SalesEmailState } from '../send-engine/schemas.ts';
import type { SalesEmailRow } from './schemas.ts';
import type { EmailInSight } from './seen-by.ts';

/** A row of the list as the database gives it; `toRow` makes the answer of it. */
export interface StoredRow extends StoredResponses, EmailInSight {
  id: string;
  subject: string;
  state: SalesEmailState;
  stateReason: SalesEmailReason | null;
  waitsFor: SalesEmailReason | null;
  refusedRecipients: string[];
  dueAt: Date | null;
  lookAgainAt: Date | null;
  nextSlotAt: Date | null;
  slotReason: SalesEmailReason | null;
  mailboxState: 'connected' | 'reconnect_required' | 'disconnected' | 'channel_unavailable' | null;
  personId: string | null;
  personName: string | null;
  senderName: string | null;
  createdAt: Date;
  sentAt: Date | null;
  salesforce: SalesforceLogRow | null;
  bcc: string[];
  /** The first email of its thread; null for that itself. */
  firstEmailId: string | null;
  /** Its mailbox is there, and the admin lets the text of emails be read in it. */
  readsReplies: boolean | null;
  /** Null where no worker was ever seen. */
  workersAreLate: boolean | null;
}

const LOG = salesforceLog(`'email_sent:' || e.id`);

/** `$1` is the org. */
export const ROW = `e.id, e.user_id as "userId", e.subject, e.state, e.state_reason as "stateReason", e.waits_for as "waitsFor",
  e.refused_recipients as "refusedRecipients", e.due_at as "dueAt",
  e.look_again_at as "lookAgainAt", c.next_slot_at as "nextSlotAt", c.slot_reason as "slotReason",
  case when c.provider = 'smtp' and c.state <> 'connected' then 'channel_unavailable' else c.state end as "mailboxState",
  e.person_id as "personId", e.person_name as "personName",
  coalesce(u.name, e.from_name) as "senderName", e.created_at as "createdAt", e.sent_at as "sentAt", ${RESPONSES}, ${LOG.column},
  e.first_email_id as "firstEmailId", e.replied_at is not null and c.state = 'connected' and ${READS_BODIES_SQL} as "readsReplies",
  ${WORKERS_ARE_LATE} as "workersAreLate", ${COLLEAGUES_SEE_SQL} as "colleaguesSee", e.bcc`;

export const ROW_SOURCE = `sales_emails e
  join users u on u.org_id = e.org_id and u.id = e.user_id
  left join email_connections c on c.org_id = e.org_id and c.id = e.email_connection_id
  ${LOG.source}`;

/** What is known of an email that a sending limit may hold back. */
export interface Wait {
  /** When it is forecast to leave; null when nobody knows, because too many wait. */
  leavesAt?: Date | null | undefined;
  /** What makes it wait until then, if that is not what its mailbox waits for at this moment. */
  reason?: SalesEmailReason | undefined;
  limit?: BlockingLimit | undefined;
}

/** What the rep `viewerId` reads of an email at `now`: where it is, why, and until when (P14). */
export function toRow(stored: StoredRow, viewerId: string, now: Date, wait: Wait = {}): SalesEmailRow {
  const { reason, until } = whyAndUntil(stored, now, wait);
  const sentByMe = stored.userId === viewerId;
  return {
    id: stored.id,
    subject: stored.subject,
    state: stored.state,
    reason,
    limit: wait.limit ?? null,
    // A blind copy is the sender's own business
    refusedRecipients: sentByMe && stored.state === 'failed' ? stored.refusedRecipients : [],
    waitsUntil: until?.toISOString() ?? null,
    canUndo: sentByMe && (stored.state === 'queued' || stored.state === 'scheduled'),
    personId: stored.personId,
    personName: stored.personName,
    senderName: stored.senderName,
    sentByMe,
    responses: toResponses(responsesFor(stored, viewerId)),
    copiedTo: null,
    threadId: stored.firstEmailId,
    ...mayFollow(stored, sentByMe),
    createdAt: stored.createdAt.toISOString(),
    sentAt: stored.sentAt?.toISOString() ?? null,
    salesforce: stored.salesforce && toSalesforceLog(stored.salesforce),
  };
}

/** What its sender can go on with in its thread: an email that has left, and what a person answered to it where that may be read. */
function mayFollow(
  { state, personId, repliedAt, readsReplies }: StoredRow,
  sentByMe: boolean,
): Pick<SalesEmailRow, 'canFollowUp' | 'canReply'> {
  const canFollowUp = sentByMe && state === 'sent' && personId !== null;
  return { canFollowUp, canReply: canFollowUp && repliedAt !== null && readsReplies === true };
}

/**
 * What came back as the viewer may know it. Colleagues do not learn of blind copies: where an email has one, what does not say from whom it
 * came is left out for them, and so is the reply of somebody in Bcc.
 */
export function responsesFor(stored: StoredRow, viewerId: string): StoredResponses {
  if (stored.userId === viewerId || stored.bcc.length === 0) return stored;
  const { repliedBy } = stored;
  const isBlind = repliedBy !== null && stored.bcc.map(canonicalAddress).includes(canonicalAddress(repliedBy));
  return {
    ...stored,
    autoRepliedAt: null,
    outOfOfficeUntil: null,
    delayedAt: null,
    ...(isBlind && { repliedAt: null, repliedBy: null }),
  };
}

/** Why an email is where it is, and when that changes by itself, if that is known. */
export function whyAndUntil(
  stored: StoredRow,
  now: Date,
  { leavesAt, reason }: Wait,
): { reason: SalesEmailReason | null; until: Date | null } {
  if (stored.state === 'uncertain') return { reason: stored.stateReason, until: stored.lookAgainAt };
  const closed = stored.mailboxState === null ? null : CLOSED[stored.mailboxState];
  if (stored.state === 'scheduled') return { reason: closed, until: stored.dueAt };
  if (stored.state !== 'queued') return { reason: stored.stateReason, until: null };
  if (closed) return { reason: closed, until: null };
  if (waitsForTry(stored, now)) return { reason: stored.slotReason, until: stored.nextSlotAt };
  if (stored.dueAt && stored.dueAt > now)
    return { reason: stored.waitsFor ?? 'undo_window', until: later(stored.dueAt, leavesAt ?? undefined) };
  if (stored.nextSlotAt && stored.nextSlotAt > now)
    return {
      reason: reason ?? stored.slotReason ?? stored.waitsFor ?? 'mailbox_busy',
      until: leavesAt === null ? null : later(stored.nextSlotAt, leavesAt),
    };
  // It could leave, and nobody is there to take it
  if (stored.workersAreLate) return { reason: 'sending_delayed', until: null };
  return { reason: stored.waitsFor ?? stored.stateReason, until: null };
}

/** What keeps an email from leaving until somebody does something. */
const CLOSED: Record<NonNullable<StoredRow['mailboxState']>, SalesEmailReason | null> = {
  connected: null,
  reconnect_required: 'mailbox_reconnect_required',
  disconnected: 'mailbox_disconnected',
  channel_unavailable: 'channel_unavailable',
};

const TROUBLES: readonly (SalesEmailReason | null)[] = MAILBOX_TROUBLES;

/** Its mailbox sends nothing at the moment. Nobody knows when the email leaves, only when the mailbox is tried again. */
export function waitsForTry({ state, mailboxState, dueAt, nextSlotAt, slotReason }: StoredRow, now: Date): boolean {
  if (state !== 'queued' || mailboxState !== 'connected' || !TROUBLES.includes(slotReason)) return false;
  return nextSlotAt !== null && nextSlotAt > now && !(dueAt && dueAt > nextSlotAt);
}

function later(at: Date, other: Date | undefined): Date {
  return other && other > at ? other : at;
}

/** Null when the org has no such email. */
export async function findRow(tx: Tx, orgId: string, id: string): Promise<StoredRow | null> {
  const { rows } = await tx.query<StoredRow>(`select ${ROW} from ${ROW_SOURCE} where e.org_id = $1 and e.id = $2`, [orgId, id]);
  return rows[0] ?? null;
}

/** Those of the emails that the org has. */
export async function findRowsOf(tx: Tx, orgId: string, ids: readonly string[]): Promise<StoredRow[]> {
  const { rows } = await tx.query<StoredRow>(`select ${ROW} from ${ROW_SOURCE} where e.org_id = $1 and e.id = any($2)`, [orgId, ids]);
  return rows;
}
