import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { MigrationUrls } from './platform/migrate.ts';

const PostgresUrl = z.string().regex(/^postgres(ql)?:\/\/[^@]+@[^/]+\/.+/, 'must look like postgres://role:password@host:5432/database');
const WebOrigin = z
  .url({ protocol: /^https?$/, error: 'must be an address that starts with https://' })
  .transform((value) => value.replace(/\/+$/, ''));
const PortNumber = z.coerce.number<string>('must be a number').int().min(0).max(65_535);
const PerMinute = z.coerce.number<string>('must be a number').int().min(1);
const Milliseconds = z.coerce.number<string>('must be a number').int().min(1);
const LOCAL_HOST = /^(?:[a-z0-9-]+\.)*(?:localhost|127\.0\.0\.1)(?::\d+)?$/;
const List = z
  .string()
  .default('')
  .transform((value) => value.split(/[\s,]+/).filter(Boolean));

/** `localhost:3001` or `https://host`: as origins. Only addresses of this machine may do without https. */
const Origins = List.transform((hosts) =>
  hosts.map((host) => (host.includes('://') ? host : `${LOCAL_HOST.test(host) ? 'http' : 'https'}://${host}`)),
);

/** Every setting of the service; `.env.example` says in a line each what they are for. */
const Settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: PortNumber.default(3000),
  METRICS_HOST: z.string().default('127.0.0.1'),
  METRICS_PORT: PortNumber.optional(),
  PUBLIC_URL: WebOrigin,
  TRUSTED_PROXIES: List,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  CLOCK: z.enum(['system', 'shared']).default('system'),
  DATABASE_URL: PostgresUrl,
  JOBS_DATABASE_URL: PostgresUrl,
  SALESFORCE_CLIENT_ID: z.string().min(1),
  SALESFORCE_CLIENT_SECRET: z.string().min(1),
  SALESFORCE_LOGIN_URL: WebOrigin.default('https://login.salesforce.com'),
  SALESFORCE_ALLOWED_HOSTS: Origins,
  GOOGLE_CLIENT_ID: z.string().min(1),
  GOOGLE_CLIENT_SECRET: z.string().min(1),
  GOOGLE_BASE_URL: WebOrigin.optional(),
  GOOGLE_PUBSUB_TOPIC: z
    .string()
    .regex(/^projects\/[^/\s]+\/topics\/[^/\s]+$/, 'must look like projects/my-project/topics/my-topic')
    .optional(),
  GOOGLE_PUSH_SERVICE_ACCOUNT: z.email('must be the address of a service account').optional(),
  MICROSOFT_CLIENT_ID: z.string().min(1),
  MICROSOFT_CLIENT_SECRET: z.string().min(1),
  MICROSOFT_BASE_URL: WebOrigin.optional(),
  MICROSOFT_GRAPH_BASE_URL: WebOrigin.optional(),
  MICROSOFT_NOTIFICATION_URL: WebOrigin.optional(),
  TOKEN_ENCRYPTION_KEYRING: z.string().min(1),
  SESSION_SIGNING_KEY: z.string().min(43, 'must be at least 32 random bytes in base64'),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, 'must look like smtp://user:password@host:587'),
  SMTP_FROM: z.string().min(3),
  API_DOCS: z.enum(['on', 'off']).default('off'),
  OBJECT_STORE: z.enum(['postgres', 's3']).default('postgres'),
  S3_ENDPOINT: WebOrigin.optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
    .optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  VIRUS_SCAN_URL: z.url({ protocol: /^https?$/, error: 'must be an address that starts with https:// or http://' }).optional(),
  // A program and its arguments, without a shell
  VIRUS_SCAN_COMMAND: z
    .string()
    .transform((value) => value.split(/\s+/).filter(Boolean))
    .optional(),
  USER_REQUESTS_PER_MINUTE: PerMinute.default(600),
  // An office of some hundred reps behind one address
  ADDRESS_REQUESTS_PER_MINUTE: PerMinute.default(6000),
  // All open panels of such an office fail once when the key of their sessions is replaced; ten guesses a second find nothing
  ADDRESS_FAILED_PROOFS_PER_MINUTE: PerMinute.default(600),
  VENDOR_REQUESTS_PER_MINUTE: PerMinute.default(60_000),
  // Anybody can make a vendor send false pushes from the addresses of the true ones, which must come through all the same
  VENDOR_FAILED_PROOFS_PER_MINUTE: PerMinute.default(6000),
  // Node takes no more: it compares with its own time for a request before it knows ours
  HEADERS_TIMEOUT_MS: Milliseconds.max(300_000, 'must not be more than 300000 (five minutes)').default(10_000),
  // The largest file of a rep whose connection carries one megabit
  REQUEST_TIMEOUT_MS: Milliseconds.max(600_000, 'must not be more than 600000 (ten minutes)').default(180_000),
});

export type Config = Readonly<z.output<typeof Settings>>;

/** What the local world's simulators answer to; each value is replaced when its own variable is set. */
const LOCAL_WORLD = {
  PUBLIC_URL: 'http://localhost:3000',
  SALESFORCE_CLIENT_ID: 'msi-salesforce',
  SALESFORCE_CLIENT_SECRET: 'local-salesforce-secret',
  SALESFORCE_LOGIN_URL: 'http://localhost:3001',
  SALESFORCE_ALLOWED_HOSTS: 'localhost:3001 initech.localhost:3001',
  GOOGLE_CLIENT_ID: 'msi-google',
  GOOGLE_CLIENT_SECRET: 'local-google-secret',
  GOOGLE_BASE_URL: 'http://localhost:3002',
  GOOGLE_PUBSUB_TOPIC: 'projects/msi-local/topics/gmail',
  GOOGLE_PUSH_SERVICE_ACCOUNT: 'gmail-push@msi-local.iam.gserviceaccount.com',
  MICROSOFT_CLIENT_ID: '00000000-0000-4000-8000-00000000aaaa',
  MICROSOFT_CLIENT_SECRET: 'local-microsoft-secret',
  MICROSOFT_BASE_URL: 'http://localhost:3003',
  MICROSOFT_GRAPH_BASE_URL: 'http://localhost:3003',
  TOKEN_ENCRYPTION_KEYRING: '.local/keyring.json',
  SMTP_URL: 'smtp://localhost:2525',
  SMTP_FROM: 'MSI Actions <welcome@msi-actions.example>',
  API_DOCS: 'on',
};
const SIMULATED = ['SALESFORCE', 'GOOGLE', 'MICROSOFT'] as const;

/** All that is wrong with the environment, in one message for the operator. */
export class ConfigurationError extends Error {}

/**
 * The environment as one frozen, checked object. Production unless NODE_ENV says otherwise. Outside production what is missing is taken
 * from the local world; a vendor whose client id is given is the real one. In production nothing is simulated. Throws a ConfigurationError
 * that lists every fault at once.
 */
export function loadConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const production = (given['NODE_ENV'] ?? 'production') === 'production';
  const defaults = production ? {} : localDefaults(given);
  const parsed = Settings.safeParse({ ...defaults, ...given });
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${given[String(issue.path[0])] ? issue.message : 'is missing'}`);
  if (parsed.success) faults.push(...contradictionsIn(parsed.data, production));
  if (faults.length > 0 || !parsed.success) {
    throw new ConfigurationError(
      `The service cannot start with these settings:\n${[...new Set(faults)].map((fault) => `  ${fault}`).join('\n')}`,
    );
  }
  return Object.freeze(parsed.data);
}

/** Settings that are right alone and wrong together. */
function contradictionsIn(settings: Config, production: boolean): string[] {
  const { PUBLIC_URL, CLOCK, PORT, METRICS_PORT, HEADERS_TIMEOUT_MS: headersMs, REQUEST_TIMEOUT_MS: requestMs } = settings;
  const faults: string[] = [];
  if (production && !PUBLIC_URL.startsWith('https://')) faults.push('PUBLIC_URL: must start with https://');
  if (production && CLOCK === 'shared') faults.push('CLOCK: only "system" is allowed in production');
  // 0 is any free port
  if (METRICS_PORT && METRICS_PORT === PORT) faults.push('METRICS_PORT: must not be the port of the service');
  if (headersMs > requestMs)
    faults.push(`HEADERS_TIMEOUT_MS: is ${headersMs}, and must not be more than REQUEST_TIMEOUT_MS, which is ${requestMs}`);
  return [...faults, ...contradictionsOfFiles(settings, production)];
}

function contradictionsOfFiles(settings: Config, production: boolean): string[] {
  const faults: string[] = [];
  if (settings.OBJECT_STORE === 's3')
    for (const name of ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const)
      if (settings[name] === undefined) faults.push(`${name}: is missing, and OBJECT_STORE is "s3"`);
  if (production && settings.S3_ENDPOINT?.startsWith('http://')) faults.push('S3_ENDPOINT: must start with https://');
  if (settings.VIRUS_SCAN_URL !== undefined && settings.VIRUS_SCAN_COMMAND !== undefined)
    faults.push('VIRUS_SCAN_URL: one scanner at most, and VIRUS_SCAN_COMMAND is set too');
  return faults;
}

function localDefaults(given: Record<string, string | undefined>): Record<string, string> {
  const real = SIMULATED.filter((vendor) => given[`${vendor}_CLIENT_ID`]);
  const kept = Object.entries(LOCAL_WORLD).filter(([name]) => !real.some((vendor) => name.startsWith(`${vendor}_`)));
  // Without a key of its own a development process makes one: sessions then end when it does
  return { ...Object.fromEntries(kept), SESSION_SIGNING_KEY: randomBytes(32).toString('base64') };
}

/** What `npm run migrate` needs, and nothing else. */
export function loadMigrationUrls(environment: NodeJS.ProcessEnv): MigrationUrls {
  const parsed = z
    .object({ MIGRATION_DATABASE_URL: PostgresUrl, DATABASE_URL: PostgresUrl, JOBS_DATABASE_URL: PostgresUrl })
    .safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      (issue) => `  ${issue.path.join('.')}: ${environment[String(issue.path[0])] ? issue.message : 'is missing'}`,
    );
    throw new ConfigurationError(`The database cannot be migrated with these settings:\n${faults.join('\n')}`);
  }
  return { migration: parsed.data.MIGRATION_DATABASE_URL, app: parsed.data.DATABASE_URL, jobs: parsed.data.JOBS_DATABASE_URL };
}
