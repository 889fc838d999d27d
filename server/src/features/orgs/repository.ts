import type { Pool, Tx } from '../../platform/postgres.ts';

export interface Org {
  orgId: string;
  name: string;
  myDomainUrl: string;
  lightningOrigin: string | null;
  registrationStep: 'certificate' | 'origin' | 'done';
}

/** What an uploaded file says. */
export interface CertificateFile {
  pem: string;
  fingerprint: string;
  notBefore: Date;
  notAfter: Date;
}

export interface OrgCertificate extends CertificateFile {
  id: string;
  active: boolean;
  uploadedAt: Date;
  /** Null for what was uploaded before names were kept. */
  uploadedBy: string | null;
  /** When a token was last verified with it, exact to the hour; null: never. */
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  revokedBy: string | null;
}

const ORG = `org_id as "orgId", name, my_domain_url as "myDomainUrl", lightning_origin as "lightningOrigin",
  registration_step as "registrationStep"`;
const CERTIFICATE = `id, certificate_pem as pem, fingerprint_sha256 as fingerprint, not_before as "notBefore", not_after as "notAfter",
  active, created_at as "uploadedAt", uploaded_by_name as "uploadedBy", last_used_at as "lastUsedAt", revoked_at as "revokedAt",
  revoked_by_name as "revokedBy"`;

export async function findOrg(tx: Tx, orgId: string): Promise<Org | null> {
  const { rows } = await tx.query<Org>(`select ${ORG} from orgs where org_id = $1`, [orgId]);
  return rows[0] ?? null;
}

export async function insertOrg(tx: Tx, orgId: string, org: { name: string; myDomainUrl: string; createdAt: Date }): Promise<void> {
  await tx.query(
    `insert into orgs (org_id, name, my_domain_url, created_at) values ($1, $2, $3, $4)
     on conflict (org_id) do update set my_domain_url = excluded.my_domain_url where orgs.registration_step <> 'done'`,
    [orgId, org.name, org.myDomainUrl, org.createdAt],
  );
}

/** A My Domain can be renamed: the newest one that Salesforce has named counts. */
export async function setMyDomain(tx: Tx, orgId: string, myDomainUrl: string): Promise<void> {
  await tx.query('update orgs set my_domain_url = $2 where org_id = $1 and my_domain_url <> $2', [orgId, myDomainUrl]);
}

export async function setRegistrationStep(tx: Tx, orgId: string, step: Org['registrationStep'], now: Date): Promise<void> {
  await tx.query(
    `update orgs set registration_step = $2, registered_at = case when $2 = 'done' then coalesce(registered_at, $3) else registered_at end
      where org_id = $1`,
    [orgId, step, now],
  );
}

export async function setLightningOrigin(tx: Tx, orgId: string, origin: string): Promise<void> {
  await tx.query('update orgs set lightning_origin = $2 where org_id = $1', [orgId, origin]);
}

/** The certificates whose signatures count, newest first; none for an org that has not finished its registration. */
export async function findSigningCertificates(tx: Tx, orgId: string): Promise<OrgCertificate[]> {
  const { rows } = await tx.query<OrgCertificate>(
    `select ${CERTIFICATE} from org_certificates c
      where org_id = $1 and active and exists (select 1 from orgs o where o.org_id = c.org_id and o.registration_step = 'done')
      order by created_at desc`,
    [orgId],
  );
  return rows;
}

/** Every certificate the org has ever uploaded, newest first. */
export async function listCertificates(tx: Tx, orgId: string): Promise<OrgCertificate[]> {
  const { rows } = await tx.query<OrgCertificate>(
    `select ${CERTIFICATE} from org_certificates where org_id = $1 order by created_at desc, id`,
    [orgId],
  );
  return rows;
}

/** What the org is trusted by changes one change at a time. */
export async function lockOrg(tx: Tx, orgId: string): Promise<void> {
  await tx.query('select from orgs where org_id = $1 for no key update', [orgId]);
}

/** Makes a certificate active, as if it had never been there before. */
export async function saveCertificate(
  tx: Tx,
  orgId: string,
  certificate: CertificateFile & { uploadedBy: string | null; now: Date },
): Promise<void> {
  await tx.query(
    `insert into org_certificates (org_id, certificate_pem, fingerprint_sha256, not_before, not_after, created_at, uploaded_by_name)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict on constraint one_row_per_certificate do update
        set active = true, created_at = excluded.created_at, uploaded_by_name = excluded.uploaded_by_name, last_used_at = null,
            revoked_at = null, revoked_by_name = null`,
    [orgId, certificate.pem, certificate.fingerprint, certificate.notBefore, certificate.notAfter, certificate.now, certificate.uploadedBy],
  );
}

/** Switches a certificate off whose slot another one needs. */
export async function setReplaced(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.query('update org_certificates set active = false where org_id = $1 and id = $2', [orgId, id]);
}

export async function setRevoked(tx: Tx, orgId: string, id: string, by: { name: string | null; now: Date }): Promise<void> {
  await tx.query(
    'update org_certificates set active = false, revoked_at = $3, revoked_by_name = $4 where org_id = $1 and id = $2 and active',
    [orgId, id, by.now, by.name],
  );
}

export async function setCertificateUsed(tx: Tx, orgId: string, id: string, now: Date): Promise<void> {
  await tx.query('update org_certificates set last_used_at = $3 where org_id = $1 and id = $2 and active', [orgId, id, now]);
}

/** False when this `jti` was shown before. */
export async function usePanelToken(tx: Tx, orgId: string, jti: string, expiresAt: Date): Promise<boolean> {
  const { rowCount } = await tx.query('insert into panel_token_uses (org_id, jti, expires_at) values ($1, $2, $3) on conflict do nothing', [
    orgId,
    jti,
    expiresAt,
  ]);
  return rowCount === 1;
}

/** Whether a browser may call from this origin. Asked before the org is known. */
export async function isRegisteredOrigin(pool: Pool, origin: string): Promise<boolean> {
  const { rows } = await pool.query<{ registered: boolean }>('select is_registered_origin($1) as registered', [origin]);
  return rows[0]?.registered ?? false;
}

/** Whether an org has finished its registration. Asked before anything of a token is proved, and so outside of any org. */
export async function isRegisteredOrg(pool: Pool, orgId: string): Promise<boolean> {
  const { rows } = await pool.query<{ registered: boolean }>('select is_registered_org($1) as registered', [orgId]);
  return rows[0]?.registered ?? false;
}

/** Whether the kill switch is on. Keeps it as it is until the transaction ends. */
export async function isStopped(tx: Tx, orgId: string): Promise<boolean> {
  const { rows } = await tx.query<{ isStopped: boolean }>(
    'select stopped_at is not null as "isStopped" from orgs where org_id = $1 for share',
    [orgId],
  );
  return rows[0]?.isStopped ?? false;
}
