import 'reflect-metadata';
import { X509CertificateGenerator } from '@peculiar/x509';
import { exportPKCS8 } from 'jose';
import type { SigningCertificate } from './entities.ts';

/** Salesforce offers self-signed certificates of one or two years. */
const LIFE_MS = 2 * 365 * 86_400_000;

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 };

/** A key pair with a self-signed certificate, as an admin makes it under Certificate and Key Management. */
export async function createCertificate(name: string, orgName: string, now: Date): Promise<SigningCertificate> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}, O=${orgName}`,
    keys,
    signingAlgorithm: ALGORITHM,
    notBefore: now,
    notAfter: new Date(now.getTime() + LIFE_MS),
  });
  return {
    name,
    certificatePem: `${certificate.toString('pem')}\n`,
    privateKeyPem: await exportPKCS8(keys.privateKey),
    createdAt: now.toISOString(),
  };
}
