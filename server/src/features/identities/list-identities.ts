import { inOrg, type Pool } from '../../platform/postgres.ts';
import type { EmailConnections } from '../email-connections/index.ts';
import { MOST_IDENTITIES } from './add-identity.ts';
import { readOwnIdentities, toIdentities } from './own-identities.ts';
import type { IdentityList } from './schemas.ts';

interface Dependencies extends Pick<EmailConnections, 'findEmailConnection'> {
  pool: Pool;
}

/** Everything the settings page shows. */
export function createListIdentities({ pool, findEmailConnection }: Dependencies) {
  return function listIdentities(orgId: string, userId: string): Promise<IdentityList> {
    return inOrg(pool, orgId, async (tx) => {
      const own = await readOwnIdentities(tx, orgId, userId);
      const connection = await findEmailConnection(tx, orgId, userId);
      return {
        identities: toIdentities(own),
        limit: MOST_IDENTITIES,
        teamSmtp: own.teamSmtp,
        canImportSignature: connection?.provider === 'google' && connection.state === 'connected' && connection.capabilities.readsBodies,
      };
    });
  };
}
