import 'reflect-metadata';
import { createHash, createPrivateKey, randomBytes, webcrypto, X509Certificate, type KeyObject } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { SignJWT, type JWTPayload } from 'jose';
import type { TestDatabase } from './database.ts';

x509.cryptoProvider.set(webcrypto as Crypto);
const SIGNING = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 };

export interface TestCertificate {
  pem: string;
  privateKey: KeyObject;
  keys: CryptoKeyPair;
}

/** A self-signed certificate as an admin makes it in Certificate and Key Management. */
export async function createTestCertificate({
  notBefore = new Date(Date.now() - 3_600_000),
  notAfter = new Date(Date.now() + 365 * 86_400_000),
  bits = 2048,
  keysOf,
}: { notBefore?: Date; notAfter?: Date; bits?: number; keysOf?: TestCertificate } = {}): Promise<TestCertificate> {
  const made = keysOf?.keys ?? (await webcrypto.subtle.generateKey({ ...SIGNING, modulusLength: bits }, true, ['sign', 'verify']));
  const keys = made as CryptoKeyPair;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: randomBytes(8).toString('hex'),
    name: 'CN=MSI_Panel',
    notBefore,
    notAfter,
    signingAlgorithm: SIGNING,
    keys,
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey as webcrypto.CryptoKey));
  return { pem: certificate.toString('pem'), privateKey: createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }), keys };
}

export interface TestPerson {
  salesforceUserId: string;
  email: string;
  name?: string;
  role?: 'rep' | 'admin';
  state?: 'invited' | 'activated' | 'deactivated';
}

export interface TestUser extends Required<TestPerson> {
  orgId: string;
  id: string;
}

export interface TestOrg {
  orgId: string;
  certificate: TestCertificate;
  addUser(person: TestPerson): Promise<TestUser>;
  /** What Apex signs for a person who has all permissions; `claims` replaces single claims, null removes one. */
  panelToken(person: Pick<TestPerson, 'salesforceUserId' | 'email'>, options?: PanelTokenOptions): Promise<string>;
}

export interface PanelTokenOptions {
  claims?: Record<string, unknown>;
  lifeS?: number;
  issuedAt?: Date;
  certificate?: TestCertificate;
  header?: { alg?: string; jku?: string; kid?: string };
}

interface TestOrgOptions {
  orgId: string;
  name?: string;
  lightningOrigin?: string;
  myDomainUrl?: string;
  audience?: string;
  now?: () => Date;
}

/** An org that has finished its registration. */
export async function createTestOrg(database: TestDatabase, options: TestOrgOptions): Promise<TestOrg> {
  const {
    orgId,
    name = 'Acme',
    lightningOrigin = 'https://acme.lightning.force.com',
    myDomainUrl = 'https://acme.my.salesforce.com',
    audience = 'http://localhost:3000',
  } = options;
  const now = options.now ?? (() => new Date());
  const certificate = await createTestCertificate();
  const { ownerPool } = database;
  await ownerPool.query(
    `insert into orgs (org_id, name, my_domain_url, lightning_origin, registration_step, created_at, registered_at)
     values ($1, $2, $4, $3, 'done', now(), now())`,
    [orgId, name, lightningOrigin, myDomainUrl],
  );
  const { fingerprint256, validFromDate, validToDate } = new X509Certificate(certificate.pem);
  await ownerPool.query(
    `insert into org_certificates (org_id, certificate_pem, fingerprint_sha256, not_before, not_after, created_at)
     values ($1, $2, $3, $4, $5, now())`,
    [orgId, certificate.pem, fingerprint256, validFromDate, validToDate],
  );

  return {
    orgId,
    certificate,
    async addUser({ salesforceUserId, email, name: personName = 'Rae Ortiz', role = 'rep', state = 'activated' }) {
      const { rows } = await ownerPool.query<{ id: string }>(
        `insert into users (org_id, email, name, salesforce_user_id, role, state, onboarding_step, invited_at, activated_at, proven_address)
         values ($1, $2, $3, $4, $5, $6, case when $6 = 'invited' then 'activate' else 'done' end, now(),
           case when $6 = 'invited' then null else now() end,
           case when $6 = 'activated' then $2 end)
         returning id`,
        [orgId, email, personName, state === 'invited' ? null : salesforceUserId, role, state],
      );
      return { orgId, id: rows[0]?.id ?? '', salesforceUserId, email, name: personName, role, state };
    },
    panelToken(person, { claims = {}, lifeS = 120, issuedAt = now(), certificate: signer = certificate, header = {} } = {}) {
      const issuedAtS = Math.floor(issuedAt.getTime() / 1000);
      const all: Record<string, unknown> = {
        iss: orgId,
        sub: person.salesforceUserId,
        aud: audience,
        exp: issuedAtS + lifeS,
        nbf: issuedAtS - 5,
        jti: createHash('sha256').update(randomBytes(16)).digest('hex').slice(0, 32),
        email: person.email,
        admin: true,
        scope: 'panel',
        env: 'acme.lightning.force.com',
        ...claims,
      };
      const payload = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as JWTPayload;
      return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', ...header }).sign(signer.privateKey);
    },
  };
}
