import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ConfigurationError, loadConfig } from './config.ts';

const DATABASES = {
  DATABASE_URL: 'postgres://msi_app:x@localhost:5432/msi',
  JOBS_DATABASE_URL: 'postgres://msi_jobs:x@localhost:5432/msi',
};
const PRODUCTION = {
  ...DATABASES,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://msi.example/',
  SALESFORCE_CLIENT_ID: 'a',
  SALESFORCE_CLIENT_SECRET: 'a',
  GOOGLE_CLIENT_ID: 'a',
  GOOGLE_CLIENT_SECRET: 'a',
  MICROSOFT_CLIENT_ID: 'a',
  MICROSOFT_CLIENT_SECRET: 'a',
  TOKEN_ENCRYPTION_KEYRING: '/etc/msi/keyring.json',
  SESSION_SIGNING_KEY: 'a'.repeat(44),
  SMTP_URL: 'smtps://mail.example',
  SMTP_FROM: 'MSI Actions <welcome@msi.example>',
};

test('In production every missing setting is named in one message', () => {
  assert.throws(
    () => loadConfig({}),
    (error: unknown) => {
      assert.ok(error instanceof ConfigurationError);
      for (const name of Object.keys(PRODUCTION).filter((name) => name !== 'NODE_ENV'))
        assert.match(error.message, new RegExp(`^  ${name}: is missing$`, 'm'));
      return true;
    },
  );
});

test('Without NODE_ENV it is production, and in production nothing is simulated and the API is not shown to everybody', () => {
  const { NODE_ENV: _unset, ...settings } = PRODUCTION;
  const config = loadConfig(settings);
  assert.deepEqual([config.NODE_ENV, config.API_DOCS], ['production', 'off']);
  assert.deepEqual([config.GOOGLE_BASE_URL, config.MICROSOFT_BASE_URL, config.SALESFORCE_ALLOWED_HOSTS], [undefined, undefined, []]);
  assert.equal(config.SALESFORCE_LOGIN_URL, 'https://login.salesforce.com');
  assert.equal(config.PUBLIC_URL, 'https://msi.example');
});

test('Production refuses an address without https and a clock that can be moved', () => {
  assert.throws(
    () => loadConfig({ ...PRODUCTION, PUBLIC_URL: 'http://msi.example', CLOCK: 'shared' }),
    /PUBLIC_URL: must start with https[\s\S]*CLOCK: only "system"/,
  );
});

test('Outside production the simulators stand in, and each real vendor replaces its own', () => {
  const local = loadConfig({ ...DATABASES, NODE_ENV: 'development' });
  assert.equal(local.GOOGLE_BASE_URL, 'http://localhost:3002');
  const mixed = loadConfig({ ...DATABASES, NODE_ENV: 'development', GOOGLE_CLIENT_ID: 'real', GOOGLE_CLIENT_SECRET: 'real' });
  assert.deepEqual([mixed.GOOGLE_BASE_URL, mixed.MICROSOFT_BASE_URL], [undefined, 'http://localhost:3003']);
});

test('A setting that makes no sense is named with the reason', () => {
  assert.throws(
    () => loadConfig({ ...DATABASES, NODE_ENV: 'development', PORT: 'eighty', SMTP_URL: 'mail' }),
    /PORT: must be a number[\s\S]*SMTP_URL: must look like/,
  );
});

test('Metrics are off by default, for this machine alone, and never at the port of the service', () => {
  const { METRICS_PORT, METRICS_HOST } = loadConfig(PRODUCTION);
  assert.deepEqual([METRICS_PORT, METRICS_HOST], [undefined, '127.0.0.1']);
  assert.throws(
    () => loadConfig({ ...PRODUCTION, PORT: '4000', METRICS_PORT: '4000' }),
    /METRICS_PORT: must not be the port of the service/,
  );
});

test('Times that Node would refuse at the start are refused with a sentence', () => {
  const faultOf = (times: Record<string, string>): string => {
    try {
      loadConfig({ ...PRODUCTION, ...times });
      return '';
    } catch (error) {
      assert.ok(error instanceof ConfigurationError);
      return error.message;
    }
  };
  assert.match(
    faultOf({ REQUEST_TIMEOUT_MS: '5000' }),
    /HEADERS_TIMEOUT_MS: is 10000, and must not be more than REQUEST_TIMEOUT_MS, which is 5000/,
  );
  assert.match(
    faultOf({ HEADERS_TIMEOUT_MS: '300001', REQUEST_TIMEOUT_MS: '600000' }),
    /HEADERS_TIMEOUT_MS: must not be more than 300000 \(five minutes\)/,
  );
  assert.equal(faultOf({ HEADERS_TIMEOUT_MS: '5000', REQUEST_TIMEOUT_MS: '5000' }), '');
  assert.equal(faultOf({ HEADERS_TIMEOUT_MS: '300000', REQUEST_TIMEOUT_MS: '600000' }), '');
});

const BUCKET = {
  S3_ENDPOINT: 'https://s3.example',
  S3_BUCKET: 'msi-actions',
  S3_ACCESS_KEY_ID: 'a',
  S3_SECRET_ACCESS_KEY: 'a',
};

test('A bucket has an address with https, a name and keys, and there is one virus scanner at most', () => {
  assert.equal(loadConfig(PRODUCTION).OBJECT_STORE, 'postgres');
  assert.equal(loadConfig({ ...PRODUCTION, ...BUCKET, OBJECT_STORE: 's3' }).S3_REGION, 'us-east-1');
  assert.throws(() => loadConfig({ ...PRODUCTION, OBJECT_STORE: 's3' }), /S3_ENDPOINT: is missing[\s\S]*S3_SECRET_ACCESS_KEY: is missing/);
  assert.throws(
    () => loadConfig({ ...PRODUCTION, ...BUCKET, OBJECT_STORE: 's3', S3_ENDPOINT: 'http://s3.example' }),
    /S3_ENDPOINT: must start with https/,
  );
  assert.throws(
    () => loadConfig({ ...PRODUCTION, VIRUS_SCAN_URL: 'https://a.example', VIRUS_SCAN_COMMAND: 'clamdscan -' }),
    /VIRUS_SCAN_URL: one scanner at most/,
  );
});

test('.env.example names exactly the settings that there are', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const named = new Set([...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name));
  const known = new Set([
    ...Object.keys(
      loadConfig({
        ...PRODUCTION,
        ...BUCKET,
        VIRUS_SCAN_URL: 'https://a.example/scan',
        GOOGLE_BASE_URL: 'https://a.example',
        MICROSOFT_BASE_URL: 'https://a.example',
        MICROSOFT_GRAPH_BASE_URL: 'https://a.example',
        GOOGLE_PUBSUB_TOPIC: 'projects/a/topics/b',
        GOOGLE_PUSH_SERVICE_ACCOUNT: 'push@a.example',
        MICROSOFT_NOTIFICATION_URL: 'https://a.example',
        METRICS_PORT: '9464',
      }),
    ),
    'MIGRATION_DATABASE_URL',
    'VIRUS_SCAN_COMMAND',
  ]);
  assert.deepEqual([...named].sort(), [...known].sort());
});
