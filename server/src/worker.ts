import pino from 'pino';
import { createConnections } from './connections.ts';
import { startMetrics } from './operator-metrics.ts';
import { systemClock } from './platform/clock.ts';
import { createWorkers } from './platform/jobs.ts';
import { loggerOptions } from './platform/logging.ts';
import { createMailer } from './platform/mailer.ts';
import { createPool } from './platform/postgres.ts';
import { securityEventChannel } from './platform/security-events.ts';
import { createSharedClock } from './platform/shared-clock.ts';
import { orExplain, startSafely } from './safe-start.ts';
import { startSweeps } from './platform/sweeps.ts';
import { createWorkerHeartbeat } from './platform/worker-heartbeat.ts';
import { createWork, PREPARING, SENDING } from './worker-jobs.ts';

const CONCURRENCY = 10;
const REFRESH_CONNECTIONS = 4;
const SWEEP_EVERY_MS = 3_000;
/** Longer than one call to a vendor: an email whose call is under way is not cut off. */
const STOP_WITHIN_MS = 40_000;

const config = await startSafely('DATABASE_URL', 'JOBS_DATABASE_URL');
const log = pino(loggerOptions(config.LOG_LEVEL) as pino.LoggerOptions);
const pool = createPool(config.DATABASE_URL, CONCURRENCY * 2);
const refreshPool = createPool(config.DATABASE_URL, REFRESH_CONNECTIONS);
for (const open of [pool, refreshPool]) open.on('error', (error) => log.warn({ err: error }, 'A database connection broke'));
securityEventChannel.subscribe((event) => log.info({ event }, 'Security event'));
const clock = config.CLOCK === 'shared' ? await createSharedClock(pool) : systemClock;
const mailer = createMailer({ smtpUrl: config.SMTP_URL, from: config.SMTP_FROM });
const operator = await orExplain(() => startMetrics({ config, clock, log }));
const { metrics } = operator;
const connections = createConnections({ config, pool, refreshPool, clock, log, metrics });
const work = createWork({ pool, clock, connections, mailer, publicUrl: config.PUBLIC_URL, log, metrics });
const worker = await createWorkers(
  { connectionString: config.JOBS_DATABASE_URL, jobs: work.jobs, log, concurrency: CONCURRENCY },
  SENDING,
  PREPARING,
);

let stopping = false;
const sweeps = startSweeps({ ...work.sweeps, heartbeat: createWorkerHeartbeat({ pool }) }, { everyMs: SWEEP_EVERY_MS, log });

worker.stopped.then(
  () => stop('the job queue ended'),
  (error: unknown) => {
    log.error({ err: error }, 'The job queue broke');
    return stop('the job queue broke', 1);
  },
);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));
// Only now: whoever hears it may stop the process at once
log.info('The worker takes jobs');
process.send?.({ ready: true });

/** Takes no new jobs, lets those under way finish, then ends. */
async function stop(reason: string, code = 0): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ reason }, 'Stopping');
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  await sweeps.stop();
  await worker.stop();
  await work.stop();
  mailer.close();
  await Promise.all([pool.end(), refreshPool.end(), operator.stop()]);
  process.exit(code);
}
