import type { OrgCertificate } from './repository.ts';

/** The one in use and the one that will replace it. */
export const CERTIFICATE_SLOTS = 2;
/** A certificate that was last used so much earlier than another does not stand in for it. */
const STANDS_IN_MS = 30 * 86_400_000;

type Slot = Pick<OrgCertificate, 'id' | 'notAfter' | 'lastUsedAt' | 'uploadedAt'>;

/**
 * Which of the active certificates leaves when one more is uploaded: none while a slot is free; else an expired one, else one that no token
 * was ever verified with, of these the oldest. Null: all have signed and are valid, and nothing may be pushed out.
 */
export function slotForUpload<Certificate extends Slot>(active: Certificate[], now: Date): 'free' | Certificate | null {
  if (active.length < CERTIFICATE_SLOTS) return 'free';
  const oldestFirst = active.toSorted((one, other) => one.uploadedAt.getTime() - other.uploadedAt.getTime());
  return oldestFirst.find(({ notAfter }) => notAfter <= now) ?? oldestFirst.find(({ lastUsedAt }) => !lastUsedAt) ?? null;
}

/**
 * Whether the org can do without a certificate: another valid one must stay, and when this one is valid and has signed, one that has signed
 * too, not more than 30 days before it. So the panel goes on with a certificate whose key Salesforce is known to hold.
 */
export function canDoWithout(certificate: Slot, active: Slot[], now: Date): boolean {
  const rest = active.filter(({ id, notAfter }) => id !== certificate.id && notAfter > now);
  const lastUse = certificate.lastUsedAt?.getTime();
  if (lastUse === undefined || certificate.notAfter <= now) return rest.length > 0;
  return rest.some(({ lastUsedAt }) => lastUsedAt !== null && lastUsedAt.getTime() >= lastUse - STANDS_IN_MS);
}
