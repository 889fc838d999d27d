import { canonicalAddress } from '../../platform/canonical-address.ts';
import type { ErrorCode } from '../../platform/error-catalogue/index.ts';
import { AppError } from '../../platform/errors.ts';
import type { Sentence } from '../../platform/languages/index.ts';
import { recipientProblem, type RefusedRecipient } from '../suppression/index.ts';
import type { Acceptance, AcceptanceOutcome } from '../send-engine/index.ts';
import { sentence } from './error-words/index.ts';
import type { Draft } from './schemas.ts';

export type RefusedOutcome = Exclude<AcceptanceOutcome, 'accepted'>;

/** The code of each refusal. The last three have been asked again by now, and something else was quicker. */
const CODES: Readonly<Record<RefusedOutcome, ErrorCode>> = {
  key_reused: 'idempotency_key_reused',
  not_activated: 'not_activated',
  mailbox_missing: 'mailbox_missing',
  mailbox_reconnect_required: 'mailbox_reconnect_required',
  org_stopped: 'org_stopped',
  identity_not_verified: 'identity_not_verified',
  team_smtp_missing: 'team_smtp_missing',
  recipient_opted_out: 'recipient_opted_out',
  opt_out_unknown: 'opt_out_unknown',
  no_email_address: 'no_email_address',
  not_followable: 'not_followable',
  person_unknown: 'person_unknown',
  look_first: 'look_first',
  accepted_before: 'accepted_before',
};

/** What a draft that is sent may be refused with. */
export const ACCEPTANCE_PROBLEMS = Object.values(CODES);

/** Where a sentence about sending says more than the catalogue's. */
const TITLES: Readonly<Partial<Record<RefusedOutcome, Sentence>>> = {
  org_stopped: sentence('orgStopped'),
  identity_not_verified: sentence('identityNotVerified'),
  team_smtp_missing: sentence('teamSmtpMissing'),
};

/** Why an email is not accepted, in words. */
export function refusal(outcome: RefusedOutcome): AppError {
  const title = TITLES[outcome];
  return new AppError(CODES[outcome], title === undefined ? {} : { title });
}

/** Why a draft is not accepted, in words; what is wrong with a recipient names the field of the request and the address. */
export function refusalOf(
  { outcome, refused, refusesPerson, personName }: Acceptance & { outcome: RefusedOutcome },
  { cc, bcc }: Draft,
): AppError {
  if (outcome !== 'recipient_opted_out' && outcome !== 'opt_out_unknown') return refusal(outcome);
  const isRefused = (address: string): boolean => refused?.includes(canonicalAddress(address)) ?? false;
  const recipients: RefusedRecipient[] = [
    ...(refusesPerson ? [{ field: 'to' as const, address: personName, reason: outcome }] : []),
    ...cc.filter(isRefused).map((address) => ({ field: 'cc' as const, address, reason: outcome })),
    ...bcc.filter(isRefused).map((address) => ({ field: 'bcc' as const, address, reason: outcome })),
  ];
  return recipientProblem(recipients, { personName, cc, bcc });
}
