import { canonicalAddress } from '../../platform/canonical-address.ts';
import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import type { Tx } from '../../platform/postgres.ts';
import { recordSecurityEvent } from '../../platform/security-events.ts';
import { commonSentence } from '../../platform/error-words/index.ts';
import { quotedId, type SalesforceClient, type SalesforceIdentity } from '../../providers/salesforce/index.ts';
import { addressInUse, admitAdmin, listAdmins } from '../users/index.ts';
import { sentence } from './error-words/index.ts';
import { findOrg, insertOrg, setMyDomain } from './repository.ts';

export interface OrgFacts {
  isAdmin: boolean;
  orgName: string;
}

export interface RegisterOrg {
  /** Asks Salesforce, with the person's own rights, who this is. */
  readFacts(client: Pick<SalesforceClient, 'query'>, identity: SalesforceIdentity): Promise<OrgFacts>;
  /**
   * Lets a Salesforce administrator register the org, or come back to what it is trusted by. The first one becomes the first admin;
   * afterwards it needs both, our role and Salesforce's permission, each as it is now. Throws AppError 403 `salesforce_admins_only`, 409
   * `org_registered` (says who can help), `in_other_instance`, `email_unverified`.
   */
  admit(tx: Tx, identity: SalesforceIdentity, facts: OrgFacts & { instanceUrl: string; ipAddress: string | null }): Promise<Administrator>;
}

export interface Administrator {
  userId: string;
  isFirst: boolean;
}

/** Administrators are those who may change everything: the permission counts wherever it comes from, profile or permission set. */
function adminQuery(userId: string) {
  return (
    `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = ${quotedId(userId)} ` +
    'AND PermissionSet.PermissionsModifyAllData = true LIMIT 1'
  );
}

export function createRegisterOrg({ clock }: { clock: Clock }): RegisterOrg {
  return {
    async readFacts(client, identity) {
      const assignments = await client.query<{ Id: string }>(adminQuery(identity.userId));
      const [organization] = await client.query<{ Name: string }>('SELECT Name FROM Organization LIMIT 1');
      return { isAdmin: assignments.length > 0, orgName: organization?.Name ?? identity.organizationId };
    },

    async admit(tx, identity, { isAdmin, orgName, instanceUrl, ipAddress }) {
      const orgId = identity.organizationId;
      const myDomainUrl = identity.myDomainUrl ?? instanceUrl;
      const org = await findOrg(tx, orgId);
      const cameIn = async (kind: 'org_registered' | 'administrator_sign_in', userId: string): Promise<Administrator> => {
        const by = { userId, salesforceUserId: identity.userId, name: identity.email, ipAddress };
        await recordSecurityEvent(tx, orgId, { kind, outcome: 'done', by, about: identity.username, at: clock.now() });
        return { userId, isFirst: kind === 'org_registered' };
      };
      const admins = org ? await listAdmins(tx, orgId) : [];
      const known = admins.find(({ salesforceUserId }) => salesforceUserId === identity.userId);
      if (known && isAdmin) {
        await setMyDomain(tx, orgId, myDomainUrl);
        return cameIn('administrator_sign_in', known.id);
      }
      if (known)
        throw new AppError('salesforce_admins_only', {
          title: sentence('adminWithoutPermission'),
        });
      if (admins.length > 0) {
        const help = admins.map(({ name, email }) => (name ? `${name} (${email})` : email)).join(', ');
        throw new AppError('org_registered', {
          title: sentence('registered', { org: org?.name ?? sentence('thisOrg'), admins: help }),
        });
      }
      if (!isAdmin) throw new AppError('salesforce_admins_only');
      if (!identity.emailVerified)
        throw new AppError('email_unverified', {
          title: commonSentence('emailUnverified', { address: identity.email }),
        });
      await insertOrg(tx, orgId, { name: orgName, myDomainUrl, createdAt: clock.now() });
      const userId = await admitAdmin(tx, orgId, {
        ...identity,
        email: canonicalAddress(identity.email),
        salesforceUserId: identity.userId,
        name: identity.displayName,
        now: clock.now(),
      });
      if (!userId) throw addressInUse('in_other_instance', identity.email);
      return cameIn('org_registered', userId);
    },
  };
}
