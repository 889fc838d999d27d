import { enqueue } from '../../platform/jobs.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { ProviderError } from '../../platform/provider-error.ts';
import { closeAttempt, type AttemptOutcome } from './attempts.ts';
import { giveBackPlace } from './hold-back.ts';
import { setNextSlot, type Lane } from './lane.ts';
import type { SalesEmailReason } from './schemas.ts';
import { markWaiting, moveSalesEmail } from './transitions.ts';

/** What the lane does after an email. */
export type LaneAdvice =
  /** Where the vendor takes nothing at the moment, the time is on the lane. */
  | { then: 'go_on' }
  /** The token was refused before its time. */
  | { then: 'renew_token' }
  /** Nothing leaves until the rep has connected the mailbox again. */
  | { then: 'stop'; error: ProviderError };

interface FailedAttempt {
  email: { id: string; transientFailures: number };
  attempt: number;
  error: ProviderError;
  now: Date;
}

/** A quarter of an hour in all: a vendor that is down for longer deserves a rep's decision. */
const TRANSIENT_TRIES = 10;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** Where the vendor does not say: its limits are per minute. */
const RATE_LIMIT_PAUSE_MS = 60_000;
/** The first look for an email whose call broke: most are in the sent mail by then. */
export const FIRST_LOOK_MS = 2_000;

/** Full jitter, so that mailboxes that failed together do not come back together. */
const pauseAfter = (failures: number): number =>
  FIRST_PAUSE_MS / 2 + Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);

/** Decides by the kind of failure, and by nothing else, what becomes of the email; the matrix is in docs/architecture.md. */
export async function recordFailedAttempt(tx: Tx, lane: Lane, { email, attempt, error, now }: FailedAttempt): Promise<LaneAdvice> {
  const close = async (outcome: AttemptOutcome['outcome']): Promise<void> => {
    const { vendorCode = error.kind, vendorRequestId } = error;
    const finish = outcome === 'uncertain' ? closeAttempt : giveBackPlace;
    await finish(tx, lane.orgId, email.id, attempt, { outcome, at: now, vendorCode, vendorRequestId });
  };
  const backToQueue = (reason: SalesEmailReason | null, dueAt: Date, failures = email.transientFailures): Promise<boolean> =>
    moveSalesEmail(tx, lane.orgId, email.id, {
      from: ['sending'],
      to: 'queued',
      reason,
      at: now,
      attempt,
      set: { due_at: dueAt, waits_for: reason, transient_failures: failures },
    });
  const fail = async (reason: SalesEmailReason): Promise<LaneAdvice> => {
    await close('refused');
    await moveSalesEmail(tx, lane.orgId, email.id, {
      from: ['sending'],
      to: 'failed',
      reason,
      at: now,
      attempt,
      data: { vendorCode: error.vendorCode },
    });
    return { then: 'go_on' };
  };
  const pause = async (until: Date, reason: SalesEmailReason): Promise<LaneAdvice> => {
    await setNextSlot(tx, lane, until, reason);
    await markWaiting(tx, lane.orgId, lane.connectionId, reason, now);
    return { then: 'go_on' };
  };

  switch (error.kind) {
    case 'rate_limited': {
      await close('rate_limited');
      await backToQueue('mailbox_rate_limited', now);
      return pause(error.retryAt ?? new Date(now.getTime() + RATE_LIMIT_PAUSE_MS), 'mailbox_rate_limited');
    }
    case 'reconnect_required':
    case 'admin_action':
      await close('refused');
      await backToQueue(null, now);
      return { then: 'stop', error };
    case 'auth_expired':
    case 'transient':
    case 'conflict': {
      if (email.transientFailures + 1 >= TRANSIENT_TRIES) return fail('provider_unavailable');
      await close('not_sent');
      const again = new Date(now.getTime() + pauseAfter(email.transientFailures));
      if (error.kind === 'auth_expired') {
        await backToQueue(null, now, email.transientFailures + 1);
        return { then: 'renew_token' };
      }
      await backToQueue('provider_unavailable', again, email.transientFailures + 1);
      return pause(again, 'provider_unavailable');
    }
    case 'uncertain':
    case 'not_found': {
      await close('uncertain');
      const lookAt = new Date(now.getTime() + FIRST_LOOK_MS);
      await moveSalesEmail(tx, lane.orgId, email.id, {
        from: ['sending'],
        to: 'uncertain',
        reason: 'no_answer_from_provider',
        at: now,
        attempt,
        set: { look_again_at: lookAt },
      });
      await enqueue(tx, 'settle-uncertain-email', { orgId: lane.orgId, salesEmailId: email.id }, { delayMs: FIRST_LOOK_MS });
      return { then: 'go_on' };
    }
    case 'permission':
    case 'invalid':
      return fail(reasonOfRefusal(error));
  }
}

const TOO_LARGE = /TooLarge|SizeExceeded|EntityTooLarge|uploadTooLarge|HTTP_413|^413$/i;
const BAD_RECIPIENT = /InvalidRecipient|invalidTo|RecipientNotFound/i;

function reasonOfRefusal({ vendorCode = '' }: ProviderError): SalesEmailReason {
  if (TOO_LARGE.test(vendorCode)) return 'message_too_large';
  if (BAD_RECIPIENT.test(vendorCode)) return 'recipient_refused';
  return 'provider_refused';
}
