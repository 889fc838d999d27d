import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/postgres.ts';
import { lockSecret, type Vault } from '../../platform/secrets/index.ts';
import type { MailboxGrant } from '../../providers/mailbox.ts';
import { factOfUser, type Facts } from '../facts/index.ts';
import * as repository from './repository.ts';
import type { MailboxProviderName } from './schemas.ts';

export interface ReplacedGrant {
  provider: MailboxProviderName;
  secret: string;
}

interface Dependencies {
  vault: Vault;
  clock: Clock;
  facts: Facts;
}

interface Owner {
  userId: string;
  provider: MailboxProviderName;
  oauthClientId: string | null;
}

/**
 * Makes a grant the user's mailbox. The same account keeps its row, so that what waits for it leaves; another account
 * takes the place of the one before, whose grant is returned for revocation after the commit.
 */
export async function keepMailbox(
  use: Dependencies,
  tx: Tx,
  orgId: string,
  owner: Owner,
  grant: MailboxGrant,
): Promise<{ connectionId: string; replaced: ReplacedGrant | null }> {
  const now = use.clock.now();
  const live = await repository.findLive(tx, orgId, owner.userId);
  const known = await repository.findByAccount(tx, orgId, owner.userId, owner.provider, grant.accountKey);
  const outgoing = live && live.id !== known?.id ? live : null;
  let replaced: ReplacedGrant | null = null;
  if (outgoing) {
    replaced = await takeGrant(use, tx, orgId, outgoing);
    await use.vault.shred(tx, orgId, outgoing.id);
    await repository.markDisconnected(tx, orgId, outgoing.id);
  }

  if (known) {
    const before = await takeGrant(use, tx, orgId, known);
    // Revoking ends all that the account ever granted to one client: only a grant of another client may be revoked
    if (known.oauthClientId !== owner.oauthClientId) replaced ??= before;
    await repository.reviveMailbox(tx, orgId, known.id, grant, owner.oauthClientId, now);
  }
  const connectionId = known?.id ?? (await repository.insertMailbox(tx, orgId, { ...owner, ...grant, now }));
  const secret = { orgId, connectionId, provider: owner.provider };
  await use.vault.seal(tx, { ...secret, field: 'grant' }, grant.secret);
  await use.vault.seal(tx, { ...secret, field: 'access_token' }, grant.accessToken);
  await use.facts.record(tx, orgId, factOfUser('mailbox_connected', { userId: owner.userId, sourceId: connectionId, at: now }));
  return { connectionId, replaced };
}

/** The secret is locked before the row of its connection, as every refresher does: the other way round they would wait for each other. */
async function takeGrant({ vault }: Dependencies, tx: Tx, orgId: string, mailbox: repository.Mailbox): Promise<ReplacedGrant | null> {
  const id = { orgId, connectionId: mailbox.id, provider: mailbox.provider, field: 'grant' as const };
  if (!(await lockSecret(tx, id))) return null;
  return { provider: mailbox.provider, secret: await vault.open(tx, id, 'replace') };
}
