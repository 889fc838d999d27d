import pg from 'pg';
import { ConfigurationError, type Config } from './config.ts';
import { SALESFORCE_WRITES } from './features/salesforce-writes/index.ts';
import { answersReading } from './features/reply-tracking/index.ts';
import { lanesReading, SENDS, SETTLED_SENDS } from './features/send-engine/index.ts';
import { JOB_NAMES } from './job-names.ts';
import type { Clock } from './platform/clock.ts';
import { dueJobsReading } from './platform/due-jobs.ts';
import { HTTP_REQUESTS } from './platform/http-metrics.ts';
import type { JobLog } from './platform/jobs.ts';
import { NO_METRICS, type Metric, type Metrics, type Reading } from './platform/metrics.ts';
import { TOKEN_REFRESHES } from './platform/token-refreshes.ts';

/** What the code counts; every process counts what it does itself. */
export const COUNTED: readonly Metric[] = [SENDS, SETTLED_SENDS, TOKEN_REFRESHES, SALESFORCE_WRITES, HTTP_REQUESTS];
/** What is read from the database, and so is the same in every process. */
export const READINGS: readonly Reading[] = [dueJobsReading(JOB_NAMES), lanesReading, answersReading];

export interface OperatorMetrics {
  metrics: Metrics;
  /** Where they can be read; null when they are off. */
  port: number | null;
  stop(): Promise<void>;
}

export interface MetricsDependencies {
  config: Pick<Config, 'METRICS_HOST' | 'METRICS_PORT' | 'DATABASE_URL'>;
  clock: Clock;
  log: Pick<JobLog, 'info' | 'warn'>;
}

const OFF: OperatorMetrics = { metrics: NO_METRICS, port: null, stop: () => Promise.resolve() };
const READ_WITHIN_MS = 2_000;

/**
 * The metrics of a process at `/metrics` on METRICS_HOST and METRICS_PORT; without that port nothing of theirs is even loaded. Readings
 * have a connection of their own, because they matter most when all others are in use. Throws a ConfigurationError when the port cannot be
 * had.
 */
export async function startMetrics({ config, clock, log }: MetricsDependencies): Promise<OperatorMetrics> {
  const { METRICS_HOST: host, METRICS_PORT: wanted } = config;
  if (wanted === undefined) return OFF;
  const [{ createPrometheus }, { serveMetrics }] = await Promise.all([
    import('./platform/prometheus.ts'),
    import('./platform/metrics-server.ts'),
  ]);
  const pool = new pg.Pool({
    connectionString: config.DATABASE_URL,
    application_name: 'msi-actions-metrics',
    max: 1,
    connectionTimeoutMillis: READ_WITHIN_MS,
    statement_timeout: READ_WITHIN_MS,
    // For a server that does not even end what takes too long
    query_timeout: 2 * READ_WITHIN_MS,
  });
  pool.on('error', (error) => log.warn({ err: error }, 'A database connection broke'));
  const { metrics, text, contentType } = createPrometheus({ counted: COUNTED, readings: READINGS, pool, clock, log });
  const server = await serveMetrics({ host, port: wanted, text, contentType }).catch((error: unknown) => {
    throw new ConfigurationError(
      `METRICS_PORT: cannot listen at port ${wanted} of ${host}; each process of a machine needs its own. ` +
        (error instanceof Error ? error.message : ''),
    );
  });
  log.info({ host, port: server.port }, 'Metrics are served');
  return {
    metrics,
    port: server.port,
    async stop() {
      await server.close();
      await pool.end();
    },
  };
}
