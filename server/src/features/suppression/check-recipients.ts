import { canonicalAddress } from '../../platform/canonical-address.ts';
import type { Tx } from '../../platform/postgres.ts';
import { findKnownRecipients, type KnownRecipient } from './repository.ts';
import type { RefusedRecipient } from './schemas.ts';

export interface Recipients {
  /** In whose name it would leave. */
  userId: string;
  personId: string;
  /** Null while it is not decided: then the person counts, and not the address. */
  to: string | null;
  cc: readonly string[];
  bcc: readonly string[];
}

export interface RecipientCheck {
  /** Who may not get it, in the order of the fields. Nothing may leave while there is one. */
  refused: RefusedRecipient[];
  /** Records whose wish was last seen before `freshAfter`: a look at them now may change the answer. */
  staleIds: string[];
}

/**
 * SU-2: who of an email's recipients may get nothing, by address and by person, on whatever record and whoever saw it. Every way of sending
 * asks here, when it takes an email and again in the transaction that lets it leave. The press of Send asks the same function of the
 * database (`known_recipients`).
 */
export async function checkRecipients(tx: Tx, orgId: string, recipients: Recipients, freshAfter: Date): Promise<RecipientCheck> {
  const { userId, personId, to, cc, bcc } = recipients;
  const all = [...(to === null ? [] : [to]), ...cc, ...bcc].map(canonicalAddress);
  const known = await findKnownRecipients(tx, orgId, userId, [personId], all);
  const stale = known.filter(({ lookedAt }) => lookedAt === null || lookedAt <= freshAfter);
  const person = known.find((row) => row.personId !== null);
  const fields = [
    { field: 'to' as const, address: to ?? person?.address ?? '', isPerson: true },
    ...cc.map((address) => ({ field: 'cc' as const, address, isPerson: false })),
    ...bcc.map((address) => ({ field: 'bcc' as const, address, isPerson: false })),
  ];
  const refused = fields.flatMap(({ field, address, isPerson }) => {
    const canonical = canonicalAddress(address);
    const reason = worst(known.filter((row) => (row.personId === null ? row.address === canonical : isPerson)));
    return reason ? [{ field, address, reason }] : [];
  });
  return { refused, staleIds: [...new Set(stale.map(({ recordId }) => recordId))] };
}

function worst(rows: readonly KnownRecipient[]): RefusedRecipient['reason'] | null {
  const reasons = rows.map(({ refusal }) => refusal);
  return reasons.find((reason) => reason === 'recipient_opted_out') ?? reasons.find((reason) => reason !== null) ?? null;
}
