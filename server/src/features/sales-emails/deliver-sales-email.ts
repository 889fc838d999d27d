import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { OutgoingMessage, SentMessage } from '../../providers/mailbox.ts';
import { insertIntent, lockDueEmail, saveProviderDraft, type DueEmail } from './attempts.ts';
import { buildMessage, messageIdOf } from './build-message.ts';
import { holdLane, type Lane } from './lane.ts';
import type { OpenedMailbox } from './open-mailbox.ts';
import { recordFailedAttempt, type LaneAdvice } from './record-failed-attempt.ts';
import { recordSent } from './record-sent.ts';
import { moveSalesEmail } from './transitions.ts';

export interface DeliveryDependencies {
  pool: Pool;
  clock: Clock;
  leaseMs: number;
  /** The newest that is known of a person's wish, or null when this org never saw the person. */
  findNewestPerson: (tx: Tx, orgId: string, personId: string) => Promise<{ optedOut: boolean } | null>;
}

/** Another process has taken the lane over and now decides about the email. */
export class LaneLost extends Error {
  override name = 'LaneLost';
}

interface Begun {
  email: DueEmail;
  attempt: number;
  message: OutgoingMessage;
}

/**
 * Sends one queued email, once. The intent is committed before the vendor is called; whatever ends this process in between
 * leaves the email in `sending`, for `settle-uncertain-email` to find out. Throws LaneLost when the lease ended.
 */
export const createDeliverSalesEmail =
  (use: DeliveryDependencies) =>
  async (lane: Lane, mailbox: OpenedMailbox, salesEmailId: string): Promise<LaneAdvice> => {
    const begun = await inOrg(use.pool, lane.orgId, (tx) => begin(use, tx, lane, salesEmailId));
    if (!begun) return { then: 'go_on' };
    const { email, attempt, message } = begun;

    let sent: SentMessage;
    try {
      sent = await mailbox.provider.send(mailbox.accessToken, message, {
        ...(email.providerDraftId ? { draftId: email.providerDraftId } : {}),
        onPrepared: (draftId) => keepDraft(use, lane, email.id, attempt, draftId),
      });
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      return inOrg(use.pool, lane.orgId, (tx) => recordFailedAttempt(tx, lane, { email, attempt, error, now: use.clock.now() }));
    }
    await inOrg(use.pool, lane.orgId, (tx) =>
      recordSent(tx, lane.orgId, email.id, { from: ['sending'], attempt, sent, reason: null, at: use.clock.now() }),
    );
    return { then: 'go_on', sent: true };
  };

/** Decides a last time whether the email may leave, and commits that it is about to. */
async function begin(use: DeliveryDependencies, tx: Tx, lane: Lane, salesEmailId: string): Promise<Begun | null> {
  if (!(await holdLane(tx, lane, use.leaseMs))) throw new LaneLost();
  const now = use.clock.now();
  const email = await lockDueEmail(tx, lane.orgId, salesEmailId, now);
  if (!email) return null;
  if (email.userState === 'deactivated') {
    await moveSalesEmail(tx, lane.orgId, email.id, { from: ['queued'], to: 'cancelled', reason: 'user_deactivated', at: now });
    return null;
  }
  if ((await use.findNewestPerson(tx, lane.orgId, email.personId))?.optedOut) {
    await moveSalesEmail(tx, lane.orgId, email.id, { from: ['queued'], to: 'failed', reason: 'recipient_opted_out', at: now });
    return null;
  }

  const attempt = email.attempts + 1;
  const messageId = email.messageId ?? messageIdOf(email.id, email.fromAddress);
  const { mime, html, text } = await buildMessage({
    id: email.id,
    messageId,
    date: now,
    from: { name: email.fromName, address: email.fromAddress },
    to: { name: email.personName, address: email.toAddress },
    cc: email.cc,
    bcc: email.bcc,
    subject: email.subject,
    bodyHtml: email.bodyHtml,
  });
  const payloadSha256 = createHash('sha256').update(mime).digest();
  await insertIntent(tx, lane.orgId, email.id, { attempt, payloadSha256, fence: lane.fence, startedAt: now });
  await moveSalesEmail(tx, lane.orgId, email.id, {
    from: ['queued'],
    to: 'sending',
    reason: null,
    at: now,
    set: { attempts: attempt, message_id: messageId, sent_html: html, sent_text: text, waits_for: null, look_again_at: null },
  });
  return { email, attempt, message: { mime, messageId, reference: email.id } };
}

async function keepDraft(use: DeliveryDependencies, lane: Lane, salesEmailId: string, attempt: number, draftId: string): Promise<void> {
  await inOrg(use.pool, lane.orgId, async (tx) => {
    const held = await holdLane(tx, lane, use.leaseMs);
    if (!held || !(await saveProviderDraft(tx, lane.orgId, salesEmailId, attempt, draftId))) throw new LaneLost();
  });
}
