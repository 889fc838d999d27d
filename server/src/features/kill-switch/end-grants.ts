import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { JobHandler } from '../../platform/jobs.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { lockSecret, type SecretId, type StoredField, type Vault } from '../../platform/secrets/index.ts';
import type { EmailConnections } from '../email-connections/index.ts';
import type { SalesforceConnections } from '../salesforce-connections/index.ts';
import * as repository from './repository.ts';

interface Dependencies {
  pool: Pool;
  vault: Vault;
  clock: Clock;
  emailConnections: Pick<EmailConnections, 'revokeGrant'>;
  salesforceConnections: Pick<SalesforceConnections, 'revokeGrant'>;
  cancelWaitingEmails: (tx: Tx, orgId: string, now: Date) => Promise<{ cancelled: number; underWay: number }>;
}

export const END_GRANTS = 'press-kill-switch';

/** After this time since the press our copies are destroyed whatever the vendors say: everything is over within a minute. */
const TELL_VENDORS_FOR_MS = 45_000;
/** For a run that another process had begun and could not finish. */
const AT_LEAST_MS = 5_000;
const AT_ONCE = 25;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;
const LOOK_AGAIN_MS = 500;

const Payload = z.object({ orgId: z.string(), runId: z.uuid() });

/**
 * Job: ends each grant of a stopped org at its vendor and destroys its keys here. Nothing uses the grants any more since the press; a key is
 * kept only until its vendor has been told, because without it nobody could tell the vendor after a crash. Goes on where an earlier run ended.
 */
export const createEndGrants =
  (use: Dependencies): JobHandler =>
  async (payload, { signal }) => {
    const { orgId, runId } = Payload.parse(payload);
    const { run, grants } = await inOrg(use.pool, orgId, async (tx) => ({
      run: await repository.findRun(tx, orgId, runId),
      grants: await repository.listOpenGrants(tx, orgId, runId),
    }));
    if (!run || run.finishedAt) return;
    const left = run.pressedAt.getTime() + TELL_VENDORS_FOR_MS - use.clock.now().getTime();
    const giveUp = AbortSignal.timeout(Math.min(TELL_VENDORS_FOR_MS, Math.max(AT_LEAST_MS, left)));

    const queue = grants.values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const grant of queue) {
          if (signal.aborted) return;
          await endGrant(use, { orgId, runId, grant, giveUp });
        }
      }),
    );
    if (signal.aborted) throw new Error('The process stops; the next one ends the rest.');
    await cancelTheRest(use, orgId, runId, giveUp);
    await inOrg(use.pool, orgId, async (tx) => {
      await repository.deleteClientsAndServers(tx, orgId);
      await repository.finishRun(tx, orgId, runId, use.clock.now());
    });
  };

/** Emails that were accepted while the press was being committed, and those that a vendor had then and has refused since. */
async function cancelTheRest(use: Dependencies, orgId: string, runId: string, giveUp: AbortSignal): Promise<void> {
  for (;;) {
    const { underWay } = await inOrg(use.pool, orgId, async (tx) => {
      const emails = await use.cancelWaitingEmails(tx, orgId, use.clock.now());
      await repository.addCancelledEmails(tx, orgId, runId, emails.cancelled);
      return emails;
    });
    if (underWay === 0 || giveUp.aborted) return;
    await delay(LOOK_AGAIN_MS, undefined, { signal: giveUp }).catch(() => undefined);
  }
}

interface Task {
  orgId: string;
  runId: string;
  grant: repository.OpenGrant;
  /** Aborted when the vendors have had their time. */
  giveUp: AbortSignal;
}

/** Whoever was in the middle of a refresh may still put a newer token in: then that one is revoked as well. */
async function endGrant(use: Dependencies, task: Task): Promise<void> {
  const { orgId, runId, grant } = task;
  let told: StoredField | null = null;
  let outcome: Pick<repository.ReportedGrant, 'revokedAt' | 'note'> = { revokedAt: null, note: 'already_dead' };
  for (;;) {
    const found = await inOrg(use.pool, orgId, async (tx) => {
      const [field] = await use.vault.fields(tx, orgId, grant.id, REVOCABLE);
      if (!field || field.version === told?.version) return null;
      await repository.countTry(tx, orgId, runId, grant.id);
      return { field, secret: await use.vault.open(tx, idOf(orgId, grant.id, field), 'kill switch') };
    });
    if (found) {
      outcome = await tellVendor(use, task, found.secret);
      told = found.field;
    } else if (!told && (await hasSecret(use, task))) {
      outcome = { revokedAt: null, note: 'vendor_has_no_revocation' };
    }
    if (await shred(use, task, told, outcome)) return;
  }
}

const REVOCABLE: SecretId['field'][] = ['grant', 'refresh_token'];

const idOf = (orgId: string, connectionId: string, { provider, field }: StoredField): SecretId => ({
  orgId,
  connectionId,
  provider,
  field,
});

const hasSecret = (use: Dependencies, { orgId, grant }: Task): Promise<boolean> =>
  inOrg(use.pool, orgId, async (tx) => (await use.vault.fields(tx, orgId, grant.id)).length > 0);

/** False when the secret is not the one that the vendor was told about. */
const shred = (
  use: Dependencies,
  { orgId, runId, grant, giveUp }: Task,
  told: StoredField | null,
  outcome: Pick<repository.ReportedGrant, 'revokedAt' | 'note'>,
): Promise<boolean> =>
  inOrg(use.pool, orgId, async (tx) => {
    if (told && !giveUp.aborted) {
      await lockSecret(tx, idOf(orgId, grant.id, told));
      const [now] = await use.vault.fields(tx, orgId, grant.id, REVOCABLE);
      if (now && now.version !== told.version) return false;
    }
    await use.vault.shred(tx, orgId, grant.id);
    await repository.closeGrant(tx, orgId, runId, grant.id, { ...outcome, shreddedAt: use.clock.now() });
    return true;
  });

async function tellVendor(
  use: Dependencies,
  { grant, giveUp }: Task,
  secret: string,
): Promise<Pick<repository.ReportedGrant, 'revokedAt' | 'note'>> {
  // Microsoft has no way to be told (B.1): what it gave dies with our copy
  if (grant.provider === 'microsoft') return { revokedAt: null, note: 'vendor_has_no_revocation' };
  const revoke = (): Promise<void> =>
    grant.provider === 'salesforce'
      ? use.salesforceConnections.revokeGrant({ refreshToken: secret, instanceUrl: grant.instanceUrl ?? '' })
      : use.emailConnections.revokeGrant('google', secret);
  const gaveUp = new Promise<'gave up'>((resolve) => giveUp.addEventListener('abort', () => resolve('gave up'), { once: true }));
  for (let pauseMs = FIRST_PAUSE_MS; !giveUp.aborted; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    // Whatever the failure is, it must not keep our copy alive
    const answer = await Promise.race([
      revoke().then(
        () => 'told' as const,
        () => 'failed' as const,
      ),
      gaveUp,
    ]);
    if (answer === 'told') return { revokedAt: use.clock.now(), note: null };
    await delay(pauseMs, undefined, { signal: giveUp }).catch(() => undefined);
  }
  return { revokedAt: null, note: 'vendor_not_reached' };
}
