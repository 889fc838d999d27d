import { inOrg, type Pool } from '../../platform/postgres.ts';
import { findOrg, listCertificates } from './repository.ts';
import type { OrgTrust } from './schemas.ts';

export type ShowOrgTrust = (orgId: string) => Promise<OrgTrust>;

/** The active certificates of the org, newest first, its Lightning address, and where both are changed. */
export function createShowOrgTrust({ pool, publicUrl }: { pool: Pool; publicUrl: string }): ShowOrgTrust {
  return function showOrgTrust(orgId) {
    return inOrg(pool, orgId, async (tx) => {
      const org = await findOrg(tx, orgId);
      const certificates = (await listCertificates(tx, orgId)).filter(({ active }) => active);
      return {
        certificates: certificates.map(({ id, fingerprint, uploadedAt, uploadedBy, lastUsedAt, notAfter }) => ({
          id,
          fingerprint,
          uploadedAt: uploadedAt.toISOString(),
          uploadedBy,
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
          expiresAt: notAfter.toISOString(),
        })),
        lightningOrigin: org?.lightningOrigin ?? null,
        changeUrl: `${publicUrl}/onboarding/org/certificate`,
        checklistUrl: `${publicUrl}/onboarding/org/checklist`,
      };
    });
  };
}
