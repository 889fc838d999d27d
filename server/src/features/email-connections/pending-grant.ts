import { z } from 'zod';
import { endConsents } from '../../platform/oauth-transactions.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import type { MailboxGrant } from '../../providers/mailbox.ts';
import type { MailboxProviderName } from './schemas.ts';

/** The purpose of a transaction that holds a grant until the person has said that the mailbox is the right one. */
export const CONFIRM = 'confirm_mailbox';

const StoredGrant = z.object({
  accountKey: z.string(),
  address: z.string(),
  displayName: z.string().nullable(),
  scopes: z.array(z.string()),
  accessToken: z.string(),
  accessTokenExpiresAt: z.coerce.date(),
  secret: z.string(),
  endsAt: z.coerce.date().optional(),
});
function context(orgId: string, userId: string): string[] {
  return [orgId, userId, 'mailbox grant to be confirmed'];
}

/** What the transaction keeps of a grant that waits for an answer. */
export async function sealPendingGrant(vault: Vault, orgId: string, userId: string, grant: MailboxGrant): Promise<{ grant: string }> {
  return { grant: (await vault.sealForTransit(JSON.stringify(grant), context(orgId, userId))).toString('base64') };
}

export async function openPendingGrant(vault: Vault, orgId: string, userId: string, data: Record<string, unknown>): Promise<MailboxGrant> {
  const sealed = Buffer.from(String(data['grant']), 'base64');
  const { endsAt, ...grant } = StoredGrant.parse(JSON.parse(await vault.openFromTransit(sealed, context(orgId, userId))));
  return endsAt ? { ...grant, endsAt } : grant;
}

export interface PendingGrant {
  userId: string;
  provider: MailboxProviderName;
  address: string;
  secret: string;
}

/** Ends every consent of the org, or of one user, that is under way and gives the grants that they held. */
export async function takePendingGrants(tx: Tx, vault: Vault, orgId: string, onlyUserId: string | null = null): Promise<PendingGrant[]> {
  const grants: PendingGrant[] = [];
  for (const { purpose, provider, userId, data } of await endConsents(tx, orgId, onlyUserId)) {
    if (purpose !== CONFIRM || !userId || provider === 'salesforce') continue;
    const { address, secret } = await openPendingGrant(vault, orgId, userId, data);
    grants.push({ userId, provider, address, secret });
  }
  return grants;
}
