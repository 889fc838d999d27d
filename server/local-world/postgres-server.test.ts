import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { startPostgres, type PostgresServer } from './postgres-server.ts';

let directory: string;
let server: PostgresServer;

before(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'msi-postgres-server-'));
  server = await startPostgres({ directory, durable: true });
});
after(async () => {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

async function ask(sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query<{ answer: unknown }>(sql).finally(() => client.end());
  return rows[0]?.answer;
}

test('A server that outlived its parent is taken over, not started twice', async () => {
  await ask('create table kept (answer text)');
  await ask(`insert into kept values ('still here')`);
  const second = await startPostgres({ directory, durable: true });
  assert.deepEqual([second.adopted, second.port], [true, server.port]);
});

test('After the server was killed the next start finds the data', async () => {
  server.kill();
  server = await startPostgres({ directory, durable: true });
  assert.equal(server.adopted, false);
  assert.equal(await ask('select answer from kept'), 'still here');
});
