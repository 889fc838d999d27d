import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { lockSecret, type SecretId, type StoredField, type Vault } from '../../platform/secrets/index.ts';
import type { StopPush } from '../reply-tracking/index.ts';
import * as report from './report-repository.ts';
import * as repository from './repository.ts';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;

export interface EndGrant {
  pool: Pool;
  vault: Vault;
  clock: Clock;
  /** Each revokes a grant at its vendor, and throws ProviderError. */
  emailConnections: { revokeGrant: (provider: 'google', secret: string) => Promise<void> };
  salesforceConnections: { revokeGrant: (grant: { refreshToken: string; instanceUrl: string }) => Promise<void> };
  stopPush: StopPush;
}

/** One grant of a run that ends them, and the time that its vendor has. */
export interface GrantToEnd {
  orgId: string;
  runId: string;
  grant: repository.OpenGrant;
  /** Aborted when the vendors have had their time. */
  giveUp: AbortSignal;
  /** Resolves when `giveUp` is aborted; one for all grants of a run. */
  gaveUp: Promise<'gave up'>;
}

/**
 * Ends one grant: nothing is pushed any more, the vendor is told, the keys are destroyed, and the report has its line. Whoever was in the
 * middle of a refresh may still put a newer token in: then that one is revoked as well.
 */
export async function endGrant(use: EndGrant, toEnd: GrantToEnd): Promise<void> {
  const { orgId, runId, grant } = toEnd;
  await endPush(use, toEnd);
  let told: StoredField | null = null;
  let outcome: Pick<report.ReportedGrant, 'revokedAt' | 'note'> = { revokedAt: null, note: 'already_dead' };
  for (;;) {
    const found = await inOrg(use.pool, orgId, async (tx) => {
      const [field] = await use.vault.fields(tx, orgId, grant.id, REVOCABLE);
      if (!field || field.version === told?.version) return null;
      await repository.countTry(tx, orgId, runId, grant.id);
      return { field, secret: await use.vault.open(tx, idOf(orgId, grant.id, field), 'kill switch') };
    });
    if (found) {
      outcome = await tellVendor(use, toEnd, found.secret);
      told = found.field;
    } else if (!told && (await hasSecret(use, toEnd))) {
      outcome = { revokedAt: null, note: 'vendor_has_no_revocation' };
    }
    if (await shred(use, toEnd, told, outcome)) return;
  }
}

/** What the vendor pushes would go on for days where it cannot be told to end the grant. */
async function endPush(use: EndGrant, { orgId, grant, gaveUp }: GrantToEnd): Promise<void> {
  const { provider } = grant;
  if (provider !== 'google' && provider !== 'microsoft') return;
  const accessToken = await inOrg(use.pool, orgId, async (tx) => {
    const [field] = await use.vault.fields(tx, orgId, grant.id, ['access_token']);
    return field ? use.vault.open(tx, idOf(orgId, grant.id, field), 'kill switch: stop push') : null;
  });
  if (accessToken) await Promise.race([use.stopPush(orgId, grant.id, provider, accessToken).catch(() => undefined), gaveUp]);
}

const REVOCABLE: SecretId['field'][] = ['grant', 'refresh_token'];

function idOf(orgId: string, connectionId: string, { provider, field }: StoredField): SecretId {
  return {
    orgId,
    connectionId,
    provider,
    field,
  };
}

function hasSecret(use: EndGrant, { orgId, grant }: GrantToEnd): Promise<boolean> {
  return inOrg(use.pool, orgId, async (tx) => (await use.vault.fields(tx, orgId, grant.id)).length > 0);
}

/** False when the secret is not the one that the vendor was told about. */
function shred(
  use: EndGrant,
  { orgId, runId, grant, giveUp }: GrantToEnd,
  told: StoredField | null,
  outcome: Pick<report.ReportedGrant, 'revokedAt' | 'note'>,
): Promise<boolean> {
  return inOrg(use.pool, orgId, async (tx) => {
    if (told && !giveUp.aborted) {
      await lockSecret(tx, idOf(orgId, grant.id, told));
      const [now] = await use.vault.fields(tx, orgId, grant.id, REVOCABLE);
      if (now && now.version !== told.version) return false;
    }
    await use.vault.shred(tx, orgId, grant.id);
    await repository.closeGrant(tx, orgId, runId, grant.id, { ...outcome, shreddedAt: use.clock.now() });
    return true;
  });
}

async function tellVendor(
  use: EndGrant,
  { grant, giveUp, gaveUp }: GrantToEnd,
  secret: string,
): Promise<Pick<report.ReportedGrant, 'revokedAt' | 'note'>> {
  // Microsoft has no way to be told (B.1): what it gave dies with our copy
  if (grant.provider === 'microsoft') return { revokedAt: null, note: 'vendor_has_no_revocation' };
  const revoke = (): Promise<void> =>
    grant.provider === 'salesforce'
      ? use.salesforceConnections.revokeGrant({ refreshToken: secret, instanceUrl: grant.instanceUrl ?? '' })
      : use.emailConnections.revokeGrant('google', secret);
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
