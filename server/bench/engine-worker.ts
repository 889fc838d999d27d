import pino from 'pino';
import { z } from 'zod';
import { loadConfig } from '../src/config.ts';
import { createConnections } from '../src/connections.ts';
import { createWorkers } from '../src/platform/jobs.ts';
import { createMailer } from '../src/platform/mailer.ts';
import { createPool } from '../src/platform/postgres.ts';
import { createSharedClock } from '../src/platform/shared-clock.ts';
import { createWork, isSendingJob } from '../src/worker-jobs.ts';
import { createBlindSettling } from './blind-settling.ts';
import { createSkipLogging } from './skip-logging.ts';

/**
 * A worker process for chaos and benchmarks: the product's own jobs and sweeps with shorter leases, and without the
 * jobs that the measurement is not about. Killed at any moment on purpose; SIGTERM ends it in good order.
 */
const Order = z.object({
  jobs: z.array(z.string()),
  leaseMs: z.int(),
  spacingMs: z.object({ google: z.int(), microsoft: z.int() }),
  concurrency: z.int(),
  sweepEveryMs: z.int(),
  /** False: an email of unknown outcome is simply sent again, as if nothing could be asked. */
  settling: z.boolean(),
  /** Shorter minutes and days than everybody's, and whether anybody looks at the limits at all. */
  limits: z.object({ minuteMs: z.int(), dayMs: z.int(), areChecked: z.boolean() }).optional(),
});
export type EngineWorkerOrder = z.infer<typeof Order>;

const order = Order.parse(JSON.parse(process.argv[2] ?? '{}'));
const config = loadConfig(process.env);
const log = pino({ level: config.LOG_LEVEL });
const pool = createPool(config.DATABASE_URL, order.concurrency * 2);
const refreshPool = createPool(config.DATABASE_URL, 4);
for (const open of [pool, refreshPool]) open.on('error', (error) => log.warn({ err: error }, 'A database connection broke'));
const clock = await createSharedClock(pool);
const mailer = createMailer({ smtpUrl: config.SMTP_URL, from: config.SMTP_FROM });
const connections = createConnections({ config, pool, refreshPool, clock });
const work = createWork({
  pool,
  clock,
  connections,
  mailer,
  publicUrl: config.PUBLIC_URL,
  leaseMs: order.leaseMs,
  spacingMs: order.spacingMs,
  ...(order.limits ? { limitLengths: order.limits, checksLimits: order.limits.areChecked } : {}),
  ...(order.settling ? {} : { settleUncertainEmail: createBlindSettling({ pool, clock }) }),
});
const everyJob = {
  ...work.jobs,
  'write-to-salesforce': createSkipLogging(pool),
  // What the queue costs alone
  empty: () => Promise.resolve(),
};
const jobs = Object.fromEntries(Object.entries(everyJob).filter(([name]) => order.jobs.includes(name)));
const worker = await createWorkers(
  { connectionString: config.JOBS_DATABASE_URL, jobs, log, concurrency: order.concurrency, pollIntervalMs: 200 },
  isSendingJob,
);
process.send?.({ ready: true });

let sweeping: Promise<void> = Promise.resolve();
const sweeps = setInterval(() => {
  sweeping = sweeping.then(() => work.sweep()).catch((error: unknown) => log.error({ err: error }, 'The sweep failed'));
}, order.sweepEveryMs);

process.once('SIGTERM', () => {
  clearInterval(sweeps);
  void sweeping.then(() => worker.stop()).then(() => process.exit(0));
});
// The driver is gone: nobody would end this process
process.on('disconnect', () => process.exit(0));
