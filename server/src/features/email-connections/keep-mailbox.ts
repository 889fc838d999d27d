import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import type { MailboxGrant } from '../../providers/mailbox.ts';
import * as repository from './repository.ts';
import type { MailboxProviderName } from './schemas.ts';

/** Lets what waits for a mailbox leave: called in the transaction that connects it. `replacedId` is the mailbox it takes the place of. */
export type ReleaseWaitingEmails = (
  tx: Tx,
  orgId: string,
  mailbox: { userId: string; connectionId: string; replacedId: string | null },
) => Promise<void>;

export interface ReplacedGrant {
  provider: MailboxProviderName;
  secret: string;
}

interface Dependencies {
  vault: Vault;
  clock: Clock;
  releaseWaitingEmails: ReleaseWaitingEmails;
}

/**
 * Makes a grant the user's mailbox. The same account keeps its row, so that what waits for it leaves; another account
 * takes the place of the one before, whose grant is returned for revocation after the commit.
 */
export async function keepMailbox(
  use: Dependencies,
  tx: Tx,
  orgId: string,
  owner: { userId: string; provider: MailboxProviderName },
  grant: MailboxGrant,
): Promise<{ connectionId: string; replaced: ReplacedGrant | null }> {
  const now = use.clock.now();
  const live = await repository.findLive(tx, orgId, owner.userId);
  const known = await repository.findByAccount(tx, orgId, owner.userId, owner.provider, grant.accountKey);
  const outgoing = live && live.id !== known?.id ? live : null;
  let replaced: ReplacedGrant | null = null;
  if (outgoing) {
    const secret = await use.vault.open(tx, { orgId, connectionId: outgoing.id, provider: outgoing.provider, field: 'grant' }, 'replace');
    replaced = { provider: outgoing.provider, secret };
    await use.vault.shred(tx, orgId, outgoing.id);
    await repository.markDisconnected(tx, orgId, outgoing.id);
  }

  if (known) await repository.reviveMailbox(tx, orgId, known.id, grant, now);
  const connectionId = known?.id ?? (await repository.insertMailbox(tx, orgId, { ...owner, ...grant, now }));
  const secret = { orgId, connectionId, provider: owner.provider };
  await use.vault.seal(tx, { ...secret, field: 'grant' }, grant.secret);
  await use.vault.seal(tx, { ...secret, field: 'access_token' }, grant.accessToken);
  await use.releaseWaitingEmails(tx, orgId, { userId: owner.userId, connectionId, replacedId: outgoing?.id ?? null });
  return { connectionId, replaced };
}
