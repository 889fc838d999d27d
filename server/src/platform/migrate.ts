import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import Postgrator from 'postgrator';
import { applyFunctions, changesInDatabase, functionChanges, recordChanges } from './migrate-functions.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations/*.sql', import.meta.url));
const LOCK = 7_215_303_661;
/** Tables whose rows the application may add and read, and never change or delete. */
const APPEND_ONLY = ['security_events', 'secret_audit', 'facts'];
const DUPLICATE_ROLE = ['42710', '23505'];
/** A lock was not given in time, or somebody else waited for us: nothing was changed, and it may be tried again. */
const IN_THE_WAY = ['55P03', '40P01'];
/** Shorter than PostgreSQL's look for deadlocks (one second), so that the migration gives way and never what serves. */
const LOCK_TIMEOUT_MS = 500;
/** Later on longer than that: only then does an autovacuum of a large table give way to us. */
const LONG_LOCK_TIMEOUT_MS = 1_500;
const LONG_AFTER_MS = 30_000;
const PAUSE_MS = 500;
const GIVE_UP_AFTER_MS = 300_000;

export interface MigrationUrls {
  /** The owner of the database, who may create roles unless `msi_app` and `msi_jobs` exist already. */
  migration: string;
  /** Role `msi_app`, the only one that serves requests. */
  app: string;
  /** Role `msi_jobs`, the owner of the job queue. */
  jobs: string;
}

export interface Migrated {
  /** The numbered migrations that ran now. */
  applied: string[];
  /** A later release has migrated the database: nothing was changed, neither functions nor rights. */
  isOfLaterRelease?: true;
}

/**
 * Brings a database to the newest schema and its functions to what their files say. Safe to call from several processes at once.
 * Roles that are missing are created with the name and password of their address; existing roles are left as they are.
 */
export async function migrate(urls: MigrationUrls): Promise<Migrated> {
  const client = new pg.Client({ connectionString: urls.migration, application_name: 'msi-actions-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const app = await ensureRole(client, urls.app);
    const jobs = await ensureRole(client, urls.jobs);
    const applied = await applyWhenQuiet(client, app);
    if (!applied) return { applied: [], isOfLaterRelease: true };
    await client.query(databasePrivileges({ app, jobs }));
    await prepareQueue(urls.jobs, app);
    return { applied };
  } finally {
    await client.end();
  }
}

/**
 * Who may do what with the database itself, which a copy of it does not take along. Nobody makes temporary tables: they could stand in
 * front of real ones. The owner of the queue makes its schema.
 */
export function databasePrivileges(roles: { app: string; jobs: string }): string {
  const [app, jobs] = [pg.escapeIdentifier(roles.app), pg.escapeIdentifier(roles.jobs)];
  return `do $$ begin
    execute format('revoke temporary on database %I from public, ${app}, ${jobs}', current_database());
    execute format('grant create on database %I to ${jobs}', current_database());
  end $$`;
}

/** The service of before may serve meanwhile: where its transactions are in the way, they go first, and the schema is tried again. */
async function applyWhenQuiet(client: pg.Client, appRole: string): Promise<string[] | null> {
  const startedAt = performance.now();
  for (;;) {
    const waitedMs = performance.now() - startedAt;
    try {
      await client.query(`set lock_timeout = ${String(waitedMs < LONG_AFTER_MS ? LOCK_TIMEOUT_MS : LONG_LOCK_TIMEOUT_MS)}`);
      return await applySchema(client, appRole);
    } catch (error) {
      const isInTheWay = error instanceof pg.DatabaseError && IN_THE_WAY.includes(error.code ?? '');
      if (!isInTheWay || waitedMs > GIVE_UP_AFTER_MS) throw error;
      await delay(PAUSE_MS);
    }
  }
}

/**
 * Takes all tables before the first of them is changed: whoever held one and wanted another would wait for us for ever, and we for them.
 * Until the migration has ended the service waits.
 */
async function takeTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ tables: string | null }>(
    `select string_agg(format('%I', tablename), ', ') as tables from pg_tables where schemaname = 'public'`,
  );
  const tables = rows[0]?.tables;
  if (tables) await client.query(`lock table ${tables} in access exclusive mode`);
}

/** All or nothing: an interrupted migration leaves the schema as it was. Null, and nothing is done, when a later release has made it. */
async function applySchema(client: pg.Client, appRole: string): Promise<string[] | null> {
  const postgrator = new Postgrator({
    driver: 'pg',
    migrationPattern: MIGRATIONS,
    schemaTable: 'schema_migrations',
    currentSchema: 'public',
    execQuery: (query) => client.query(query),
  });
  const role = client.escapeIdentifier(appRole);
  await client.query('begin');
  try {
    if (await isOfLaterRelease(client, postgrator)) {
      await client.query('rollback');
      return null;
    }
    if ((await postgrator.getDatabaseVersion()) < (await postgrator.getMaxVersion())) await takeTables(client);
    const applied = await postgrator.migrate();
    await applyFunctions(client, role, { ofQueue: false });
    await recordChanges(client);
    await client.query(`
      revoke create on schema public from public, ${role};
      grant usage on schema public to ${role};
      grant select, insert, update, delete on all tables in schema public to ${role};
      revoke update, delete on ${APPEND_ONLY.join(', ')} from ${role};
      -- Their rows would go with their org
      revoke delete on orgs from ${role};
      revoke all on schema_migrations, schema_functions from ${role};
      grant select on schema_migrations to ${role}`);
    await client.query('commit');
    return applied.map(({ filename }) => filename.split('/').at(-1) ?? filename);
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Whether the database has later migrations than this release, or the same ones and later functions. */
async function isOfLaterRelease(client: pg.Client, postgrator: Postgrator): Promise<boolean> {
  const [inDatabase, here] = [await postgrator.getDatabaseVersion(), await postgrator.getMaxVersion()];
  return inDatabase > here || (inDatabase === here && (await changesInDatabase(client)) > functionChanges().length);
}

/**
 * The queue's tables belong to `msi_jobs`. The application's role reaches them only through `jobs.enqueue`,
 * so that it can add a job in its own transaction and nothing else.
 */
async function prepareQueue(jobsUrl: string, appRole: string): Promise<void> {
  await runMigrations({ connectionString: jobsUrl });
  const client = new pg.Client({ connectionString: jobsUrl, application_name: 'msi-actions-migrate' });
  await client.connect();
  try {
    const role = client.escapeIdentifier(appRole);
    await client.query(`begin; create schema if not exists jobs; grant usage on schema jobs to ${role}`);
    await applyFunctions(client, role, { ofQueue: true });
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function ensureRole(client: pg.Client, url: string): Promise<string> {
  const { username, password } = new URL(url);
  const role = decodeURIComponent(username);
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (rowCount) return role;
  const secret = client.escapeLiteral(decodeURIComponent(password));
  try {
    await client.query(`create role ${client.escapeIdentifier(role)} login nobypassrls password ${secret}`);
  } catch (error) {
    // Roles belong to the whole server, the lock to one database: another database's migration may have been quicker.
    if (!(error instanceof pg.DatabaseError && DUPLICATE_ROLE.includes(error.code ?? ''))) throw error;
  }
  return role;
}
