import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixtureNames, inboxMessage, NOW, OWN_ADDRESSES, readFixture } from './fixtures/index.ts';
import { classify } from './index.ts';

const KINDS = new Set(['own', 'delivery_report', 'read_receipt', 'complaint', 'out_of_office', 'auto_reply', 'human']);

/** mulberry32: the same numbers in every run, so that a failure can be looked into. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return function nextNumber(below) {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

async function assertClassified(raw: Buffer, what: string): Promise<void> {
  const found = await classify(inboxMessage(raw), { ownAddresses: OWN_ADDRESSES, now: NOW, raw });
  assert.ok(KINDS.has(found.kind), what);
}

describe('whatever arrives is classified and never fails', () => {
  const raws = fixtureNames().map((name) => readFixture(name));

  test('messages that end anywhere', async () => {
    const random = randomNumbers(1);
    for (const raw of raws) {
      for (let round = 0; round < 12; round += 1) {
        const length = random(raw.length);
        await assertClassified(raw.subarray(0, length), `cut at ${length}`);
      }
    }
  });

  test('messages with damaged bytes', async () => {
    const random = randomNumbers(2);
    for (const raw of raws) {
      for (let round = 0; round < 6; round += 1) {
        const damaged = Buffer.from(raw);
        for (let hit = 0; hit < 20; hit += 1) damaged[random(damaged.length)] = random(256);
        await assertClassified(damaged, `damaged in round ${round}`);
      }
    }
  });

  test('messages glued together from pieces of others', async () => {
    const random = randomNumbers(3);
    const piece = () => {
      const raw = raws[random(raws.length)] ?? Buffer.alloc(0);
      return raw.subarray(random(raw.length), random(raw.length));
    };
    for (let round = 0; round < 200; round += 1) await assertClassified(Buffer.concat([piece(), piece(), piece()]), `round ${round}`);
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
      `Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n${'Action: failed\r\n\r\n'.repeat(20_000)}`,
      `Subject: x\r\nX-Failed-Recipients: x@y\r\n\r\n${'-'.repeat(100_000)}x`,
      `Return-Path: <>\r\nFrom: mailer-daemon@x.example\r\n\r\n${'<a@b>: '.repeat(30_000)}`,
      `Return-Path: <>\r\nFrom: MAILER-DAEMON <>\r\n\r\n${'a@'.repeat(100_000)}`,
      `Return-Path: <>\r\nFrom: MAILER-DAEMON <>\r\n\r\n${`${'_a@ ___'.repeat(50)}\r\n`.repeat(500)}`,
      `Return-Path: <>\r\nFrom: MAILER-DAEMON <>\r\n\r\na@${'b.'.repeat(90_000)}`,
      `Return-Path: <>\r\nFrom: MAILER-DAEMON <>\r\n\r\n${Array.from({ length: 8_000 }, (_, n) => `u${n}@b.example`).join('\n')}`,
      `Return-Path: <>\r\nFrom: MAILER-DAEMON <>\r\n\r\n${`${'user sender from: domain exceeded host IP '.repeat(9)}\r\n`.repeat(500)}`,
      `Return-Path: <>\r\nFrom: MAILER-DAEMON <>\r\n\r\n${'Final-Recipient: x;a@b.example\r\nAction: failed\r\nStatus: 5.0.0\r\n\r\n'.repeat(3_000)}`,
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
