import pino from 'pino';
import { z } from 'zod';
import { loadConfig } from '../src/config.ts';
import { createConnections } from '../src/connections.ts';
import { createWorkers } from '../src/platform/jobs.ts';
import { createMailer } from '../src/platform/mailer.ts';
import { createPool } from '../src/platform/postgres.ts';
import { createSharedClock } from '../src/platform/shared-clock.ts';
import { startSweeps } from '../src/platform/sweeps.ts';
import { createWork, SENDING } from '../src/worker-jobs.ts';
import { createBlindSettling } from './blind-settling.ts';
import { LOGGING_JOBS } from './engine-jobs.ts';
import { createSkipLogging } from './skip-logging.ts';

/**
 * A worker process for chaos and benchmarks: the product's own jobs and sweeps with shorter leases, and without the
 * jobs that the measurement is not about. Killed at any moment on purpose; SIGTERM ends it in good order.
 */
const Order = z.object({
  jobs: z.array(z.string()),
  leaseMs: z.int(),
  spacingMs: z.object({ google: z.int(), microsoft: z.int() }),
  /** How many mailboxes send at once; the product's own number when left out. */
  concurrency: z.int().optional(),
  sweepEveryMs: z.int(),
  /** True: Salesforce is told; false: that job only keeps itself from piling up. */
  logging: z.boolean().default(false),
  /** False: an email of unknown outcome is simply sent again, as if nothing could be asked. */
  settling: z.boolean(),
  /** Shorter minutes and days than everybody's, and whether anybody looks at the limits at all. */
  limits: z.object({ minuteMs: z.int(), dayMs: z.int(), areChecked: z.boolean() }).optional(),
});
export type EngineWorkerOrder = z.input<typeof Order>;

const order = Order.parse(JSON.parse(process.argv[2] ?? '{}'));
const config = loadConfig(process.env);
const log = pino({ level: config.LOG_LEVEL });
const pool = createPool(config.DATABASE_URL, 20);
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
  log,
  ...(order.concurrency === undefined ? {} : { sendingSlots: order.concurrency }),
  ...(order.limits ? { limitLengths: order.limits, checksLimits: order.limits.areChecked } : {}),
  ...(order.settling ? {} : { settleUncertainEmail: createBlindSettling({ pool, clock }) }),
});
const everyJob = {
  ...work.jobs,
  ...(order.logging ? {} : Object.fromEntries(LOGGING_JOBS.map((name) => [name, createSkipLogging(pool)]))),
};
const jobs = Object.fromEntries(Object.entries(everyJob).filter(([name]) => order.jobs.includes(name)));
const worker = await createWorkers({ connectionString: config.JOBS_DATABASE_URL, jobs, log }, SENDING);
process.send?.({ ready: true });

const sweeps = startSweeps(work.sweeps, { everyMs: order.sweepEveryMs, log });

process.once('SIGTERM', () => {
  void sweeps
    .stop()
    .then(() => worker.stop())
    .then(() => work.stop())
    .then(() => process.exit(0));
});
// The driver is gone: nobody would end this process
process.on('disconnect', () => process.exit(0));
