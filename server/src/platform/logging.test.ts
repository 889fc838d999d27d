import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import Fastify, { LogController } from 'fastify';
import pino from 'pino';
import { loggerOptions, requestLog } from './logging.ts';

const SECRETS = [
  'ya29.a0AfH6SNsecret',
  '1//0gabcdefghijklmnop',
  '00D000000000001EAA!AQsecret',
  '5Aep861secret',
  'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIwMEQifQ.c2ln',
  `00D000000000001EAA.${'a'.repeat(32)}`,
];

function captured(): { lines: string[]; stream: Writable } {
  const lines: string[] = [];
  return {
    lines,
    stream: new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(chunk.toString());
        done();
      },
    }),
  };
}

test('No token reaches the log, under whatever name and inside whatever text', () => {
  const { lines, stream } = captured();
  const log = pino(loggerOptions('info') as pino.LoggerOptions, stream);
  for (const secret of SECRETS) {
    log.info({ note: secret, nested: { token: secret, deep: { refresh_token: secret } } }, `It said ${secret}`);
    log.error({ err: new Error(`refused ${secret}`) }, 'Failed');
  }
  for (const secret of SECRETS)
    assert.ok(
      lines.every((line) => !line.includes(secret)),
      secret,
    );
});

test('A request leaves one line with its route, and never its query', async () => {
  const { lines, stream } = captured();
  const app = Fastify({
    loggerInstance: pino(loggerOptions('info') as pino.LoggerOptions, stream),
    logController: new LogController({ disableRequestLogging: true }),
  });
  await app.register(requestLog);
  app.get('/onboarding/:page', async () => 'ok');
  await app.inject('/onboarding/welcome?ticket=very-secret');
  await app.close();
  assert.equal(lines.length, 1);
  assert.match(lines[0] ?? '', /"route":"\/onboarding\/:page"/);
  assert.doesNotMatch(lines[0] ?? '', /very-secret/);
});
