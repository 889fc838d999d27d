import pino from 'pino';
import { createApp } from './app.ts';
import { createConnections } from './connections.ts';
import { deleteUnusedPictures } from './features/email-pictures/index.ts';
import { deleteLeftUploads, deleteUnusedFiles } from './features/files/index.ts';
import { startMetrics } from './operator-metrics.ts';
import { systemClock } from './platform/clock.ts';
import { loggerOptions } from './platform/logging.ts';
import { deleteExpiredTokens } from './platform/one-time-tickets.ts';
import { createPool } from './platform/postgres.ts';
import { securityEventChannel } from './platform/security-events.ts';
import { createSharedClock } from './platform/shared-clock.ts';
import { orExplain, startSafely } from './safe-start.ts';

const POOL_SIZE = 20;
const REFRESH_CONNECTIONS = 4;
const STOP_WITHIN_MS = 10_000;
const HOUR_MS = 3_600_000;

const config = await startSafely('DATABASE_URL');
const pool = createPool(config.DATABASE_URL, POOL_SIZE);
const refreshPool = createPool(config.DATABASE_URL, REFRESH_CONNECTIONS);
const clock = config.CLOCK === 'shared' ? await createSharedClock(pool) : systemClock;
const log = pino(loggerOptions(config.LOG_LEVEL) as pino.LoggerOptions);
const operator = await orExplain(() => startMetrics({ config, clock, log }));
const { metrics } = operator;
const connections = createConnections({ config, pool, refreshPool, clock, log, metrics });
const app = await createApp({ config, pool, clock, connections, metrics });
for (const open of [pool, refreshPool]) open.on('error', (error) => app.log.warn({ err: error }, 'A database connection broke'));
securityEventChannel.subscribe((event) => log.info({ event }, 'Security event'));
await app.listen({ host: config.HOST, port: config.PORT });

const cleaning = setInterval(() => {
  deleteExpiredTokens(pool, clock.now()).catch((error: unknown) => app.log.warn({ err: error }, 'Expired tokens could not be deleted'));
  deleteUnusedPictures(pool, clock.now()).catch((error: unknown) => app.log.warn({ err: error }, 'Unused pictures could not be deleted'));
  deleteUnusedFiles({ pool, objects: connections.objects }, clock.now()).catch((error: unknown) =>
    app.log.warn({ err: error }, 'Unused files could not be deleted'),
  );
  deleteLeftUploads().catch((error: unknown) => app.log.warn({ err: error }, 'Uploads that were left could not be deleted'));
}, HOUR_MS);

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));

/** Takes no new requests, answers those under way, then ends. */
async function stop(signal: string): Promise<void> {
  app.log.info({ signal }, 'Stopping');
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  clearInterval(cleaning);
  await app.close();
  await Promise.all([pool.end(), refreshPool.end(), operator.stop()]);
  process.exit(0);
}
