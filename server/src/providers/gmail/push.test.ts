import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { createPushVerifier, readPush } from './index.ts';
import { failureOf } from '../../../test-support/gmail-rig.ts';

const AUDIENCE = 'https://msi.example/webhooks/gmail';
const SERVICE_ACCOUNT = 'gmail-push@msi-local.iam.gserviceaccount.com';
const NOW = new Date('2026-11-24T09:00:00Z');
const now = NOW.getTime() / 1000;

describe('A push of Gmail', () => {
  let keyServer: Server;
  let isDown = false;
  let mine: CryptoKey;
  let baseUrl: string;
  before(async () => {
    const pair = await generateKeyPair('RS256');
    mine = pair.privateKey;
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
    keyServer = createServer((_request, response) => {
      if (isDown) response.writeHead(503).end('down');
      else response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
    }).listen(0, '127.0.0.1');
    await once(keyServer, 'listening');
    baseUrl = `http://127.0.0.1:${String((keyServer.address() as AddressInfo).port)}`;
  });
  after(() => keyServer.close());

  const verifier = () => createPushVerifier({ baseUrl, audience: AUDIENCE, serviceAccount: SERVICE_ACCOUNT, clock: { now: () => NOW } });
  const claims: JWTPayload = {
    iss: 'https://accounts.google.com',
    aud: AUDIENCE,
    sub: '1137',
    email: SERVICE_ACCOUNT,
    email_verified: true,
    iat: now - 10,
    exp: now + 3_590,
  };
  const sign = (changes: Record<string, unknown>, { key = mine, kid = 'k1' } = {}) =>
    new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'RS256', kid }).sign(key);

  test('is believed when Google signed it for our subscription', async () => {
    const verify = verifier();
    await verify(`Bearer ${await sign({})}`);
    await verify(`bearer ${await sign({ iat: now - 3_500, exp: now + 100 })}`);
  });

  for (const [name, changes] of [
    ['is for another audience', { aud: `${AUDIENCE}/` }],
    ['is of another issuer', { iss: 'https://accounts.example' }],
    ['is in the name of another service account', { email: 'other@msi-local.iam.gserviceaccount.com' }],
    ['has an unverified address', { email_verified: false }],
    ['has no address', { email: undefined }],
    ['has ended', { iat: now - 3_700, exp: now - 100 }],
    ['has no end', { exp: undefined }],
    ['does not say when it was made', { iat: undefined }],
    ['is older than an hour', { iat: now - 4_000, exp: now + 4_000 }],
    ['is from the future', { iat: now + 600, exp: now + 4_000 }],
  ] as const) {
    test(`is refused when its token ${name}`, async () => {
      const failure = await failureOf(verifier()(`Bearer ${await sign(changes)}`));
      assert.deepEqual([failure.kind, failure.vendorCode], ['permission', 'BAD_PUSH_TOKEN']);
    });
  }

  test('is refused without a token of a known key', async () => {
    const { privateKey: other } = await generateKeyPair('RS256');
    const secret = new TextEncoder().encode('0'.repeat(32));
    const symmetric = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(secret);
    const [header, payload] = (await sign({})).split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload ?? ''}.`;
    for (const authorization of [
      undefined,
      '',
      'Bearer',
      'Bearer x.y.z',
      `Basic ${await sign({})}`,
      `Bearer ${await sign({}, { key: other })}`,
      `Bearer ${await sign({}, { kid: 'k2' })}`,
      `Bearer ${symmetric}`,
      `Bearer ${unsigned}`,
      `Bearer ${header ?? ''}.${payload ?? ''}.AAAA`,
    ])
      assert.equal((await failureOf(verifier()(authorization))).kind, 'permission', authorization);
  });

  test('is not called false while the keys cannot be read', async () => {
    isDown = true;
    assert.equal((await failureOf(verifier()(`Bearer ${await sign({})}`))).kind, 'transient');
    isDown = false;
    const nowhere = createPushVerifier({
      baseUrl: 'http://nowhere.invalid',
      audience: AUDIENCE,
      serviceAccount: SERVICE_ACCOUNT,
      clock: { now: () => NOW },
    });
    assert.equal((await failureOf(nowhere(`Bearer ${await sign({})}`))).kind, 'transient');
  });

  test('names the mailbox, and nothing is read into what is no push', () => {
    const push = (data: unknown) =>
      readPush({ message: { data: Buffer.from(JSON.stringify(data)).toString('base64') }, subscription: 's' });
    assert.deepEqual(push({ emailAddress: 'Rae@acme.example', historyId: 9876543210 }), {
      emailAddress: 'rae@acme.example',
      historyId: '9876543210',
    });
    assert.equal(push({ emailAddress: 'rae@acme.example', historyId: '7' })?.historyId, '7');
    for (const data of [{}, null, { emailAddress: 'rae@acme.example' }, { emailAddress: 'rae@acme.example', historyId: 'x' }])
      assert.equal(push(data), null);
    for (const body of [undefined, null, 'text', {}, { message: {} }, { message: { data: '***' } }, { message: { data: 'AAAA' } }])
      assert.equal(readPush(body), null);
  });
});
