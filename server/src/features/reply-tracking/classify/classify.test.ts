import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ABSENCES, DELIVERIES, HIDDEN_DELIVERIES, KINDS } from './fixtures/expected.ts';
import { fixtureNames, inboxMessage, NOW, ORIGINAL_ID, OWN_ADDRESSES, readFixture } from './fixtures/index.ts';
import { classify, type Classification, type RecipientReport } from './index.ts';

async function classified(name: string, tier: 'whole' | 'headers' = 'whole'): Promise<Classification> {
  const raw = readFixture(name);
  return classify(inboxMessage(raw), { ownAddresses: OWN_ADDRESSES, now: NOW, ...(tier === 'whole' ? { raw } : {}) });
}

function kindOf(found: Classification): string {
  return found.kind === 'auto_reply' && found.mayBePerson ? 'perhaps_human' : found.kind;
}

function outcome({ recipient, action, status, bounce }: RecipientReport): string {
  return `${recipient ?? '-'} ${action} ${status ?? '-'} ${bounce ? `${bounce.kind}:${bounce.reason}` : '-'}`;
}

async function deliveryReport(name: string, tier: 'whole' | 'headers' = 'whole') {
  const found = await classified(`delivery/${name}`, tier);
  assert.equal(found.kind, 'delivery_report');
  return found;
}

/** What kind of feedback they are stands in the body only; without it a complaint is assumed, which stops mailing. */
const BY_BODY_ONLY = new Set(['reports/feedback-not-spam', 'reports/authentication-failure']);

test('every fixture has an expectation and every expectation a fixture', () => {
  const expected = [
    ...Object.keys(KINDS),
    ...Object.keys(ABSENCES),
    ...Object.keys({ ...DELIVERIES, ...HIDDEN_DELIVERIES }).map((name) => `delivery/${name}`),
  ];
  assert.deepEqual(fixtureNames(), expected.sort());
});

describe('people, robots and the rep are told apart, with the whole message and with its headers alone', () => {
  for (const [name, kind] of Object.entries(KINDS)) {
    test(`${name} is ${kind}`, async () => {
      assert.equal(kindOf(await classified(name)), kind);
      assert.equal(kindOf(await classified(name, 'headers')), BY_BODY_ONLY.has(name) ? 'complaint' : kind);
    });
  }
});

describe('who is away is known, and since when not any more', () => {
  for (const [name, { whole, headers }] of Object.entries(ABSENCES)) {
    test(`${name} is out of office`, async () => {
      const [full, short] = [await classified(name), await classified(name, 'headers')];
      const away = ({ kind }: Classification) => kind === 'out_of_office';
      assert.ok(away(full), full.kind);
      // Without the text nothing tells a private vacation program from another answering machine.
      if (name !== 'automatic/procmail-vacation') assert.ok(away(short), short.kind);
      assert.equal(full.kind === 'out_of_office' && full.returnsOn, whole);
      assert.equal(short.kind === 'out_of_office' ? short.returnsOn : null, headers);
    });
  }
});

describe('every recipient of a delivery report is read with reason and kind', () => {
  for (const [name, { whole, headers }] of Object.entries(DELIVERIES)) {
    test(name, async () => {
      assert.deepEqual((await deliveryReport(name)).reports.map(outcome), whole);
      assert.deepEqual((await deliveryReport(name, 'headers')).reports.map(outcome), headers);
    });
  }
});

describe('a delivery report that hides in the headers is known by its content, whoever the sender is', () => {
  for (const [name, { whole, headers }] of Object.entries(HIDDEN_DELIVERIES)) {
    test(name, async () => {
      assert.deepEqual((await deliveryReport(name)).reports.map(outcome), whole);
      assert.equal(kindOf(await classified(`delivery/${name}`, 'headers')), headers);
    });
  }
});

test('a delivery report names our Message-ID whether it stands in the status part, in the returned message or in the text', async () => {
  const silent = new Set([
    'exim-delayed-plain',
    'gmail-sending-limit-plain',
    'postmaster-note',
    'sendmail-warning-plain',
    'truncated-status',
  ]);
  for (const name of Object.keys({ ...DELIVERIES, ...HIDDEN_DELIVERIES })) {
    const { originalMessageIds } = await deliveryReport(name);
    const expected = silent.has(name) ? [] : [name === 'gmail-forged' ? '<guess-1@mail.msi.example>' : ORIGINAL_ID];
    assert.deepEqual(originalMessageIds, expected, name);
  }
});

test('a report that names our Message-ID in its own header is matched by its headers alone', async () => {
  const raw = Buffer.concat([Buffer.from(`X-Original-Message-ID: ${ORIGINAL_ID}\r\n`), readFixture('delivery/postfix-unknown-user')]);
  const headers = [...inboxMessage(raw).headers, ['x-original-message-id', ORIGINAL_ID] as const];
  const found = await classify(inboxMessage(raw, { headers }), { ownAddresses: OWN_ADDRESSES, now: NOW });
  assert.ok(found.kind === 'delivery_report');
  assert.deepEqual(found.originalMessageIds, [ORIGINAL_ID]);
});

test('a forged report cannot pass off its In-Reply-To as the original', async () => {
  const { originalMessageIds, referencedMessageIds } = await deliveryReport('gmail-forged');
  assert.deepEqual(referencedMessageIds, [ORIGINAL_ID]);
  assert.ok(!originalMessageIds.includes(ORIGINAL_ID));
});

test('a complaint names who complained and about which email', async () => {
  const complaint = await classified('reports/complaint');
  assert.equal(complaint.kind, 'complaint');
  assert.equal(complaint.recipient, 'dana@globex.example');
  assert.deepEqual(complaint.originalMessageIds, [ORIGINAL_ID]);
});

test('a reply from anywhere in the thread refers to our email, also where only References does', async () => {
  for (const name of ['human/gmail', 'human/other-address', 'human/from-cc', 'human/from-colleague']) {
    const reply = await classified(name, 'headers');
    assert.ok(reply.kind === 'human' && reply.referencedMessageIds.includes(ORIGINAL_ID), name);
  }
});

test("the rep's own mail is never an answer, whatever else it looks like", async () => {
  const raw = readFixture('delivery/gmail-address-not-found');
  const context = { ownAddresses: OWN_ADDRESSES, now: NOW, raw };
  assert.deepEqual(await classify(inboxMessage(raw, { isOwn: true }), context), { kind: 'own' });
  const vacation = Buffer.from(readFixture('automatic/gmail-vacation').toString().replace('dana@globex.example', 'NOOR@acme.example'));
  assert.deepEqual(await classify(inboxMessage(vacation), context), { kind: 'own' });
});

test('mail that announces a return by its subject is nobody’s reply, and a person’s answer about it is one', async () => {
  const kindOf = async (subject: string, raw?: Buffer): Promise<string> => {
    const text = [
      'From: gw@globex.example',
      'To: rae@acme.example',
      `Subject: ${subject}`,
      'In-Reply-To: <ours@acme.example>',
      '',
      'Hello',
    ];
    const message = inboxMessage(Buffer.from(text.join('\r\n')));
    return (await classify(message, { ownAddresses: OWN_ADDRESSES, now: NOW, ...(raw ? { raw } : {}) })).kind;
  };
  for (const subject of ['Undeliverable: Pricing', '[EXTERNAL] Undelivered Mail: Pricing', 'Mail delivery failed: returned'])
    assert.equal(await kindOf(subject), 'auto_reply', subject);
  const answers = 'Re RE[2] AW SV VS Antw R Rif RES Odp YNT Vá ΑΠ 回复 答复 回覆 返信 답장'.split(' ');
  const forwards = 'Fwd WG TR RV ENC I VL VB PD ILT İLT Továbbítás ΠΡΘ 转发 轉寄 転送 전달'.split(' ');
  for (const subject of [...[...answers, ...forwards].map((prefix) => `${prefix}: Undeliverable: Pricing`), 'Pricing'])
    assert.equal(await kindOf(subject), 'human', subject);
  assert.equal(await kindOf('Undeliverable: Pricing', Buffer.from('Subject: Undeliverable: Pricing\r\n\r\nIs this ours?')), 'human');
});
