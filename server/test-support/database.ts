import { createHash, randomBytes } from 'node:crypto';
import { accessSync, constants, globSync, readFileSync, readdirSync, rmSync, statSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import Postgrator from 'postgrator';
import { startPostgres } from '../local-world/postgres-server.ts';
import { databasePrivileges, migrate, type MigrationUrls } from '../src/platform/migrate.ts';
import { createPool, type Pool } from '../src/platform/postgres.ts';

export interface TestDatabase {
  /** Role msi_app: what the product sees, one org at a time. */
  pool: Pool;
  /** Role msi_jobs. */
  jobsPool: Pool;
  /** A superuser, for what a test arranges or looks at behind the product's back. */
  ownerPool: Pool;
  urls: MigrationUrls;
  drop(): Promise<void>;
}

const MIGRATIONS = fileURLToPath(new URL('../migrations/*.sql', import.meta.url));
const SOURCES = [
  MIGRATIONS,
  fileURLToPath(new URL('../migrations/functions/*', import.meta.url)),
  fileURLToPath(new URL('../src/platform/{migrate,migrate-functions,jobs}.ts', import.meta.url)),
];
const SERVER_PREFIX = 'msi-test-postgres-';
const ROLE_PASSWORD = 'test-only';
let template: Promise<{ serverUrl: string; name: string }> | undefined;

/**
 * A private database, cloned from a migrated template (about 50 ms). One server serves the whole run: the one in
 * TEST_DATABASE_URL (a superuser's address) or one that is started here and dies with this process.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  template ??= prepareTemplate();
  const { serverUrl, name } = await template;
  const database = newDatabaseName();
  await execute(serverUrl, `create database ${database} template ${name} owner msi_owner strategy file_copy`);
  await execute(withDatabase(serverUrl, database), databasePrivileges({ app: 'msi_app', jobs: 'msi_jobs' }));
  return openDatabase(serverUrl, database);
}

/** A private database as a release of before had it: its tables are those of the migration `version`, and `migrate` has not run since. */
export async function createDatabaseOfVersion(version: string): Promise<TestDatabase> {
  template ??= prepareTemplate();
  const { serverUrl } = await template;
  const database = newDatabaseName();
  await execute(serverUrl, `create database ${database} owner msi_owner`);
  const client = new pg.Client({ connectionString: urlsOf(serverUrl, database).migration });
  await client.connect();
  const postgrator = new Postgrator({
    driver: 'pg',
    migrationPattern: MIGRATIONS,
    schemaTable: 'schema_migrations',
    currentSchema: 'public',
    execQuery: (query) => client.query(query),
  });
  await postgrator.migrate(version).finally(() => client.end());
  return openDatabase(serverUrl, database);
}

function newDatabaseName(): string {
  return `msi_test_${randomBytes(8).toString('hex')}`;
}

function openDatabase(serverUrl: string, database: string): TestDatabase {
  const urls = urlsOf(serverUrl, database);
  const pools = [createPool(urls.app, 10), createPool(urls.jobs, 5), createPool(withDatabase(serverUrl, database), 3)] as const;
  // A pool reports connections that the server cuts when the database is dropped
  for (const pool of pools) pool.on('error', () => undefined);
  const [pool, jobsPool, ownerPool] = pools;
  return {
    pool,
    jobsPool,
    ownerPool,
    urls,
    async drop() {
      await Promise.all(pools.map((open) => open.end()));
      await execute(serverUrl, `drop database if exists ${database} with (force)`);
    },
  };
}

async function prepareTemplate(): Promise<{ serverUrl: string; name: string }> {
  const serverUrl = process.env['TEST_DATABASE_URL'] ?? (await startTestServer());
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((pattern) => globSync(pattern)).sort()) hash.update(readFileSync(file));
  const name = `msi_template_${hash.digest('hex').slice(0, 16)}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(20260101)');
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datallowconn', [name]);
    if (!rowCount) {
      await client.query(`do $$ begin
        if not exists (select 1 from pg_roles where rolname = 'msi_owner') then create role msi_owner login createrole; end if;
        alter role msi_owner password '${ROLE_PASSWORD}';
      end $$`);
      await client.query(`drop database if exists ${name} with (force)`);
      await client.query(`create database ${name} owner msi_owner`);
      try {
        await migrate(urlsOf(serverUrl, name));
      } catch (error) {
        await client.query(`drop database if exists ${name} with (force)`);
        throw error;
      }
    }
  } finally {
    await client.end();
  }
  return { serverUrl, name };
}

/**
 * Starts PostgreSQL for tests, which dies with this process. Gives the address of its superuser; throws what to do when it cannot run here.
 */
export async function startTestServer(): Promise<string> {
  removeOrphans();
  const directory = path.join(hasRoomInMemory() ? IN_MEMORY : tmpdir(), `${SERVER_PREFIX}${String(process.pid)}`);
  const server = await startPostgres({ directory, durable: false });
  process.once('exit', () => {
    server.kill();
    rmSync(directory, { recursive: true, force: true });
  });
  return server.url;
}

/** A file system without a disk, where Linux has it. */
const IN_MEMORY = '/dev/shm';
/** A server with the databases of two files at a time takes a quarter of it. */
const WANTED_ROOM = 2 * 1024 ** 3;

/**
 * A database is 600 files, and ext4 looks for an inode that nobody has deleted lately: after databases that were dropped, each file of a
 * new one takes it a millisecond of the processor.
 */
function hasRoomInMemory(): boolean {
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= WANTED_ROOM;
  } catch {
    return false;
  }
}

/** A run that was killed could not stop its server. */
function removeOrphans(): void {
  for (const directory of [tmpdir(), IN_MEMORY].flatMap(serversIn)) {
    const owner = Number(path.basename(directory).slice(SERVER_PREFIX.length));
    if (!Number.isInteger(owner) || isAlive(owner)) continue;
    if (!isOurs(directory)) continue;
    const postmaster = Number(firstLine(path.join(directory, 'data', 'postmaster.pid')));
    if (postmaster > 1 && isAlive(postmaster)) process.kill(postmaster, 'SIGQUIT');
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

function serversIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((entry) => entry.startsWith(SERVER_PREFIX))
      .map((entry) => path.join(folder, entry));
  } catch {
    return [];
  }
}

/** What another user of the machine has left is that user's to remove. */
function isOurs(directory: string): boolean {
  const user = process.getuid?.();
  return user === undefined || user === 0 || statSync(directory, { throwIfNoEntry: false })?.uid === user;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function firstLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').split('\n')[0] ?? '';
  } catch {
    return '';
  }
}

function urlsOf(serverUrl: string, database: string): MigrationUrls {
  const as = (role: string) => withDatabase(serverUrl, database, role);
  return { migration: as('msi_owner'), app: as('msi_app'), jobs: as('msi_jobs') };
}

function withDatabase(serverUrl: string, database: string, role?: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  if (role) [url.username, url.password] = [role, ROLE_PASSWORD];
  return url.toString();
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
