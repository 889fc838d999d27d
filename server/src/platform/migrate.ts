import { fileURLToPath } from 'node:url';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import Postgrator from 'postgrator';

const MIGRATIONS = fileURLToPath(new URL('../../migrations/*.sql', import.meta.url));
const LOCK = 7_215_303_661;
/** Tables whose rows the application may add and read, and never change or delete. */
const APPEND_ONLY = ['security_events', 'secret_audit'];
const DUPLICATE_ROLE = ['42710', '23505'];

export interface MigrationUrls {
  /** The owner of the database, who may create roles unless `msi_app` and `msi_jobs` exist already. */
  migration: string;
  /** Role `msi_app`, the only one that serves requests. */
  app: string;
  /** Role `msi_jobs`, the owner of the job queue. */
  jobs: string;
}

/**
 * Brings a database to the newest schema and says which migrations ran. Safe to call from several processes at once.
 * Roles that are missing are created with the name and password of their address; existing roles are left as they are.
 */
export async function migrate(urls: MigrationUrls): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: urls.migration, application_name: 'msi-actions-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const app = await ensureRole(client, urls.app);
    const jobs = await ensureRole(client, urls.jobs);
    const applied = await applySchema(client, app);
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

/** All or nothing: an interrupted migration leaves the schema as it was. */
async function applySchema(client: pg.Client, appRole: string): Promise<string[]> {
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
    const applied = await postgrator.migrate();
    await client.query(`
      revoke create on schema public from public, ${role};
      revoke execute on all functions in schema public from public;
      grant usage on schema public to ${role};
      grant select, insert, update, delete on all tables in schema public to ${role};
      grant execute on all functions in schema public to ${role};
      revoke update, delete on ${APPEND_ONLY.join(', ')} from ${role};
      -- Their rows would go with their org
      revoke delete on orgs from ${role};
      revoke all on schema_migrations from ${role};
      grant select on schema_migrations to ${role}`);
    await client.query('commit');
    return applied.map(({ filename }) => filename.split('/').at(-1) ?? filename);
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
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
    await client.query(`
      create schema if not exists jobs;
      create or replace function jobs.enqueue(
        identifier text, payload json, run_at timestamptz default null, job_key text default null,
        job_key_mode text default 'replace', queue_name text default null, max_attempts integer default null, priority integer default null
      ) returns void language sql security definer set search_path = pg_catalog, public, pg_temp as $$
        select graphile_worker.add_job(identifier => enqueue.identifier, payload => enqueue.payload, queue_name => enqueue.queue_name,
          run_at => enqueue.run_at, max_attempts => enqueue.max_attempts, job_key => enqueue.job_key, priority => enqueue.priority,
          job_key_mode => enqueue.job_key_mode)
      $$;
      -- Whether a job of this key will run by then. It cannot start before the caller's transaction has ended, so that it sees what that wrote.
      create or replace function jobs.is_waiting(job_key text, run_by timestamptz) returns boolean
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
      declare
        is_waiting boolean;
      begin
        -- Asked by the key alone: with more conditions, and no statistics yet, another index looks as good and is not
        select job.is_available and job.run_at <= run_by into is_waiting from graphile_worker._private_jobs job where job.key = job_key
           for key share skip locked;
        return coalesce(is_waiting, false);
      end $$;
      -- add_job announces every job, and PostgreSQL lets announcing transactions commit only one after another. A job that nobody waits for
      -- needs no announcement: workers find it with their next look. This writes the row that add_job would write, once per key.
      drop function if exists jobs.enqueue_quietly(text, json, timestamptz, text);
      create or replace function jobs.enqueue_quietly(identifier text, payload json, run_at timestamptz, job_key text, priority integer default 0)
      returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        if jobs.is_waiting(job_key, run_at) then return; end if;
        insert into graphile_worker._private_jobs (task_id, payload, run_at, key, priority)
          select task.id, enqueue_quietly.payload, enqueue_quietly.run_at, job_key, enqueue_quietly.priority
            from graphile_worker._private_tasks task
           where task.identifier = enqueue_quietly.identifier
          on conflict (key) do nothing;
        if not found then
          perform graphile_worker.add_job(identifier, payload, run_at => run_at, job_key => job_key, priority => priority);
        end if;
      end $$;
      -- For the operator's metrics: how many jobs of each name could run now, and how long the oldest has waited
      create or replace function jobs.due() returns table (identifier text, jobs bigint, oldest_seconds double precision)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select job.task_identifier, count(*), extract(epoch from clock_timestamp() - min(job.run_at))::double precision
          from graphile_worker.jobs job
         where job.locked_at is null and job.attempts < job.max_attempts and job.run_at <= clock_timestamp()
         group by job.task_identifier
      $$;
      revoke execute on all functions in schema jobs from public;
      grant usage on schema jobs to ${role};
      grant execute on all functions in schema jobs to ${role}`);
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
