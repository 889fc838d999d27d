import { enqueue } from '../../platform/jobs.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { MailboxTrouble, ProviderError } from '../../platform/provider-error.ts';
import type { Facts } from '../facts/index.ts';
import { closeAttempt, type AttemptOutcome } from './attempts.ts';
import { failSalesEmail } from './fail-sales-email.ts';
import { giveBackPlace } from './give-back-place.ts';
import { refuseLane, setNextSlot, type Lane } from './lane.ts';
import type { SalesEmailReason } from './schemas.ts';
import type { SendOutcome } from './send-metrics.ts';
import { markWaiting, moveSalesEmail, returnToQueue } from './transitions.ts';

/** What the lane does after an email, and how the attempt at it ended. */
export type LaneAdvice = { ended: SendOutcome } & LaneAction;

type LaneAction =
  /** Where the vendor takes nothing at the moment, the time is on the lane. */
  | { then: 'go_on' }
  /** The token was refused before its time. */
  | { then: 'renew_token' }
  /** Nothing leaves this mailbox: until the rep has connected it again, or until its vendor takes something again. */
  | { then: 'stop'; error: ProviderError };

interface FailedAttempt {
  email: { id: string; transientFailures: number; toAddress: string; cc: string[]; bcc: string[] };
  attempt: number;
  error: ProviderError;
  /** The token was renewed for this attempt. */
  hasNewToken: boolean;
  /** Nothing has left the mailbox since its vendor last refused something that was not about a message. */
  isRefused: boolean;
  now: Date;
}

/** A quarter of an hour in all: a vendor that is down for longer deserves a rep's decision. */
const TRANSIENT_TRIES = 10;
/** So often is an email refused while the mailbox works. */
const DOUBTS = 3;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** Where the vendor does not say: its limits are per minute. */
const RATE_LIMIT_PAUSE_MS = 60_000;
/** Google's and Microsoft's advice for whoever is asked to slow down: exponential, up to about a minute. */
const RATE_LIMIT_WAITS = { firstMs: 1_000, longestMs: 64_000 };
/** The first look for an email whose call broke: most are in the sent mail by then. */
const FIRST_LOOK_MS = 2_000;

/** Full jitter, so that mailboxes that failed together do not come back together. */
function pauseAfter(failures: number): number {
  return FIRST_PAUSE_MS / 2 + Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
}

/** Decides by the kind of failure, and by nothing else, what becomes of the email; see "Whose fault it is" in docs/architecture.md. */
export async function recordFailedAttempt(
  facts: Facts,
  tx: Tx,
  lane: Lane,
  { email, attempt, error, hasNewToken, isRefused, now }: FailedAttempt,
): Promise<LaneAdvice> {
  const close = async (outcome: AttemptOutcome['outcome']): Promise<void> => {
    const { vendorCode = error.kind, vendorRequestId } = error;
    const finish = outcome === 'uncertain' ? closeAttempt : giveBackPlace;
    await finish(tx, lane.orgId, email.id, attempt, { outcome, at: now, vendorCode, vendorRequestId });
  };
  const backToQueue = (reason: SalesEmailReason | null, dueAt: Date | null, transientFailures = email.transientFailures): Promise<void> =>
    returnToQueue(tx, lane.orgId, email.id, { reason, at: now, attempt, dueAt, transientFailures });
  const fail = async (reason: SalesEmailReason): Promise<LaneAdvice> => {
    await close('refused');
    await failSalesEmail(facts, tx, lane.orgId, email.id, {
      from: ['sending'],
      reason,
      at: now,
      attempt,
      data: { vendorCode: error.vendorCode },
      ...(reason === 'recipient_refused' ? { set: { refused_recipients: refusedOf(error, email) } } : {}),
    });
    return { then: 'go_on', ended: 'failed' };
  };
  const wait = async (reason: SalesEmailReason): Promise<LaneAdvice> => {
    await markWaiting(tx, lane.orgId, lane.connectionId, reason, now);
    return { then: 'go_on', ended: 'put_back' };
  };

  switch (error.kind) {
    case 'rate_limited': {
      await close('rate_limited');
      await backToQueue('mailbox_rate_limited', now);
      const wanted = error.retryAt ?? new Date(now.getTime() + RATE_LIMIT_PAUSE_MS);
      await refuseLane(tx, lane, { reason: 'mailbox_rate_limited', now, wanted, ...RATE_LIMIT_WAITS });
      return wait('mailbox_rate_limited');
    }
    case 'reconnect_required':
      await close('refused');
      await backToQueue(null, now);
      return { then: 'stop', error, ended: 'put_back' };
    case 'admin_action': {
      // Others leave and this one is refused each time: then it is the email after all, whatever the vendor calls it
      const failures = email.transientFailures + (error.trouble === 'doubtful' && !isRefused ? 1 : 0);
      if (failures >= DOUBTS) return fail('provider_refused');
      await close('refused');
      await backToQueue(reasonOfTrouble(error), now, failures);
      return { then: 'stop', error, ended: 'put_back' };
    }
    case 'auth_expired':
      // A new token that is refused as well says something of the mailbox, and nothing of this email
      if (hasNewToken) {
        await close('refused');
        await backToQueue(reasonOfTrouble(error), now);
        return { then: 'stop', error, ended: 'put_back' };
      }
      await close('not_sent');
      await backToQueue(null, null);
      return { then: 'renew_token', ended: 'put_back' };
    case 'transient':
    case 'conflict': {
      if (email.transientFailures + 1 >= TRANSIENT_TRIES) return fail('provider_unavailable');
      await close('not_sent');
      const again = new Date(now.getTime() + pauseAfter(email.transientFailures));
      await backToQueue('provider_unavailable', again, email.transientFailures + 1);
      await setNextSlot(tx, lane, again, 'provider_unavailable');
      return wait('provider_unavailable');
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
      return { then: 'go_on', ended: 'uncertain' };
    }
    case 'permission':
    case 'invalid':
      return fail(reasonOfRefusal(error));
  }
}

const TOO_LARGE = /TooLarge|SizeExceeded|SizeLimitExceeded|EntityTooLarge|uploadTooLarge|HTTP_413|^413$/i;
const BAD_RECIPIENT = /InvalidRecipient|invalidTo|RecipientNotFound/i;
const BAD_SENDER = /^(SenderRefused|ErrorSendAsDenied|ErrorSendOnBehalfOfDenied)/;

function reasonOfRefusal({ vendorCode = '', refusedRecipients }: ProviderError): SalesEmailReason {
  if (TOO_LARGE.test(vendorCode)) return 'message_too_large';
  if (refusedRecipients || BAD_RECIPIENT.test(vendorCode)) return 'recipient_refused';
  return BAD_SENDER.test(vendorCode) ? 'sender_refused' : 'provider_refused';
}

/** Where the vendor does not say whom it refuses, it is clear of an email to one person. */
function refusedOf({ refusedRecipients }: ProviderError, { toAddress, cc, bcc }: FailedAttempt['email']): string[] {
  if (refusedRecipients?.length) return [...refusedRecipients];
  return cc.length + bcc.length === 0 ? [toAddress] : [];
}

const TROUBLES: Record<MailboxTrouble, SalesEmailReason> = {
  closed: 'mailbox_blocked',
  suspended: 'mailbox_blocked',
  full: 'mailbox_full',
  limit: 'mailbox_rate_limited',
  doubtful: 'provider_unavailable',
  moving: 'provider_unavailable',
};

/** What the emails of a mailbox wait for that takes nothing at the moment. */
export function reasonOfTrouble({ trouble }: ProviderError): SalesEmailReason {
  return trouble ? TROUBLES[trouble] : 'provider_unavailable';
}
