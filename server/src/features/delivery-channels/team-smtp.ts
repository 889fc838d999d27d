import type { Clock } from '../../platform/clock.ts';
import { invalidField } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import { recordSecurityEvent, type Actor } from '../../platform/security-events.ts';
import { refusalOf, type SmtpOptions } from '../../providers/smtp/index.ts';
import { factOfUser, type Facts } from '../facts/index.ts';
import { sentence } from './error-words/index.ts';
import { passwordId } from './password.ts';
import { closeParts, deleteServer, findServer, lockServer, reviveParts, upsertServer, type StoredServer } from './repository.ts';
import type { TeamSmtp, TeamSmtpChange } from './schemas.ts';
import { smtpProblem } from './smtp-problem.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  vault: Vault;
  smtpOptions: SmtpOptions;
  facts: Facts;
}

export interface TeamSmtpSettings {
  show(orgId: string): Promise<TeamSmtp | null>;
  /** DC-3: for the whole org, at once. What waited for the server leaves. AppError 400 for what may not be used or lacks its password. */
  save(orgId: string, adminId: string, change: TeamSmtpChange, by: Actor): Promise<TeamSmtp | null>;
  /** Destroys the password. What was to leave by the server waits and says why. */
  remove(orgId: string, by: Actor): Promise<void>;
}

export function createTeamSmtp({ pool, clock, vault, smtpOptions, facts }: Dependencies): TeamSmtpSettings {
  const show = async (tx: Tx, orgId: string): Promise<TeamSmtp | null> => {
    const server = await findServer(tx, orgId);
    return server && toTeamSmtp(server);
  };
  const record = (tx: Tx, orgId: string, by: Actor, change: 'saved' | 'removed', { host, port }: { host: string; port: number }) =>
    recordSecurityEvent(tx, orgId, {
      kind: 'team_smtp_changed',
      outcome: 'done',
      by,
      about: `${host}:${String(port)}`,
      details: { change },
      at: clock.now(),
    });
  return {
    show: (orgId) => inOrg(pool, orgId, (tx) => show(tx, orgId)),
    save: (orgId, adminId, change, by) =>
      inOrg(pool, orgId, async (tx) => {
        const refused = refusalOf(change, smtpOptions);
        if (refused) throw invalidField(refused === 'PORT_NOT_ALLOWED' ? '/port' : '/security', smtpProblem('admin_action', refused));
        const before = await lockServer(tx, orgId);
        requirePassword(before, change);
        const id = await upsertServer(tx, orgId, { ...change, updatedBy: adminId, now: clock.now() });
        if (change.username === null) await vault.shred(tx, orgId, id);
        else if (change.password !== undefined) await vault.seal(tx, passwordId(orgId, id), change.password);
        await resumeParts(tx, orgId, { serverId: id, facts, at: clock.now() });
        await record(tx, orgId, by, 'saved', change);
        return show(tx, orgId);
      }),
    remove: (orgId, by) =>
      inOrg(pool, orgId, async (tx) => {
        const server = await lockServer(tx, orgId);
        if (!server) return;
        await vault.shred(tx, orgId, server.id);
        await deleteServer(tx, orgId);
        await closeParts(tx, orgId, 'disconnected', 'channel_removed');
        await record(tx, orgId, by, 'removed', server);
      }),
  };
}

/** The server works: so does each user's part of it. */
export async function resumeParts(
  tx: Tx,
  orgId: string,
  { serverId, facts, at }: { serverId: string; facts: Facts; at: Date },
): Promise<void> {
  for (const { id, userId } of await reviveParts(tx, orgId, serverId))
    await facts.record(tx, orgId, factOfUser('delivery_channel_connected', { userId, sourceId: id, at }));
}

/** Only for the server and the sign-in that it was typed for: whoever may change settings must not be able to send it elsewhere. */
export function requirePassword(before: StoredServer | null, change: TeamSmtpChange): void {
  if (change.username === null || change.password !== undefined) return;
  if (!before?.hasPassword) throw invalidField('/password', sentence('passwordNeeded'));
  const isSame =
    before.host.toLowerCase() === change.host.toLowerCase() &&
    before.port === change.port &&
    before.security === change.security &&
    before.username === change.username;
  if (!isSame) throw invalidField('/password', sentence('passwordOfOtherSettings'));
}

function toTeamSmtp({ host, port, security, username, hasPassword, state, stateCode, updatedAt, updatedBy }: StoredServer): TeamSmtp {
  return {
    host,
    port,
    security,
    username,
    hasPassword,
    state,
    stateCode,
    updatedAt: updatedAt.toISOString(),
    updatedBy,
  };
}
