import type { Connections } from './connections.ts';
import { KEEP_MAILBOX_ALIVE } from './features/email-connections/index.ts';
import {
  createForgetContent,
  createPreparePages,
  createRenderInThread,
  FORGET_CONTENT,
  PREPARE_CONTENT_PAGES,
  type RenderPages,
} from './features/content/index.ts';
import { createReactToFact, REACT_TO_FACT } from './features/facts/index.ts';
import { createEndAccess, createEndGrants, END_ACCESS, END_GRANTS } from './features/kill-switch/index.ts';
import { createTellOfTrustChange, TELL_OF_TRUST_CHANGE } from './features/orgs/index.ts';
import { createReadAttachments } from './features/files/index.ts';
import { createLookUpPeople } from './features/people/index.ts';
import {
  CHECK_MAILBOX,
  createCheckMailbox,
  createClassifyInThread,
  createSweepInboxes,
  expectAnswers,
} from './features/reply-tracking/index.ts';
import {
  COLLECTING,
  createDrainWrites,
  createSweepWrites,
  WRITE_TO_SALESFORCE,
  type Collecting,
} from './features/salesforce-writes/index.ts';
import {
  cancelWaiting,
  countCancelled,
  countUnderWay,
  createDrainMailbox,
  DRAIN_MAILBOX,
  createFreshenUpcoming,
  createHoldFiles,
  createKeepWallTimes,
  createQueueScheduledEmails,
  createSendingSlots,
  MOST_FILES_AT_ONCE,
  createReadSentMessage,
  createSettleJob,
  createSettleUncertainEmail,
  createSweepMailboxes,
  createSweepScheduledEmails,
  createSweepUncertainEmails,
  QUEUE_SCHEDULED_EMAILS,
  READ_SENT_MESSAGE,
  type SettleUncertainEmail,
} from './features/send-engine/index.ts';
import { WINDOW_SETTINGS } from './features/sending-limits/index.ts';
import { KEEP_SALESFORCE_ALIVE, probeApiAccess } from './features/salesforce-connections/index.ts';
import { createSendIdentityVerification, SEND_IDENTITY_VERIFICATION } from './features/identities/index.ts';
import {
  CHECK_API_ACCESS,
  createCheckApiAccess,
  createEndInactiveUser,
  createLookForInactiveUsers,
  createSendInvitation,
  END_INACTIVE_USER,
  LOOK_FOR_INACTIVE_USERS,
  SEND_INVITATION,
} from './features/users/index.ts';
import type { JobName } from './job-names.ts';
import type { Clock } from './platform/clock.ts';
import type { JobGroup, JobHandler, JobLog } from './platform/jobs.ts';
import type { Mailer } from './platform/mailer.ts';
import { NO_METRICS, type Metrics } from './platform/metrics.ts';
import type { Pool } from './platform/postgres.ts';
import { runEach, type Sweep } from './platform/sweeps.ts';

export interface WorkDependencies {
  pool: Pool;
  clock: Clock;
  connections: Connections;
  mailer: Mailer;
  publicUrl: string;
  /** Where the operator reads alarms; nowhere when left out. */
  log?: JobLog;
  /** Nowhere when left out. */
  metrics?: Metrics;
  /** How long a mailbox stays taken after its worker has died; also the time in which a call under way ends. */
  leaseMs?: number;
  /** The least time between two emails of one mailbox. Gmail takes 2.5 in a second, Exchange Online 30 in a minute. */
  spacingMs?: { google: number; microsoft: number };
  /** How long one mailbox may send while others wait for their turn. */
  turnMs?: number;
  /** How long writes to Salesforce are collected. */
  collecting?: Collecting;
  /** How many mailboxes send at once in this process; those that wait for their next slot in time do not count. */
  sendingSlots?: number;
  /** Of how many emails this process has the files in memory at once. */
  filesAtOnce?: number;
  /** How long one message of somebody else may be read. */
  classifyWithinMs?: number;
  /** How pages of documents are made. */
  renderPages?: RenderPages;
  /** Only for proofs: how long the minute and the day of the limits are. */
  limitLengths?: { minuteMs: number; dayMs: number };
  /** Only for proofs: false lets every limit be exceeded, so that an independent count can be seen to fail. */
  checksLimits?: boolean;
  /** Only for proofs: what happens when nobody asks the vendor about an email of unknown outcome. */
  settleUncertainEmail?: SettleUncertainEmail;
}

export interface Work {
  jobs: Record<string, JobHandler>;
  /** To be run every few seconds, each for itself: they find what no job stands for. */
  sweeps: Readonly<Record<string, Sweep>>;
  /** Runs each sweep once. */
  sweep(): Promise<void>;
  /** To be called when no job runs any more: releases the lanes that wait in this process, each with a job that takes it up elsewhere. */
  stop(): Promise<void>;
}

/** A call to a vendor takes some 300 ms, and a lane that makes one needs no connection to the database: so many send some 70 a second. */
const SENDING_SLOTS = 32;

/** The jobs that send. They are looked for more often, because a rep's time to undo ends at a second and not about then. */
export const SENDING: JobGroup = {
  isOfGroup: (name) => name === DRAIN_MAILBOX,
  concurrency: SENDING_SLOTS,
  connections: 10,
  pollIntervalMs: 250,
};

/** Pages of documents: one at a time, because each takes a processor and up to 600 MB of memory. All other jobs go on beside it. */
export const PREPARING: JobGroup = {
  isOfGroup: (name) => name === PREPARE_CONTENT_PAGES,
  concurrency: 1,
  connections: 1,
};

const NOWHERE: JobLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** Some emails of Outlook's, dozens of Gmail's. */
const TURN_MS = 5_000;
/** A page of an inbox is read with some calls to a vendor of up to 30 seconds each; whoever reads extends it. */
const CHECK_LEASE_MS = 90_000;

/** The table of contents of the worker: every job by its name. */
export function createWork({
  pool,
  clock,
  connections,
  mailer,
  publicUrl,
  log = NOWHERE,
  metrics = NO_METRICS,
  leaseMs = 30_000,
  spacingMs = WINDOW_SETTINGS.spacingMs,
  turnMs = TURN_MS,
  collecting = COLLECTING,
  sendingSlots = SENDING_SLOTS,
  filesAtOnce = MOST_FILES_AT_ONCE,
  classifyWithinMs,
  renderPages = createRenderInThread(),
  limitLengths = WINDOW_SETTINGS,
  checksLimits = true,
  settleUncertainEmail: settleAnotherWay,
}: WorkDependencies): Work {
  const { deliveryChannels, emailConnections, facts, salesforceConnections } = connections;
  const { reportMailboxProblem, noteMailboxAnswers } = emailConnections;
  const openSender = deliveryChannels.senderOver(emailConnections.openMailbox);
  const settleUncertainEmail =
    settleAnotherWay ?? createSettleUncertainEmail({ pool, clock, metrics, facts, openMailbox: openSender, expectAnswers });
  const lookUpPeople = createLookUpPeople({ pool, clock, openSalesforce: salesforceConnections.open });
  const inactiveUsers = createLookForInactiveUsers({ pool, clock, openSalesforce: salesforceConnections.open });
  const endGrants = createEndGrants({
    pool,
    clock,
    ...connections,
    cancelWaitingEmails: cancelWaiting,
    countEmailsUnderWay: countUnderWay,
    countCancelledEmails: countCancelled,
  });
  const slots = createSendingSlots({ atOnce: sendingSlots, log });
  const sweeps = {
    mailboxes: createSweepMailboxes({ pool, clock }),
    uncertainEmails: createSweepUncertainEmails({ pool, clock }),
    scheduledEmails: createSweepScheduledEmails({ pool, clock }),
    wallTimes: createKeepWallTimes({ pool, clock }),
    writes: createSweepWrites({ pool, clock }),
    inboxes: createSweepInboxes({ pool, clock, log }),
    idleMailboxes: emailConnections.idle.sweep,
    idleSalesforce: salesforceConnections.idle.sweep,
    inactiveUsers: inactiveUsers.sweep,
  };
  return {
    jobs: {
      [DRAIN_MAILBOX]: createDrainMailbox({
        slots,
        pool,
        clock,
        leaseMs,
        turnMs,
        windows: { spacingMs, minuteMs: limitLengths.minuteMs, dayMs: limitLengths.dayMs },
        checksLimits,
        publicUrl,
        metrics,
        facts,
        openMailbox: openSender,
        reportMailboxProblem,
        expectAnswers,
        settleUncertainEmail,
        freshenUpcoming: createFreshenUpcoming({ pool, clock, lookUpPeople }),
        holdFiles: createHoldFiles({
          pool,
          clock,
          log,
          atOnce: filesAtOnce,
          readAttachments: createReadAttachments({ pool, objects: connections.objects }),
        }),
      }),
      [QUEUE_SCHEDULED_EMAILS]: createQueueScheduledEmails({ pool, clock }),
      'settle-uncertain-email': createSettleJob(settleUncertainEmail),
      [READ_SENT_MESSAGE]: createReadSentMessage({ pool, clock, openMailbox: openSender }),
      [WRITE_TO_SALESFORCE]: createDrainWrites({ pool, clock, metrics, collecting, openSalesforce: salesforceConnections.open }),
      [REACT_TO_FACT]: createReactToFact({ pool, facts }),
      [END_GRANTS]: endGrants,
      [END_ACCESS]: endGrants,
      [END_INACTIVE_USER]: createEndInactiveUser({
        pool,
        clock,
        facts,
        endAccess: createEndAccess(connections),
      }),
      [LOOK_FOR_INACTIVE_USERS]: inactiveUsers.look,
      [CHECK_API_ACCESS]: createCheckApiAccess({
        pool,
        clock,
        probeApiAccess: (orgId, userId) => probeApiAccess(salesforceConnections, orgId, userId),
      }),
      [KEEP_MAILBOX_ALIVE]: emailConnections.idle.keepAlive,
      [KEEP_SALESFORCE_ALIVE]: salesforceConnections.idle.keepAlive,
      [CHECK_MAILBOX]: createCheckMailbox({
        pool,
        clock,
        log,
        facts,
        leaseMs: CHECK_LEASE_MS,
        classify: createClassifyInThread(classifyWithinMs),
        openInbox: emailConnections.openMailbox,
        reportMailboxProblem,
        noteMailboxAnswers,
      }),
      [TELL_OF_TRUST_CHANGE]: createTellOfTrustChange({ mailer, publicUrl }),
      [SEND_INVITATION]: createSendInvitation({ pool, clock, mailer, publicUrl }),
      [SEND_IDENTITY_VERIFICATION]: createSendIdentityVerification({ pool, clock, mailer, publicUrl }),
      [PREPARE_CONTENT_PAGES]: createPreparePages({ pool, objects: connections.objects, renderPages }),
      [FORGET_CONTENT]: createForgetContent({ pool, objects: connections.objects }),
    } satisfies Record<JobName, JobHandler>,
    sweeps,
    sweep: () => runEach(sweeps),
    stop: () => slots.stop(),
  };
}
