import { createPrivateKey, X509Certificate } from 'node:crypto';
import { AppError } from '../../platform/errors.ts';
import { utcDay } from '../../platform/utc-words.ts';
import type { CertificateFile } from './repository.ts';

const SHORTEST_KEY_BITS = 2048;

function wrong(code: string, title: string) {
  return new AppError(400, code, title);
}

/**
 * Reads what an admin uploaded: a certificate in PEM or DER with an RSA key of at least 2048 bits that is valid now.
 * Throws AppError 400 with a sentence that names what is wrong with the file.
 */
export function readCertificate(file: Buffer, now: Date): CertificateFile {
  if (file.length === 0) throw wrong('certificate_missing', 'Choose the certificate file first. It ends in .crt.');
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(file.toString('latin1')) || isPrivateKey(file))
    throw wrong(
      'private_key_uploaded',
      'This file holds a private key. It was not kept. Upload the certificate (.crt) that Salesforce lets you download, never a key.',
    );
  const certificate = parse(file);
  const { publicKey, validFromDate: notBefore, validToDate: notAfter } = certificate;
  if (publicKey.asymmetricKeyType !== 'rsa')
    throw wrong(
      'certificate_not_rsa',
      'The key of this certificate is not RSA. Create a self-signed certificate in Salesforce with an RSA key.',
    );
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < SHORTEST_KEY_BITS)
    throw wrong(
      'certificate_key_too_short',
      `The key of this certificate has ${String(bits)} bits. At least ${String(SHORTEST_KEY_BITS)} are needed.`,
    );
  if (notAfter <= now)
    throw wrong('certificate_expired', `This certificate expired on ${utcDay(notAfter)}. Create a new one in Salesforce.`);
  if (notBefore > now) throw wrong('certificate_not_yet_valid', `This certificate is valid only from ${utcDay(notBefore)}.`);
  return { pem: certificate.toString(), fingerprint: certificate.fingerprint256, notBefore, notAfter };
}

function parse(file: Buffer): X509Certificate {
  try {
    return new X509Certificate(file);
  } catch {
    throw wrong(
      'not_a_certificate',
      'This file is not a certificate. Download it in Salesforce under Certificate and Key Management; it ends in .crt.',
    );
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
