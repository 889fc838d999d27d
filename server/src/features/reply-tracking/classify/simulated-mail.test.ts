import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  AWAY_LANGUAGES,
  composeDeliveryReport,
  composeOutOfOffice,
  composeReadReceipt,
  composeReply,
  composeTicket,
  type Answer,
  type BounceKind,
  type MailHost,
} from '../../../../simulators/mail/index.ts';
import { inboxMessage, NOW, OWN_ADDRESSES, ORIGINAL_ID } from './fixtures/index.ts';
import { classify } from './index.ts';

const ORIGINAL = Buffer.from(
  [
    'From: Rae Ortiz <rae@acme.example>',
    'To: Dana Whitfield <dana@globex.example>',
    'Cc: omar@globex.example',
    'Subject: Offer until 20 December',
    `Message-ID: ${ORIGINAL_ID}`,
    'Content-Type: text/plain',
    '',
    'This is valid until 20 December 2026.',
    '',
  ].join('\r\n'),
);
const answer: Answer = { original: ORIGINAL, from: 'dana@globex.example', to: 'rae@acme.example', now: new Date('2026-12-01T20:00:00Z') };
function classified(raw: Buffer) {
  return classify(inboxMessage(raw), { ownAddresses: OWN_ADDRESSES, now: NOW, raw });
}

describe("the local world's mail is classified like the real one: reports of every host and cause", () => {
  const expected: Record<BounceKind, string> = {
    unknown_address: 'failed hard:unknown_address',
    mailbox_full: 'failed soft:mailbox_full',
    blocked: 'failed blocked:refused_by_policy',
    spam: 'failed blocked:taken_for_spam',
    too_large: 'failed blocked:message_too_large',
    sending_limit: 'failed blocked:sending_limit',
    delayed: 'delayed soft:not_reachable',
  };
  for (const host of ['google', 'microsoft', 'smtp'] satisfies MailHost[]) {
    for (const [kind, outcome] of Object.entries(expected) as [BounceKind, string][]) {
      test(`${kind} by ${host}`, async () => {
        const report = { host, kind, original: ORIGINAL, recipients: ['dana@globex.example'], to: 'rae@acme.example', now: NOW };
        const found = await classified(await composeDeliveryReport(report));
        assert.ok(found.kind === 'delivery_report');
        assert.deepEqual(found.originalMessageIds, [ORIGINAL_ID]);
        assert.deepEqual(
          found.reports.map(
            ({ action, bounce, recipient }) => `${recipient ?? '-'} ${action} ${bounce?.kind ?? '-'}:${bounce?.reason ?? '-'}`,
          ),
          [`dana@globex.example ${outcome}`],
        );
        const forged = await classified(await composeDeliveryReport({ ...report, isForged: true }));
        assert.ok(forged.kind === 'delivery_report' && !forged.originalMessageIds.includes(ORIGINAL_ID));
      });
    }
  }
});

describe('the first day back is read in every language of the local world', () => {
  for (const language of AWAY_LANGUAGES) {
    for (const wording of ['until', 'back'] as const) {
      test(`${language}, "${wording}"`, async () => {
        const away = { language, wording, returnsOn: '2027-01-04', program: 'exchange' } as const;
        const found = await classified(await composeOutOfOffice(answer, away));
        assert.deepEqual(found, { kind: 'out_of_office', returnsOn: '2027-01-04', referencedMessageIds: [ORIGINAL_ID] });
      });
    }
    test(`${language}, no day named`, async () => {
      const found = await classified(await composeOutOfOffice(answer, { language, wording: 'back', program: 'gmail' }));
      assert.deepEqual(found, { kind: 'out_of_office', returnsOn: null, referencedMessageIds: [ORIGINAL_ID] });
    });
  }
});

test('by its headers alone, the date is known where the absent person put it into the subject', async () => {
  const raw = await composeOutOfOffice(answer, { language: 'en', wording: 'until', returnsOn: '2026-12-12', program: 'gmail' });
  const found = await classify(inboxMessage(raw), { ownAddresses: OWN_ADDRESSES, now: NOW });
  assert.deepEqual(found, { kind: 'out_of_office', returnsOn: '2026-12-12', referencedMessageIds: [ORIGINAL_ID] });
});

test('replies are human in every threading, and refer to our email wherever they refer to anything', async () => {
  for (const threading of ['answer', 'forwarded', 'references', 'none'] as const) {
    const found = await classified(await composeReply(answer, 'Yes, I am back on 12 December.', threading));
    assert.ok(found.kind === 'human');
    assert.equal(found.referencedMessageIds.includes(ORIGINAL_ID), threading !== 'none');
  }
});

test('a ticket robot is no absence, and a read receipt is no answer', async () => {
  assert.equal((await classified(await composeTicket(answer))).kind, 'auto_reply');
  assert.equal((await classified(await composeReadReceipt(answer))).kind, 'read_receipt');
});
