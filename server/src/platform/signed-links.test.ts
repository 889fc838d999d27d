import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { holds } from '../../test-support/properties.ts';
import { deriveKey } from './derived-key.ts';
import { createSignedLinks, type LinkPurpose } from './signed-links.ts';

const NOW = new Date('2026-11-28T08:00:00Z');
const ORG = '00D000000000001EAA';
const signingKey = randomBytes(32).toString('base64');

interface Changed {
  purpose?: LinkPurpose;
  signingKey?: string;
  now?: Date;
}

function linksWith({ now = NOW, ...changed }: Changed = {}) {
  return createSignedLinks({ purpose: 'preview', subjectShape: z.string(), signingKey, clock: { now: () => now }, ...changed });
}

function inSeconds(seconds: number): Date {
  return new Date(NOW.getTime() + seconds * 1000);
}

const links = linksWith();
const inAnHour = inSeconds(3600);

describe('The token of a signed link', () => {
  test('says org and subject until its end, and fits into an address', async () => {
    await holds(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 100 * 365 * 86_400 }), (subject, seconds) => {
        const token = links.sign({ orgId: ORG, subject }, inSeconds(seconds));
        assert.match(token, /^[\w-]+\.[\w-]{43}$/);
        assert.deepEqual(links.read(token), { orgId: ORG, subject });
      }),
    );
  });

  test('has one answer for what is expired, changed, cut, made up, or signed with another key', async () => {
    const good = links.sign({ orgId: ORG, subject: 'an email' }, inAnHour);
    const [claims = '', signature = ''] = good.split('.');
    const bad = fc.oneof(
      fc.integer({ min: -100_000, max: 0 }).map((seconds) => links.sign({ orgId: ORG, subject: 'an email' }, inSeconds(seconds))),
      fc
        .tuple(fc.nat(good.length - 1), fc.constantFrom('A', 'Z', 'a', 'z', '0', '9', '-', '_', '.', '=', '+', '/', ' '))
        .map(([at, letter]) => good.slice(0, at) + letter + good.slice(at + 1))
        .filter((token) => token !== good),
      fc.nat(good.length - 1).map((length) => good.slice(0, length)),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }).map((text) => `${text}.${signature}`),
      fc.string({ unit: 'binary' }).map((text) => `${claims}.${text}`),
      fc.constantFrom('', '.', '..', `${good}.`, `${good}=`, `${good}.${signature}`, `.${signature}`),
      fc
        .uint8Array({ minLength: 32, maxLength: 32 })
        .map((other) => linksWith({ signingKey: Buffer.from(other).toString('base64') }).sign({ orgId: ORG, subject: 'x' }, inAnHour)),
    );
    await holds(
      fc.property(bad, (token) => assert.equal(links.read(token), null)),
      { runs: 1000 },
    );
  });

  test('ends in the second that it names', () => {
    const token = links.sign({ orgId: ORG, subject: 'an email' }, inAnHour);
    assert.ok(linksWith({ now: inSeconds(3599) }).read(token));
    assert.equal(linksWith({ now: inAnHour }).read(token), null);
  });

  test('is good for its own purpose alone', () => {
    const token = linksWith({ purpose: 'another' as LinkPurpose }).sign({ orgId: ORG, subject: 'an email' }, inAnHour);
    assert.equal(links.read(token), null);
    assert.equal(links.orgOf(token), null);
    assert.notDeepEqual(deriveKey(signingKey, 'one'), deriveKey(signingKey, 'another'));
  });

  test('still says whose it was after its end, but only when we signed it', () => {
    const token = links.sign({ orgId: ORG, subject: 'an email' }, inSeconds(-1));
    assert.equal(links.orgOf(token), ORG);
    assert.equal(links.orgOf(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`), null);
    assert.equal(links.orgOf(ORG), null);
  });

  test('with a subject of another shape is none of ours', () => {
    const numbers = createSignedLinks({ purpose: 'preview', subjectShape: z.int(), signingKey, clock: { now: () => NOW } });
    assert.equal(links.read(numbers.sign({ orgId: ORG, subject: 7 }, inAnHour)), null);
  });
});
