import { verify, X509Certificate, type KeyObject } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import type { PanelSessions } from './panel-sessions.ts';
import { findSigningCertificates, setCertificateUsed } from './repository.ts';

const NOTED_FOR_MS = 3_600_000;
const ORGS_REMEMBERED = 5_000;

interface Noted {
  until: number;
  key: KeyObject;
}

/**
 * Panel sessions that also keep when a certificate was last used. Written once an hour for a certificate and process: within the hour one
 * check of the signature tells that there is nothing to write.
 */
export function withCertificateUse(sessions: PanelSessions, { pool, clock }: { pool: Pool; clock: Clock }): PanelSessions {
  const notedOf = new Map<string, Noted[]>();

  async function note(orgId: string, token: string): Promise<void> {
    const now = clock.now();
    const noted = (notedOf.get(orgId) ?? []).filter(({ until }) => until > now.getTime());
    if (noted.some(({ key }) => isSignedWith(key, token))) return;
    await inOrg(pool, orgId, async (tx) => {
      for (const { id, pem } of await findSigningCertificates(tx, orgId)) {
        const key = new X509Certificate(pem).publicKey;
        if (!isSignedWith(key, token)) continue;
        await setCertificateUsed(tx, orgId, id, now);
        if (notedOf.size >= ORGS_REMEMBERED) notedOf.clear();
        notedOf.set(orgId, [...noted, { until: now.getTime() + NOTED_FOR_MS, key }]);
      }
    });
  }

  return {
    ...sessions,
    async exchangePanelToken(token, ipAddress) {
      const exchanged = await sessions.exchangePanelToken(token, ipAddress);
      await note(exchanged.caller.orgId, token);
      return exchanged;
    },
  };
}

/** Only which key it was: that the token is good has been checked before. */
function isSignedWith(key: KeyObject, token: string): boolean {
  const end = token.lastIndexOf('.');
  return verify('RSA-SHA256', Buffer.from(token.slice(0, end)), key, Buffer.from(token.slice(end + 1), 'base64url'));
}
