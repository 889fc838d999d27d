import { createPrivateKey, X509Certificate } from 'node:crypto';
import { AppError } from '../../platform/errors.ts';
import { utcDay } from '../../platform/utc-words.ts';
import { sentence } from './error-words/index.ts';
import type { CertificateFile } from './repository.ts';

const SHORTEST_KEY_BITS = 2048;

/**
 * Reads what an admin uploaded: a certificate in PEM or DER with an RSA key of at least 2048 bits that is valid now.
 * Throws AppError 400 with a sentence that names what is wrong with the file.
 */
export function readCertificate(file: Buffer, now: Date): CertificateFile {
  if (file.length === 0) throw new AppError('certificate_missing');
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(file.toString('latin1')) || isPrivateKey(file)) throw new AppError('private_key_uploaded');
  const certificate = parse(file);
  const { publicKey, validFromDate: notBefore, validToDate: notAfter } = certificate;
  if (publicKey.asymmetricKeyType !== 'rsa') throw new AppError('certificate_not_rsa');
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < SHORTEST_KEY_BITS)
    throw new AppError('certificate_key_too_short', {
      title: sentence('keyTooShort', { bits: String(bits), least: String(SHORTEST_KEY_BITS) }),
    });
  if (notAfter <= now)
    throw new AppError('certificate_expired', {
      status: 400,
      title: sentence('certificateExpired', { day: utcDay(notAfter) }),
    });
  if (notBefore > now)
    throw new AppError('certificate_not_yet_valid', { title: sentence('certificateNotYetValid', { day: utcDay(notBefore) }) });
  return { pem: certificate.toString(), fingerprint: certificate.fingerprint256, notBefore, notAfter };
}

function parse(file: Buffer): X509Certificate {
  try {
    return new X509Certificate(file);
  } catch {
    throw new AppError('not_a_certificate');
  }
}

function isPrivateKey(file: Buffer): boolean {
  return (['pkcs8', 'pkcs1', 'sec1'] as const).some((type) => {
    try {
      createPrivateKey({ key: file, format: 'der', type });
      return true;
    } catch {
      return false;
    }
  });
}
