import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp } from './app.ts';
import { loadConfig } from './config.ts';
import { createConnections } from './connections.ts';
import { systemClock } from './platform/clock.ts';
import { createPool } from './platform/postgres.ts';

/** The document of the whole API, made without listening and without a database. */
export async function openApiDocument(): Promise<object> {
  const nowhere = 'postgres://nobody:nothing@127.0.0.1:1/none';
  const pool = createPool(nowhere);
  const directory = mkdtempSync(path.join(tmpdir(), 'msi-openapi-'));
  const config = loadConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: nowhere,
    JOBS_DATABASE_URL: nowhere,
    TOKEN_ENCRYPTION_KEYRING: path.join(directory, 'keyring.json'),
  });
  const clock = systemClock;
  const app = await createApp({ config, pool, clock, connections: createConnections({ config, pool, refreshPool: pool, clock }) });
  await app.ready();
  const document = app.swagger();
  await app.close();
  rmSync(directory, { recursive: true });
  return document;
}
