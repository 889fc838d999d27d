import type { Tx } from '../../platform/postgres.ts';
import { setCertificateUsed, type OrgCertificate } from './repository.ts';

const NOTED_EVERY_MS = 3_600_000;

/** Keeps that a certificate has signed a good token. Once an hour is exact enough, and spares the other exchanges a write. */
export async function noteCertificateUse(
  tx: Tx,
  orgId: string,
  { id, lastUsedAt }: Pick<OrgCertificate, 'id' | 'lastUsedAt'>,
  now: Date,
): Promise<void> {
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < NOTED_EVERY_MS) return;
  await setCertificateUsed(tx, orgId, id, now);
}
