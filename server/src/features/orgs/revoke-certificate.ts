import { AppError } from '../../platform/errors.ts';
import { inOrg } from '../../platform/postgres.ts';
import { canDoWithout } from './certificate-slots.ts';
import { changeTrust, type TrustChanger, type TrustTools } from './change-trust.ts';
import { endPanelSessions } from '../users/index.ts';
import { sentence } from './error-words/index.ts';
import * as repository from './repository.ts';

interface Dependencies extends TrustTools {
  /** To be called after the commit, so that ended sessions count at once in this process. */
  forgetCallers: (orgId: string) => void;
}

export type RevokeCertificate = (orgId: string, by: TrustChanger, id: string) => Promise<void>;

/**
 * Trusts a certificate no more: tokens that it signed are refused from this commit on, by every process, and every panel of the org has to
 * bring a new one. Throws what `changeTrust` throws; AppError 404 `not_found` for one that is not active; 409 `last_certificate` when the
 * org would be left without a certificate that is known to work.
 */
export function createRevokeCertificate({ forgetCallers, ...tools }: Dependencies): RevokeCertificate {
  return async function revokeCertificate(orgId, by, id) {
    const known = await inOrg(tools.pool, orgId, (tx) => repository.listCertificates(tx, orgId));
    const { fingerprint } = activeOne(known, id);
    await changeTrust(tools, orgId, by, { kind: 'certificate_revoked', about: fingerprint }, async (tx, _org, now) => {
      const active = (await repository.listCertificates(tx, orgId)).filter((one) => one.active);
      if (!canDoWithout(activeOne(active, id), active, now)) throw new AppError('last_certificate');
      await repository.setRevoked(tx, orgId, id, { name: by.actor.name, now });
      await endPanelSessions(tx, orgId);
      return true;
    });
    forgetCallers(orgId);
  };
}

function activeOne(certificates: repository.OrgCertificate[], id: string): repository.OrgCertificate {
  const found = certificates.find((one) => one.id === id && one.active);
  if (!found) throw new AppError('not_found', { title: sentence('certificateNotActive') });
  return found;
}
