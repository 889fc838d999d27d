import { canonicalAddress } from '../../platform/canonical-address.ts';
import { AppError } from '../../platform/errors.ts';
import { recipientProblem, type RefusedRecipient } from '../suppression/index.ts';
import type { Acceptance, AcceptanceOutcome } from '../send-engine/index.ts';
import type { Draft } from './schemas.ts';

const REFUSALS: Readonly<Partial<Record<AcceptanceOutcome, [status: number, title: string]>>> = {
  key_reused: [422, 'This Idempotency-Key was used for another email.'],
  not_activated: [403, 'Activate MSI Actions first: the link is in your invitation, and in the panel.'],
  mailbox_missing: [409, 'Connect your mailbox first.'],
  mailbox_reconnect_required: [409, 'Connect your mailbox again: the connection has ended.'],
  org_stopped: [409, 'Your admin has stopped all sending. Nothing leaves until your admin lets people connect again.'],
  identity_not_verified: [409, 'You cannot send from this address yet. Choose another From, or verify the address in the settings.'],
  team_smtp_missing: [409, 'Your team has no mail server for this address any more. Choose another From.'],
  no_email_address: [409, 'This person has no email address in Salesforce.'],
};
const CODES: Readonly<Partial<Record<AcceptanceOutcome, string>>> = { key_reused: 'idempotency_key_reused' };

/** Why an email is not accepted, in words. */
export function refusal(outcome: AcceptanceOutcome): AppError {
  const [status, title] = REFUSALS[outcome] ?? [409, 'This email was changed while it was sent. Send it again.'];
  return new AppError(status, CODES[outcome] ?? outcome, title);
}

/** Why a draft is not accepted, in words; what is wrong with a recipient names the field of the request and the address. */
export function refusalOf({ outcome, refused, refusesPerson, personName }: Acceptance, { cc, bcc }: Draft): AppError {
  if (outcome !== 'recipient_opted_out' && outcome !== 'opt_out_unknown') return refusal(outcome);
  const isRefused = (address: string): boolean => refused?.includes(canonicalAddress(address)) ?? false;
  const recipients: RefusedRecipient[] = [
    ...(refusesPerson ? [{ field: 'to' as const, address: personName, reason: outcome }] : []),
    ...cc.filter(isRefused).map((address) => ({ field: 'cc' as const, address, reason: outcome })),
    ...bcc.filter(isRefused).map((address) => ({ field: 'bcc' as const, address, reason: outcome })),
  ];
  return recipientProblem(recipients, { personName, cc, bcc });
}
