import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { enqueue } from '../../platform/jobs.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { recordSecurityEvent, type Actor } from '../../platform/security-events.ts';
import { factOfUser, type Facts } from '../facts/index.ts';
import { collectGrants, type CollectGrants } from './collect-grants.ts';
import { END_GRANTS, UNTIL_ENDED, type CountCancelledEmails } from './end-grants.ts';
import { sentence } from './error-words/index.ts';
import * as report from './report-repository.ts';
import * as repository from './repository.ts';
import type { KillSwitch } from './schemas.ts';
import { readKillSwitch } from './show-kill-switch.ts';

interface Dependencies extends CollectGrants {
  pool: Pool;
  clock: Clock;
  facts: Facts;
  countCancelledEmails: CountCancelledEmails;
  /** To be called after the commit, so that ended sessions count at once in this process. */
  forgetCallers: (orgId: string) => void;
}

export type PressKillSwitch = (orgId: string, adminId: string, orgName: string, by: Actor) => Promise<KillSwitch>;
export type LiftKillSwitch = (orgId: string, by: Actor) => Promise<KillSwitch>;

/**
 * Stops the product for a whole org, in one commit: nothing sends, nothing connects, what waited is cancelled, and a job ends every grant.
 * Pressing again while it is on changes nothing. AppError 422 `name_differs` when the name that the admin typed is not the org's.
 */
export function createPressKillSwitch(use: Dependencies): PressKillSwitch {
  return async function pressKillSwitch(orgId, adminId, orgName, by) {
    const now = use.clock.now();
    const killSwitch = await inOrg(use.pool, orgId, async (tx) => {
      const org = await repository.lockOrg(tx, orgId);
      if (!org) throw new AppError('not_found', { title: sentence('orgUnknown') });
      if (org.name.trim() !== orgName.trim()) throw new AppError('name_differs', { title: sentence('nameDiffers', { name: org.name }) });
      if (!org.stoppedAt) {
        await stop(use, tx, orgId, adminId, now);
        await recordSecurityEvent(tx, orgId, { kind: 'kill_switch_pressed', outcome: 'done', by, at: now });
      }
      return readKillSwitch(tx, orgId);
    });
    use.forgetCallers(orgId);
    return killSwitch;
  };
}

/** Locks in the order org, users, connections, emails, as consent and sending do; the users and the emails are locked by reactions. */
async function stop(use: Dependencies, tx: Tx, orgId: string, adminId: string, now: Date): Promise<void> {
  await repository.setStopped(tx, orgId, now);
  const runId = await repository.insertRun(tx, orgId, { pressedBy: adminId, userId: null, reason: null, pressedAt: now });
  await use.facts.record(tx, orgId, factOfUser('org_stopped', { userId: adminId, sourceId: runId, at: now }));
  await repository.setCancelledEmails(tx, orgId, runId, await use.countCancelledEmails(tx, orgId, null, now));
  await collectGrants(use, tx, orgId, runId, null);
  await enqueue(tx, END_GRANTS, { orgId, runId }, UNTIL_ENDED);
}

/**
 * Lets people connect again. What was ended stays ended. AppError 409 `kill_switch_running` while the grants are still being ended.
 */
export function createLiftKillSwitch({ pool, clock }: { pool: Pool; clock: Clock }): LiftKillSwitch {
  return function liftKillSwitch(orgId, by) {
    return inOrg(pool, orgId, async (tx) => {
      const org = await repository.lockOrg(tx, orgId);
      const run = await report.findLastRun(tx, orgId);
      if (org?.stoppedAt && run && !run.finishedAt) throw new AppError('kill_switch_running');
      await repository.setStopped(tx, orgId, null);
      if (org?.stoppedAt) await recordSecurityEvent(tx, orgId, { kind: 'kill_switch_lifted', outcome: 'done', by, at: clock.now() });
      return readKillSwitch(tx, orgId);
    });
  };
}
