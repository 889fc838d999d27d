import { AppError } from '../../platform/errors.ts';
import type { Sentence } from '../../platform/languages/index.ts';
import { sentence } from './error-words/index.ts';
import type { RefusedRecipient } from './schemas.ts';

/** What an email to somebody who wants none is refused with. */
export const RECIPIENT_PROBLEMS = ['recipient_opted_out', 'opt_out_unknown'] as const;

interface RefusedEmail {
  personName: string | null;
  cc: readonly string[];
  bcc: readonly string[];
}

/**
 * AppError 409 `recipient_opted_out` or `opt_out_unknown` for the refused recipients of an email, of whom there is at least one: the
 * sentence is about the worst of them, `errors` has an entry for each with the field that it stands in.
 */
export function recipientProblem(refused: readonly RefusedRecipient[], { personName, cc, bcc }: RefusedEmail): AppError {
  const first = refused.find(({ reason }) => reason === 'recipient_opted_out') ?? refused[0];
  if (!first) throw new TypeError('Nobody was refused.');
  const pointerTo = ({ field, address }: RefusedRecipient): string => {
    if (field === 'to') return '/personId';
    return `/${field}/${String({ cc, bcc }[field].indexOf(address))}`;
  };
  const errors = refused.map((one) => ({ in: 'body', pointer: pointerTo(one), code: one.reason, detail: inWords(one, personName) }));
  return new AppError(first.reason, { title: inWords(first, personName), errors });
}

function inWords({ field, address, reason }: RefusedRecipient, personName: string | null): Sentence {
  const who = field === 'to' ? (personName ?? address) : address;
  return sentence(reason === 'recipient_opted_out' ? 'optedOut' : 'optOutUnknown', { who });
}
