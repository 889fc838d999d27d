import type { Connections } from './connections.ts';
import { createLogActivity, createSweepActivities } from './features/activities/index.ts';
import { createLookUpPerson, findNewestPerson } from './features/people/index.ts';
import {
  createDrainMailbox,
  createFreshenRecipient,
  createSettleJob,
  createSettleUncertainEmail,
  createSweepMailboxes,
  findSentEmail,
} from './features/sales-emails/index.ts';
import { createSendInvitation, SEND_INVITATION } from './features/users/index.ts';
import type { Clock } from './platform/clock.ts';
import type { JobHandler } from './platform/jobs.ts';
import type { Mailer } from './platform/mailer.ts';
import type { Pool } from './platform/postgres.ts';

export interface WorkDependencies {
  pool: Pool;
  clock: Clock;
  connections: Connections;
  mailer: Mailer;
  publicUrl: string;
  /** How long a mailbox stays taken after its worker has died; also the time in which a call under way ends. */
  leaseMs?: number;
  /** The least time between two emails of one mailbox. Gmail takes 2.5 in a second, Exchange Online 30 in a minute. */
  spacingMs?: { google: number; microsoft: number };
}

export interface Work {
  jobs: Record<string, JobHandler>;
  /** To be called every few seconds: finds what no job stands for. */
  sweep(): Promise<void>;
}

/** The table of contents of the worker: every job by its name. */
export function createWork({
  pool,
  clock,
  connections,
  mailer,
  publicUrl,
  leaseMs = 30_000,
  spacingMs = { google: 500, microsoft: 2_000 },
}: WorkDependencies): Work {
  const { emailConnections, salesforceConnections } = connections;
  const { openMailbox, reportMailboxProblem } = emailConnections;
  const settleUncertainEmail = createSettleUncertainEmail({ pool, clock, openMailbox });
  const lookUpPerson = createLookUpPerson({ pool, clock, openSalesforce: salesforceConnections.open });
  const sweepMailboxes = createSweepMailboxes({ pool, clock });
  const sweepActivities = createSweepActivities({ pool, clock });
  return {
    jobs: {
      'drain-mailbox': createDrainMailbox({
        pool,
        clock,
        leaseMs,
        spacingMs,
        openMailbox,
        reportMailboxProblem,
        settleUncertainEmail,
        findNewestPerson,
        freshenRecipient: createFreshenRecipient({ pool, clock, lookUpPerson }),
      }),
      'settle-uncertain-email': createSettleJob(settleUncertainEmail),
      'log-activity': createLogActivity({ pool, clock, openSalesforce: salesforceConnections.open, findSentEmail }),
      [SEND_INVITATION]: createSendInvitation({ pool, clock, mailer, publicUrl }),
    },
    sweep: async () => {
      await sweepMailboxes();
      await sweepActivities();
    },
  };
}
