import { X509Certificate } from 'node:crypto';
import { AppError } from '../../platform/errors.ts';
import type { Tx } from '../../platform/postgres.ts';
import { utcDay } from '../../platform/utc-words.ts';
import { slotForUpload } from './certificate-slots.ts';
import { changeTrust, type TrustChanger, type TrustTools } from './change-trust.ts';
import { sentence } from './error-words/index.ts';
import { readCertificate } from './read-certificate.ts';
import * as repository from './repository.ts';

interface Upload {
  file: Buffer;
  /** The admin has said that a revoked certificate is to be trusted again. */
  trustsAgain: boolean;
}

export type UploadCertificate = (orgId: string, by: TrustChanger, upload: Upload) => Promise<void>;

/**
 * Trusts one more certificate. One that is active already changes nothing. Throws AppError 400 for a file that is no usable certificate,
 * and what `changeTrust` throws; 409 `certificates_in_use` when it would push out one that has signed; 409 `certificate_revoked` for one
 * that was revoked, or that has the key of such a one: it comes back only when the admin says so, after a sign-in that is newer than the
 * revocation.
 */
export function createUploadCertificate(tools: TrustTools): UploadCertificate {
  return async function uploadCertificate(orgId, by, { file, trustsAgain }) {
    const certificate = readCertificate(file, tools.clock.now());
    const { fingerprint } = certificate;
    await changeTrust(tools, orgId, by, { kind: 'certificate_uploaded', about: fingerprint }, async (tx, org, now) => {
      const known = await repository.listCertificates(tx, orgId);
      const active = known.filter((one) => one.active);
      if (active.some((one) => one.fingerprint === fingerprint)) return false;
      const revoked = known.find(
        (one) => one.revokedAt !== null && (one.fingerprint === fingerprint || hasSameKey(one.pem, certificate.pem)),
      );
      if (revoked?.revokedAt && !(trustsAgain && isNewer(by.administratorAt, revoked.revokedAt)))
        throw wasRevoked(revoked.revokedAt, revoked.revokedBy);
      await freeSlot(tx, orgId, active, now);
      await repository.saveCertificate(tx, orgId, { ...certificate, uploadedBy: by.actor.name, now });
      if (org.registrationStep === 'certificate') await repository.setRegistrationStep(tx, orgId, 'origin', now);
      return true;
    });
  };
}

async function freeSlot(tx: Tx, orgId: string, active: repository.OrgCertificate[], now: Date): Promise<void> {
  const slot = slotForUpload(active, now);
  if (slot === null) throw new AppError('certificates_in_use');
  if (slot !== 'free') await repository.setReplaced(tx, orgId, slot.id);
}

function isNewer(date: Date | null, than: Date): boolean {
  return date !== null && date > than;
}

function wasRevoked(revokedAt: Date, revokedBy: string | null) {
  const day = utcDay(revokedAt);
  return new AppError('certificate_revoked', {
    title: revokedBy ? sentence('certificateRevokedBy', { day, who: revokedBy }) : sentence('certificateRevoked', { day }),
  });
}

/** A new certificate over a key that was revoked is the same key. */
function hasSameKey(one: string, other: string): boolean {
  const keyOf = (pem: string) => new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  return keyOf(one).equals(keyOf(other));
}
