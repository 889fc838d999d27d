import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { JobHandler } from '../../platform/jobs.ts';
import { inOrg, type Tx } from '../../platform/postgres.ts';
import { NOBODY, recordSecurityEvent } from '../../platform/security-events.ts';
import { endGrant, type EndGrant } from './end-grant.ts';
import * as report from './report-repository.ts';
import * as repository from './repository.ts';

/** How many emails of the whole org, or of one user, were taken back from a time on. */
export type CountCancelledEmails = (tx: Tx, orgId: string, onlyUserId: string | null, since: Date) => Promise<number>;

interface Dependencies extends EndGrant {
  /** Takes back what waits in the whole org, or of one user. */
  cancelWaitingEmails: (tx: Tx, orgId: string, onlyUserId: string | null, now: Date) => Promise<void>;
  /** How many a vendor has at this moment. */
  countEmailsUnderWay: (tx: Tx, orgId: string, onlyUserId: string | null) => Promise<number>;
  countCancelledEmails: CountCancelledEmails;
}

/** The job of a press. */
export const END_GRANTS = 'press-kill-switch';
/** The same for one user: workers of an earlier release do not know it, and would end the org's OAuth clients with it. */
export const END_ACCESS = 'end-access';
/**
 * A grant that is to end must not live on because its job has failed too often: the queue's longest pause is six hours, so this is years.
 */
export const UNTIL_ENDED = { maxAttempts: 10_000 };

/** After this time since the press our copies are destroyed whatever the vendors say: everything is over within a minute. */
const TELL_VENDORS_FOR_MS = 45_000;
/** For a run that another process had begun and could not finish. */
const AT_LEAST_MS = 5_000;
const AT_ONCE = 25;
const LOOK_AGAIN_MS = 500;

const Payload = z.object({ orgId: z.string(), runId: z.uuid() });

/**
 * Job: ends each grant of a stopped org, or of a user whose access has ended, at its vendor and destroys its keys here. Nothing uses the
 * grants any more since the press; a key is kept only until its vendor has been told, because without it nobody could tell the vendor after
 * a crash. Goes on where an earlier run ended.
 */
export function createEndGrants(use: Dependencies): JobHandler {
  return async function endGrants(payload, { signal }) {
    const { orgId, runId } = Payload.parse(payload);
    const { run, grants } = await inOrg(use.pool, orgId, async (tx) => ({
      run: await report.findRun(tx, orgId, runId),
      grants: await repository.listOpenGrants(tx, orgId, runId),
    }));
    if (!run || run.finishedAt) return;
    const left = run.pressedAt.getTime() + TELL_VENDORS_FOR_MS - use.clock.now().getTime();
    const giveUp = AbortSignal.timeout(Math.min(TELL_VENDORS_FOR_MS, Math.max(AT_LEAST_MS, left)));

    const gaveUp = new Promise<'gave up'>((resolve) => giveUp.addEventListener('abort', () => resolve('gave up'), { once: true }));

    const queue = grants.values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const grant of queue) {
          if (signal.aborted) return;
          await endGrant(use, { orgId, runId, grant, giveUp, gaveUp });
        }
      }),
    );
    if (signal.aborted) throw new Error('The process stops; the next one ends the rest.');
    await cancelTheRest(use, orgId, run, giveUp);
    await inOrg(use.pool, orgId, async (tx) => {
      await repository.setCancelledEmails(tx, orgId, runId, await use.countCancelledEmails(tx, orgId, run.userId, run.pressedAt));
      if (!run.userId) await repository.deleteClientsAndServers(tx, orgId);
      await repository.finishRun(tx, orgId, runId, use.clock.now());
      await reportEnd(use, tx, orgId, run);
    });
  };
}

/**
 * Emails that were accepted while the press was being committed, and those that a vendor had then and has refused since.
 */
async function cancelTheRest(use: Dependencies, orgId: string, run: report.Run, giveUp: AbortSignal): Promise<void> {
  for (;;) {
    const underWay = await inOrg(use.pool, orgId, async (tx) => {
      // The clock of this machine may be behind that of the press
      const now = new Date(Math.max(use.clock.now().getTime(), run.pressedAt.getTime()));
      await use.cancelWaitingEmails(tx, orgId, run.userId, now);
      return use.countEmailsUnderWay(tx, orgId, run.userId);
    });
    if (underWay === 0 || giveUp.aborted) return;
    await delay(LOOK_AGAIN_MS, undefined, { signal: giveUp }).catch(() => undefined);
  }
}

/** The org's log of security events tells who ended what, and what the vendors said; each grant has its line in the report. */
async function reportEnd(use: Dependencies, tx: Tx, orgId: string, run: report.Run): Promise<void> {
  const grants = await report.listReportedGrants(tx, orgId, run.id);
  const noted = (note: report.ReportedGrant['note']): number => grants.filter((grant) => grant.note === note).length;
  await recordSecurityEvent(tx, orgId, {
    kind: 'grants_ended',
    outcome: 'done',
    by: run.pressedById ? { ...NOBODY, userId: run.pressedById, name: run.pressedBy } : NOBODY,
    about: run.userEmail ?? 'Everybody in this org',
    details: {
      reason: run.reason ?? 'kill_switch',
      grants: grants.length,
      revoked: grants.filter(({ revokedAt }) => revokedAt).length,
      vendorHasNoRevocation: noted('vendor_has_no_revocation'),
      vendorNotReached: noted('vendor_not_reached'),
    },
    at: use.clock.now(),
  });
}
