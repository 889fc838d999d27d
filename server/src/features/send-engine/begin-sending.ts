import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { OutgoingMessage } from '../../providers/mailbox.ts';
import type { Facts } from '../facts/index.ts';
import { PERSON_IS_FRESH_MS } from '../people/index.ts';
import { checkRecipients, type RefusedRecipient } from '../suppression/index.ts';
import { demandsOf, findObstacle, findBlockingPlaces, lockWindows, type Obstacle, type WindowSettings } from '../sending-limits/index.ts';
import { insertIntent, recipientsOf, type DueEmail } from './attempts.ts';
import { failSalesEmail } from './fail-sales-email.ts';
import type { HeldLane, Lane } from './lane.ts';
import { holdBackForDomain } from './hold-back.ts';
import { filesOf, type ReadFiles } from './files-to-send.ts';
import { prepareMessage } from './prepare-message.ts';
import type { SalesEmailReason } from './schemas.ts';
import { findThread } from './thread.ts';
import { moveSalesEmail } from './transitions.ts';

export interface BeginDependencies {
  clock: Clock;
  facts: Facts;
  windows: WindowSettings;
  /** Where recipients find what emails link to. */
  publicUrl: string;
  /** False lets every window be exceeded: only for a proof that the count of a trial can fail. */
  checksLimits: boolean;
}

/** An email whose intent is written, and which leaves as soon as that is committed. */
export interface Begun {
  email: DueEmail;
  attempt: number;
  message: OutgoingMessage;
}

export type Beginning =
  /** The intent is on its way with the commit: only when `isOurs` has come true may the email leave. */
  | { then: 'send'; begun: Begun; isOurs: Promise<boolean> }
  /** Something else became of this email, perhaps for good: look for the next. */
  | { then: 'look_again'; hasEnded: boolean }
  /** A recipient's wish was seen too long ago. */
  | { then: 'freshen'; email: DueEmail }
  /** Its files are not read yet. */
  | { then: 'read_files'; email: DueEmail }
  /** Nothing may leave this mailbox before. */
  | { then: 'wait'; until: Date; reason: SalesEmailReason };

/**
 * Decides a last time whether an email may leave, under the lock of its lane, and writes the intent. The windows are looked at in the
 * transaction that takes the place, so none is exceeded whoever else sends.
 */
export async function beginSending(
  use: BeginDependencies,
  tx: Tx,
  lane: Lane,
  held: HeldLane,
  email: DueEmail,
  /** Whether a record was asked for a moment ago: what came of that counts, even if nothing did. */
  wasAsked: (recordId: string) => boolean,
  /** The files that were read last, if any were. */
  read: ReadFiles | null,
  /** The time as of which it is decided: it must not leave before. */
  now: Date,
): Promise<Beginning> {
  const { orgId } = lane;
  const end = async (
    to: 'cancelled' | 'failed',
    reason: SalesEmailReason | null,
    refused_recipients: string[] = [],
  ): Promise<Beginning> => {
    const move = { from: ['queued'], reason, at: now, set: { waits_for: null, refused_recipients } } as const;
    if (to === 'failed') await failSalesEmail(use.facts, tx, orgId, email.id, move);
    else await moveSalesEmail(tx, orgId, email.id, { ...move, to });
    return { then: 'look_again', hasEnded: true };
  };
  if (email.userState === 'deactivated') return end('cancelled', 'user_deactivated');
  // Before anything is locked for all of the org
  const files = filesOf(email, read);
  if (files === 'not_read') return { then: 'read_files', email };
  const thread = await findThread(tx, lane, email);
  const prepared = await prepareMessage(tx, orgId, { email, files, provider: held.provider, thread, date: now, publicUrl: use.publicUrl });
  if ('fault' in prepared) return end('failed', prepared.fault);
  const { message, html, text } = prepared;
  const [{ refused, staleIds }, obstacle] = await Promise.all([
    checkRecipients(tx, orgId, { ...email, to: email.toAddress }, new Date(now.getTime() - PERSON_IS_FRESH_MS)),
    use.checksLimits ? obstacleOf(use, tx, lane, held, email, now) : null,
  ]);
  if (!staleIds.every(wasAsked)) return { then: 'freshen', email };
  if (refused.length > 0) {
    const reason = worstOf(refused);
    return end(
      'failed',
      reason,
      refused.filter((one) => one.reason === reason).map(({ address }) => address),
    );
  }
  if (obstacle?.until === Infinity) return end('failed', obstacle.reason);
  if (obstacle?.stops === 'email') {
    await holdBackForDomain(tx, lane, email, new Date(obstacle.until), now);
    return { then: 'look_again', hasEnded: false };
  }
  if (obstacle) return { then: 'wait', until: new Date(obstacle.until), reason: obstacle.reason };
  const attempt = email.attempts + 1;
  const payloadSha256 = createHash('sha256').update(message.mime).digest();
  const isOurs = insertIntent(tx, lane, email, { attempt, messageId: message.messageId, html, text, payloadSha256, startedAt: now });
  isOurs.catch(() => undefined);
  return { then: 'send', begun: { email, attempt, message }, isOurs };
}

function worstOf(refused: readonly RefusedRecipient[]): RefusedRecipient['reason'] {
  return refused.some(({ reason }) => reason === 'recipient_opted_out') ? 'recipient_opted_out' : 'opt_out_unknown';
}

/** What a limit has against it; from now on nobody else takes a place of a window that mailboxes share, until the transaction ends. */
async function obstacleOf(
  use: BeginDependencies,
  tx: Tx,
  lane: Lane,
  held: HeldLane,
  email: DueEmail,
  now: Date,
): Promise<Obstacle | null> {
  const { orgId, connectionId } = lane;
  const departing = { orgId, connectionId, userId: held.userId, provider: held.provider, recipients: recipientsOf(email) };
  const demands = demandsOf(departing, held.limits, use.windows);
  const shared = demands.map(({ window }) => window).filter(({ scope }) => scope !== 'mailbox' && (scope !== 'user' || held.sharesUser));
  if (shared.length > 0) await lockWindows(tx, orgId, shared);
  const ends = await findBlockingPlaces(tx, orgId, demands, now);
  return findObstacle(demands, ends, now.getTime());
}
