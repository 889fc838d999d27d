import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { holds } from '../../../../test-support/properties.ts';
import { canonicalAddress } from '../../../platform/canonical-address.ts';
import { fixtureNames, inboxMessage, NOW, OWN_ADDRESSES, readFixture } from './fixtures/index.ts';
import { classify, type Classification, type RecipientReport } from './index.ts';

/** A message of a stranger is looked up by no more than this, and leaves no more than this behind. */
const MOST_IDS = 100;
const MOST_RECIPIENTS = 500;
const LONGEST_DIAGNOSTIC = 1000;

/** Classifies with the whole message and with its headers alone, and holds each answer to what the database and the panel count on. */
async function assertClassified(raw: Buffer, what = 'A message'): Promise<void> {
  const context = { ownAddresses: OWN_ADDRESSES, now: NOW };
  for (const found of [await classify(inboxMessage(raw), { ...context, raw }), await classify(inboxMessage(raw), context)]) {
    const about = `${what}: ${JSON.stringify(found).slice(0, 300)}`;
    // PostgreSQL stores neither, and one such text would stop the mailbox at this message
    assert.doesNotMatch(JSON.stringify(found), /\\u0000|\\ud[89a-f]/i, about);
    for (const id of idsIn(found)) assert.match(id, /^<[^<>\s]{1,996}>$/, about);
    assert.ok(idsIn(found).length <= MOST_IDS, about);
    if (found.kind === 'delivery_report') {
      assert.ok(found.reports.length <= MOST_RECIPIENTS && found.named.length <= MOST_RECIPIENTS, about);
      for (const address of found.named) assertAddress(address, about);
      for (const report of found.reports) assertReport(report, about);
    }
    if (found.kind === 'complaint' && found.recipient !== null) assertAddress(found.recipient, about);
    if (found.kind === 'out_of_office' && found.returnsOn !== null) {
      assert.equal(new Date(found.returnsOn).toISOString().slice(0, 10), found.returnsOn, about);
      assert.ok(found.returnsOn >= '2026-12-02', about);
    }
  }
}

function idsIn(found: Classification): string[] {
  const referenced = 'referencedMessageIds' in found ? found.referencedMessageIds : [];
  return [...referenced, ...('originalMessageIds' in found ? found.originalMessageIds : [])];
}

/** As addresses are compared: one that differs in form would be nobody's. */
function assertAddress(address: string, about: string): void {
  assert.match(address, /^[^\s@]\S*@[^\s@]+$/, about);
  assert.equal(canonicalAddress(address), address, about);
}

function assertReport({ recipient, action, status, bounce, diagnostic }: RecipientReport, about: string): void {
  if (recipient !== null) assertAddress(recipient, about);
  if (status !== null) assert.match(status, /^[245]\.\d{1,3}\.\d{1,3}$/, about);
  if (action === 'failed') assert.notEqual(bounce, null, about);
  else if (action === 'delayed') assert.equal(bounce?.kind, 'soft', about);
  else assert.equal(bounce, null, about);
  assert.ok((diagnostic ?? '').length <= LONGEST_DIAGNOSTIC, about);
}

function places(raw: Buffer): fc.Arbitrary<number> {
  return fc.nat({ max: Math.max(0, raw.length - 1) });
}

describe('whatever arrives is classified and never fails', () => {
  const raws = fixtureNames().map((name) => readFixture(name));
  /** Any of the fixtures, by its number, so that a failure names it. */
  const fixture = fc.nat({ max: raws.length - 1 });
  const rawOf = (number: number): Buffer => raws[number] ?? Buffer.alloc(0);
  const cut = fixture.chain((number) => fc.tuple(fc.constant(number), places(rawOf(number)), places(rawOf(number))));

  test('messages that end anywhere', async () => {
    for (const raw of raws)
      await holds(
        fc.asyncProperty(places(raw), (length) => assertClassified(raw.subarray(0, length))),
        { runs: 12 },
      );
  });

  test('messages with damaged bytes', async () => {
    for (const raw of raws) {
      const hits = fc.array(fc.tuple(places(raw), fc.nat({ max: 255 })), { minLength: 1, maxLength: 20, size: 'max' });
      await holds(
        fc.asyncProperty(hits, (bytes) => {
          const damaged = Buffer.from(raw);
          for (const [place, byte] of bytes) damaged[place] = byte;
          return assertClassified(damaged);
        }),
        { runs: 6 },
      );
    }
  });

  test('messages glued together from pieces of others', async () => {
    await holds(
      fc.asyncProperty(fc.array(cut, { minLength: 3, maxLength: 3 }), (pieces) =>
        assertClassified(Buffer.concat(pieces.map(([number, start, end]) => rawOf(number).subarray(start, end)))),
      ),
      { runs: 200 },
    );
  });

  test('empty, endless and absurd ones', async () => {
    const absurd = [
      '',
      '\r\n',
      ':',
      `From: ${'<'.repeat(50_000)}`,
      `References: ${'<a@b> '.repeat(20_000)}\r\n\r\n`,
      `Subject: =?utf-8?B?${'A'.repeat(10_000)}?=\r\nAuto-Submitted: auto-replied\r\n\r\nback ${'on '.repeat(20_000)}`,
      `Subject: x\r\nPrecedence: bulk\r\n\r\n${'back, until 3 '.repeat(10_000)}`,
      `Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n${'--b\r\n'.repeat(5_000)}`,
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n' +
        `--b\r\nContent-Type: message/delivery-status\r\n\r\n${'Action: failed\r\n\r\n'.repeat(20_000)}`,
      `Subject: x\r\nX-Failed-Recipients: x@y\r\n\r\n${'-'.repeat(100_000)}x`,
      `Return-Path: <>\r\nFrom: mailer-daemon@x.example\r\n\r\n${'<a@b>: '.repeat(30_000)}`,
      `Return-Path: <>\r\nFrom: MAILER-DAEMON <>\r\n\r\n${'a@'.repeat(100_000)}`,
      `Return-Path: <>\r\nFrom: MAILER-DAEMON <>\r\n\r\n${`${'_a@ ___'.repeat(50)}\r\n`.repeat(500)}`,
      `Return-Path: <>\r\nFrom: MAILER-DAEMON <>\r\n\r\na@${'b.'.repeat(90_000)}`,
      `Return-Path: <>\r\nFrom: MAILER-DAEMON <>\r\n\r\n${Array.from({ length: 8_000 }, (_, n) => `u${n}@b.example`).join('\n')}`,
      `Return-Path: <>\r\nFrom: MAILER-DAEMON <>\r\n\r\n${`${'user sender from: domain exceeded host IP '.repeat(9)}\r\n`.repeat(500)}`,
      'Return-Path: <>\r\nFrom: MAILER-DAEMON <>\r\n\r\n' +
        'Final-Recipient: x;a@b.example\r\nAction: failed\r\nStatus: 5.0.0\r\n\r\n'.repeat(3_000),
      `Subject: ${'[x] '.repeat(20_000)}${'*'.repeat(20_000)}\r\n\r\n`,
      `Subject: ${'('.repeat(30_000)}out of office\r\nIn-Reply-To: ${'a@b '.repeat(20_000)}\r\n\r\n`,
      `Subject: ${'delay:'.repeat(20_000)}\r\nX-Failed-Recipients: ${'a@b.example,'.repeat(20_000)}\r\n\r\n`,
    ];
    for (const text of absurd) await assertClassified(Buffer.from(text), text.slice(0, 60));
  });

  test('a message without any header is nobody we know, and is no machine', async () => {
    const message = { ...inboxMessage(Buffer.alloc(0)), headers: [] };
    assert.deepEqual(await classify(message, { ownAddresses: [], now: NOW }), { kind: 'human', referencedMessageIds: [] });
  });
});
