import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { migrate, type MigrationUrls } from '../src/platform/migrate.ts';
import { setSharedClockOffset } from '../src/platform/shared-clock.ts';
import type { WorldUrls } from './addresses.ts';
import { startHome } from './home.ts';
import type { Ports } from './ports.ts';
import { startPostgres } from './postgres-server.ts';
import { startProcess, waitUntilUp, type WorldProcess } from './processes.ts';
import { seedWorld } from './seed.ts';

export interface WorldOptions {
  ports: Ports;
  /** Data, logs and secrets of this world; kept between runs. */
  directory: string;
  /** False for tests: nothing has to survive a crash of the machine. */
  durable: boolean;
  /** What to do through the service's own pages when it has not been done yet: register the org, and invite its first reps. */
  seed: 'nothing' | 'org' | 'people';
  /** The project whose components the Lightning pages show; ours by default. */
  forceApp?: string;
  onProgress(line: string): void;
  /** A process of the world ended by itself. */
  onTrouble(sentence: string): void;
}

export interface World {
  ports: Ports;
  urls: WorldUrls;
  database: MigrationUrls;
  processes: { simulators: WorldProcess; service: WorldProcess; worker: WorldProcess };
  /** Starts another worker, for tests that kill one. */
  startWorker(): WorldProcess;
  /** Moves the time of all processes to `offsetMs` after the machine's. */
  moveClock(offsetMs: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts database, simulators, service, worker and the home page; resolves when all answer. Throws sentences for people. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const { ports, directory } = options;
  ensureWritable(directory);
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    options.onProgress('Starting PostgreSQL');
    const postgres = await startPostgres({ directory: path.join(directory, 'postgres'), durable: options.durable });
    stops.push(() => postgres.stop());
    const database = await prepareDatabase(postgres.url, directory);

    const urls = addressesOf(ports);
    const common = environmentOf(options, urls, database);
    const start = (name: string, script: string, env: Record<string, string>) =>
      startProcess({
        name,
        script,
        env,
        logFile: path.join(directory, 'logs', `${name}.log`),
        onUnexpectedExit: (who, code, lastLines) =>
          options.onTrouble(`The ${who} process ended with code ${code ?? 'none'}. Its last lines:\n${lastLines}`),
      });

    options.onProgress('Starting simulators, service and worker');
    const simulators = start('simulators', 'server/simulators/main.ts', common);
    const service = start('service', 'server/src/main.ts', common);
    const worker = start('worker', 'server/src/worker.ts', common);
    const processes = { simulators, service, worker };
    stops.push(async () => {
      await Promise.all([service.stop(), worker.stop()]);
      await simulators.stop();
    });
    const alive = ({ child }: WorldProcess) => child.exitCode === null && child.signalCode === null;
    await Promise.all([
      waitUntilUp(`${urls.service}/health/ready`, () => alive(service)),
      ...(['salesforce', 'google', 'microsoft', 'prospect'] as const).map((name) =>
        waitUntilUp(`${urls[name]}/sim/health`, () => alive(simulators)),
      ),
    ]);

    const moveClock = createClockMover(database, urls);
    if (options.seed !== 'nothing' && (await seedWorld(urls, database, options.seed))) options.onProgress('Registered the org "Acme"');
    const home = await startHome({ port: ports.home, urls, moveClock });
    stops.push(() => home.close());
    let extraWorkers = 0;
    return {
      ports,
      urls,
      database,
      processes,
      startWorker: () => {
        const extra = start(`worker-${(extraWorkers += 1)}`, 'server/src/worker.ts', common);
        stops.push(() => extra.stop());
        return extra;
      },
      moveClock,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Throws a sentence for people where this folder, made if it is missing, cannot be written to. */
export function ensureWritable(directory: string): void {
  try {
    mkdirSync(path.join(directory, 'logs'), { recursive: true });
    accessSync(directory, constants.W_OK);
  } catch {
    throw new Error(
      `The folder ${directory} cannot be written to. Change its owner, or remove it if nothing in it is needed, then try again.`,
    );
  }
}

/** Roles get their passwords once; they are kept beside the data. */
async function prepareDatabase(superuserUrl: string, directory: string): Promise<MigrationUrls> {
  const password = secretsOf(directory).DATABASE_PASSWORD;
  const at = (user: string) => {
    const url = new URL(superuserUrl);
    url.username = user;
    url.password = password;
    url.pathname = '/msi';
    return url.href;
  };
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rowCount: hasOwner } = await client.query(`select 1 from pg_roles where rolname = 'msi_owner'`);
    if (!hasOwner) await client.query(`create role msi_owner login createrole password ${client.escapeLiteral(password)}`);
    const { rowCount: hasDatabase } = await client.query(`select 1 from pg_database where datname = 'msi'`);
    if (!hasDatabase) await client.query('create database msi owner msi_owner');
  } finally {
    await client.end();
  }
  const urls = { migration: at('msi_owner'), app: at('msi_app'), jobs: at('msi_jobs') };
  await migrate(urls);
  return urls;
}

type Secrets = Record<'DATABASE_PASSWORD' | 'SESSION_SIGNING_KEY', string>;

function secretsOf(directory: string): Secrets {
  const file = path.join(directory, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const secrets: Secrets = { DATABASE_PASSWORD: randomBytes(24).toString('hex'), SESSION_SIGNING_KEY: randomBytes(32).toString('base64') };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

function addressesOf(ports: Ports): World['urls'] {
  return {
    service: `http://localhost:${ports.service}`,
    salesforce: `http://localhost:${ports.salesforce}`,
    google: `http://localhost:${ports.google}`,
    microsoft: `http://localhost:${ports.microsoft}`,
    prospect: `http://localhost:${ports.prospect}`,
    home: `http://localhost:${ports.home}`,
  };
}

/** Simulators stand in for every vendor whose client id the caller's environment does not give. */
function environmentOf({ ports, directory, forceApp }: WorldOptions, urls: World['urls'], database: MigrationUrls): Record<string, string> {
  const simulated: Record<string, Record<string, string>> = {
    SALESFORCE: {
      SALESFORCE_LOGIN_URL: urls.salesforce,
      SALESFORCE_ALLOWED_HOSTS: `localhost:${ports.salesforce} initech.localhost:${ports.salesforce}`,
    },
    GOOGLE: { GOOGLE_BASE_URL: urls.google },
    MICROSOFT: { MICROSOFT_BASE_URL: urls.microsoft, MICROSOFT_GRAPH_BASE_URL: urls.microsoft },
  };
  const real = Object.keys(simulated).filter((vendor) => process.env[`${vendor}_CLIENT_ID`]);
  const given = Object.entries(process.env).filter(
    ([name, value]) =>
      value &&
      (real.some((vendor) => name.startsWith(`${vendor}_`) && !name.endsWith('_PORT')) || /^(SMTP_URL|SMTP_FROM|LOG_LEVEL)$/.test(name)),
  );
  return {
    NODE_ENV: 'development',
    PORT: String(ports.service),
    HOST: 'localhost',
    PUBLIC_URL: urls.service,
    SERVICE_URL: urls.service,
    DATABASE_URL: database.app,
    JOBS_DATABASE_URL: database.jobs,
    SESSION_SIGNING_KEY: secretsOf(directory).SESSION_SIGNING_KEY,
    TOKEN_ENCRYPTION_KEYRING: path.join(directory, 'keyring.json'),
    CLOCK: 'shared',
    SMTP_URL: `smtp://localhost:${ports.smtp}`,
    STATE_DIR: path.join(directory, 'simulators'),
    SALESFORCE_PORT: String(ports.salesforce),
    GOOGLE_PORT: String(ports.google),
    MICROSOFT_PORT: String(ports.microsoft),
    PROSPECT_PORT: String(ports.prospect),
    SMTP_PORT: String(ports.smtp),
    ...(forceApp && { FORCE_APP: forceApp }),
    ...Object.fromEntries(
      Object.entries(simulated).flatMap(([vendor, settings]) => (real.includes(vendor) ? [] : Object.entries(settings))),
    ),
    ...(Object.fromEntries(given) as Record<string, string>),
  };
}

/** One time for all: the offset in the database, every simulator's, and the jobs that wait for a moment. */
function createClockMover(database: MigrationUrls, urls: World['urls']): (offsetMs: number) => Promise<void> {
  return async function clockMover(offsetMs) {
    const owner = new pg.Client({ connectionString: database.migration });
    const jobs = new pg.Client({ connectionString: database.jobs });
    await Promise.all([owner.connect(), jobs.connect()]);
    try {
      const { rows } = await owner.query<{ offset_ms: string }>('select offset_ms from clock_offset');
      await setSharedClockOffset(owner, offsetMs);
      const forwardMs = offsetMs - Number(rows[0]?.offset_ms ?? 0);
      // The queue compares with the database's own clock, so what waits for later comes nearer by as much
      await jobs.query(
        `update graphile_worker._private_jobs set run_at = run_at - $1 * interval '1 ms' where run_at > now() and locked_at is null`,
        [forwardMs],
      );
    } finally {
      await Promise.all([owner.end(), jobs.end()]);
    }
    for (const name of ['salesforce', 'google', 'microsoft', 'prospect'] as const) {
      await fetch(`${urls[name]}/sim/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ offsetMs }),
      });
    }
  };
}
