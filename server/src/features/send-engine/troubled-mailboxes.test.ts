import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { until } from '../../../test-support/until.ts';
import { NOOR, RAE, startSellingRig, type Answered, type Rep, type SellingRig, type Vendor } from '../../../test-support/selling-rig.ts';

const GMAIL_SEND = '/gmail/v1/users/me/messages/send';
const GMAIL_PROFILE = '/gmail/v1/users/me/profile';
const GRAPH_SEND = '/v1\\.0/me/messages/[^/]+/send';

describe('A mailbox that its vendor lets send nothing', () => {
  let rig: SellingRig;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    rig.clock.set(new Date());
    await rig.reset();
  });
  after(() => rig.close());

  const rows = async (sql: string, values: unknown[] = []): Promise<Answered[]> => (await rig.database.ownerPool.query(sql, values)).rows;
  const refuse = (vendor: Vendor, path: string, status: number, error: object, more: object = {}): Promise<unknown> =>
    rig.fault(vendor, { match: { path }, times: -1, action: { kind: 'status', status, body: { error }, ...more } });
  const gmailError = (code: number, reason: string, message = 'no') => ({ code, message, errors: [{ domain: 'global', reason }] });
  const works = (vendor: Vendor): Promise<unknown> => rig.simulator(vendor, 'DELETE', '/sim/faults');
  const sends = async (vendor: Vendor, path: string): Promise<number> =>
    (await rig.simulator(vendor, 'GET', `/sim/requests?path=${encodeURIComponent(path)}`)).requests.length;
  const show = async (rep: Rep, id: string): Promise<Answered> => (await rep.panel.request('GET', `/v1/sales-emails/${id}`)).body;
  const mailbox = async (rep: Rep): Promise<Answered> => (await rep.panel.request('GET', '/v1/email-connections')).body.emailConnections[0];

  /** Resolves when the lane waits for a try, and puts the clock forward to it. Gives how long that is away. */
  async function toNextTry(): Promise<number> {
    const slot = await until('the lane waits', async () => {
      await rig.work.sweep();
      const [lane] = await rows(`select next_slot_at as at, state from email_connections where state <> 'disconnected'`);
      if (lane.state !== 'connected') return { at: null };
      return lane.at > rig.clock.now() ? lane : null;
    });
    if (slot.at === null) return 0;
    const waitMs = slot.at.getTime() - rig.clock.now().getTime();
    rig.clock.advance(waitMs + 10);
    return waitMs;
  }

  /** Lets the lane try again until so much time has passed, in which the session of the panel ends. */
  async function letPass(rep: Rep, minutes: number): Promise<void> {
    const end = rig.clock.now().getTime() + minutes * 60_000;
    while (rig.clock.now().getTime() < end && (await toNextTry()) > 0);
    rep.panel = await rig.service.openPanel(rig.org, rep.user);
  }

  test('for a moment costs one delay: the mailbox stays connected, and the email leaves by itself', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rig.fault('google', {
      match: { path: GMAIL_SEND },
      times: 1,
      action: { kind: 'status', status: 400, body: { error: gmailError(400, 'failedPrecondition', 'Precondition check failed.') } },
    });
    const { body } = await rae.send();
    await rig.startWorker();
    const waitMs = await toNextTry();
    assert.ok(waitMs > 0 && waitMs < 60_000);
    assert.equal((await mailbox(rae)).state, 'connected');
    const sent = await rig.inState(rae, body.id, 'sent');
    assert.deepEqual(
      sent.history.map(({ state, reason }: Answered) => [state, reason]),
      [
        ['queued', null],
        ['sending', null],
        ['queued', 'provider_unavailable'],
        ['sending', null],
        ['sent', null],
      ],
    );
    assert.deepEqual(await rows('select trouble, send_refusals from email_connections'), [{ trouble: null, send_refusals: 0 }]);
  });

  test('closes when that was said for minutes and its profile says the same; what waits stays', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await refuse('google', `${GMAIL_SEND}|${GMAIL_PROFILE}`, 400, gmailError(400, 'failedPrecondition'));
    const { body } = await rae.send();
    await rig.startWorker();
    await letPass(rae, 2);
    assert.equal((await mailbox(rae)).state, 'connected');
    await letPass(rae, 8);
    const { state, stateReason } = await mailbox(rae);
    assert.deepEqual([state, stateReason], ['reconnect_required', 'admin_blocked']);
    const email = await show(rae, body.id);
    assert.deepEqual([email.state, email.reason], ['queued', 'mailbox_reconnect_required']);
  });

  test('never closes while its profile can be read, and its owner is told that it is blocked', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await refuse('google', GMAIL_SEND, 400, gmailError(400, 'failedPrecondition'));
    const { body } = await rae.send();
    await rig.startWorker();
    await letPass(rae, 60);
    const { state, trouble } = await mailbox(rae);
    assert.deepEqual([state, trouble.kind], ['connected', 'blocked']);
    assert.ok((await sends('google', GMAIL_SEND)) < 15);
    await works('google');
    const sent = await rig.inState(rae, body.id, 'sent');
    assert.equal(sent.history.length, 5);
    assert.equal((await mailbox(rae)).trouble, null);
  });

  test('that may only send is closed by the documented word for it, and by no other', async () => {
    for (const [status, reason, closes] of [
      [400, 'failedPrecondition', false],
      [403, 'domainPolicy', true],
    ] as const) {
      rig.clock.set(new Date());
      await rig.reset();
      const rae = await rig.addRep(RAE, 'google', 'send');
      await refuse('google', GMAIL_SEND, status, gmailError(status, reason));
      await rae.send();
      await rig.startWorker();
      await letPass(rae, 30);
      assert.equal((await mailbox(rae)).state, closes ? 'reconnect_required' : 'connected', reason);
    }
  });

  test('whose new tokens are refused fails no email', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await refuse('google', GMAIL_SEND, 401, gmailError(401, 'authError'));
    const ids = [];
    for (let count = 0; count < 3; count += 1) ids.push((await rae.send()).body.id);
    await rig.startWorker();
    await letPass(rae, 20);
    assert.ok((await sends('google', GMAIL_SEND)) < 20);
    for (const id of ids) assert.equal((await show(rae, id)).state, 'queued');
    await works('google');
    for (const id of ids) assert.ok((await rig.inState(rae, id, 'sent')).history.length <= 5);
  });

  for (const [code, status, reason, trouble] of [
    ['ErrorMessageSubmissionBlocked', 403, 'mailbox_blocked', 'blocked'],
    ['ErrorQuotaExceeded', 507, 'mailbox_full', 'full'],
    ['ErrorMailboxMoveInProgress', 503, 'provider_unavailable', null],
  ] as const)
    test(`at Outlook (${code}) makes all its emails wait; none fails, the rep is told, and all leave when it works again`, async () => {
      const noor = await rig.addRep(NOOR, 'microsoft');
      await refuse('microsoft', GRAPH_SEND, status, { code, message: 'Not now.' });
      const ids: string[] = [];
      for (let count = 0; count < 5; count += 1) ids.push((await noor.send({ subject: String(count) })).body.id);
      await rig.startWorker();
      await toNextTry();
      await toNextTry();
      for (const id of ids) {
        const email = await show(noor, id);
        assert.deepEqual([email.state, email.reason], ['queued', reason]);
        assert.deepEqual(email.history.filter((line: Answered) => line.reason === reason).length, 1);
      }
      assert.deepEqual([(await mailbox(noor)).state, (await mailbox(noor)).trouble?.kind ?? null], ['connected', trouble]);
      await works('microsoft');
      rig.clock.advance(10 * 60_000);
      for (const id of ids) await rig.inState(noor, id, 'sent');
      assert.equal((await rig.received('dana@globex.example')).length, 5);
      assert.equal((await mailbox(noor)).trouble, null);
    });

  test('is not the matter when only one of its emails is refused each time: that one fails', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const error = gmailError(403, 'somethingNew');
    // Words of ten letters stand at each of the three places that base64 tells apart
    const words = Buffer.from('Poisoned!').toString('base64');
    await rig.fault('google', {
      match: { path: GMAIL_SEND, body: words },
      times: -1,
      action: { kind: 'status', status: 403, body: { error } },
    });
    const bad = (await rae.send({ bodyHtml: `<p>${'Poisoned! '.repeat(9)}</p>` })).body.id;
    await rig.startWorker();
    const becomes = (id: string, state: string): Promise<boolean> =>
      until(`it is ${state}`, async () => {
        rig.clock.advance(60_000);
        await rig.work.sweep();
        const [email] = await rows('select state from sales_emails where id = $1', [id]);
        return email.state === state;
      });
    for (let count = 0; count < 2; count += 1) {
      await becomes((await rae.send()).body.id, 'sent');
      rae.panel = await rig.service.openPanel(rig.org, rae.user);
    }
    await becomes(bad, 'failed');
    rae.panel = await rig.service.openPanel(rig.org, rae.user);
    assert.equal((await show(rae, bad)).reason, 'provider_refused');
  });

  for (const [vendor, name, error] of [
    ['google', 'Retry-After: 0', { status: 429, headers: { 'retry-after': '0' }, body: { error: gmailError(429, 'rateLimitExceeded') } }],
    [
      'microsoft',
      'Retry-After: 0',
      { status: 429, headers: { 'retry-after': '0' }, body: { error: { code: 'ApplicationThrottled', message: 'Too many requests' } } },
    ],
  ] as const)
    test(`and says "${name}" for ever (${vendor}) is asked ever more seldom, with one line in the history of the email`, async () => {
      const rep = await rig.addRep(vendor === 'google' ? RAE : NOOR, vendor);
      const path = vendor === 'google' ? GMAIL_SEND : GRAPH_SEND;
      await rig.fault(vendor, { match: { path }, times: -1, action: { kind: 'status', ...error } });
      const { body } = await rep.send();
      await rig.startWorker();
      const waits: number[] = [];
      for (let count = 0; count < 9; count += 1) waits.push(await toNextTry());
      for (const [index, seconds] of [1, 2, 4, 8, 16, 32, 64, 64].entries())
        assert.ok(waits[index]! > (seconds - 1) * 1_000 && waits[index]! < (seconds * 1.1 + 0.1) * 1_000, waits.join());
      assert.ok((await sends(vendor, vendor === 'google' ? path : '/v1.0/me/messages')) <= 25);
      const { state, reason, history } = await until('it waits again', async () => {
        const email = await show(rep, body.id);
        return email.state === 'queued' && email;
      });
      assert.deepEqual([state, reason, history.length], ['queued', 'mailbox_rate_limited', 3]);
      await works(vendor);
      rig.clock.advance(64_000);
      assert.equal((await rig.inState(rep, body.id, 'sent')).history.length, 5);
    });
});

describe('An email that the vendor refuses', () => {
  let rig: SellingRig;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    rig.clock.set(new Date());
    await rig.reset();
  });
  after(() => rig.close());

  const gmailRefuses = (message: string): Promise<unknown> =>
    rig.fault('google', {
      match: { path: GMAIL_SEND },
      times: 1,
      action: { kind: 'status', status: 400, body: { error: { code: 400, message, errors: [{ reason: 'invalidArgument' }] } } },
    });

  for (const [message, draft, refused] of [
    ['Invalid To header', {}, ['dana@globex.example']],
    ['Invalid Cc header', { cc: ['omar@globex.example'] }, ['omar@globex.example']],
    ['Invalid Bcc header', { cc: ['omar@globex.example'], bcc: ['lin@globex.example'] }, ['lin@globex.example']],
  ] as const)
    test(`for an address ("${message}") fails and names the address; the next email leaves`, async () => {
      const rae = await rig.addRep(RAE, 'google');
      await gmailRefuses(message);
      const { body } = await rae.send(draft);
      await rig.startWorker();
      const failed = await rig.inState(rae, body.id, 'failed');
      assert.deepEqual([failed.reason, failed.refusedRecipients], ['recipient_refused', refused]);
      await rig.inState(rae, (await rae.send()).body.id, 'sent');
    });

  test('because Outlook cannot resolve a recipient names the recipient', async () => {
    const noor = await rig.addRep(NOOR, 'microsoft');
    const message = "At least one recipient isn't valid., Recipient 'omar@globex.example' isn't resolved.";
    await rig.fault('microsoft', {
      match: { path: GRAPH_SEND },
      times: 1,
      action: { kind: 'status', status: 400, body: { error: { code: 'ErrorInvalidRecipients', message } } },
    });
    const { body } = await noor.send({ cc: ['omar@globex.example'] });
    await rig.startWorker();
    const failed = await rig.inState(noor, body.id, 'failed');
    assert.deepEqual([failed.reason, failed.refusedRecipients], ['recipient_refused', ['omar@globex.example']]);
  });

  test('because of its sender fails alone: other emails of the mailbox leave', async () => {
    const noor = await rig.addRep(NOOR, 'microsoft');
    await rig.fault('microsoft', {
      match: { path: GRAPH_SEND },
      times: 1,
      action: { kind: 'status', status: 403, body: { error: { code: 'ErrorSendAsDenied', message: 'no' } } },
    });
    const first = (await noor.send()).body.id;
    await rig.startWorker();
    assert.equal((await rig.inState(noor, first, 'failed')).reason, 'sender_refused');
    await rig.inState(noor, (await noor.send()).body.id, 'sent');
  });
});

describe('The first email of a mailbox that was quiet', () => {
  let rig: SellingRig;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    rig.clock.set(new Date());
    await rig.reset();
  });
  after(() => rig.close());

  for (const [person, vendor] of [
    [RAE, 'google'],
    [NOOR, 'microsoft'],
  ] as const)
    test(`is answered, and the next minute's look notices it, without any push (${vendor})`, async () => {
      const rep = await rig.addRep(person, vendor);
      const due = async (): Promise<number> =>
        (await rig.database.ownerPool.query('select * from mailboxes_to_check($1)', [rig.clock.now()])).rowCount ?? 0;
      const look = async (): Promise<void> => {
        const { rows } = await rig.database.ownerPool.query('select id, org_id from email_connections');
        const payload = { orgId: rows[0].org_id, connectionId: rows[0].id, because: 'poll' };
        await rig.work.jobs['check-mailbox']?.(payload, { signal: new AbortController().signal, attempt: 1 });
      };
      await rig.work.sweep();
      await look();
      rig.clock.advance(61_000);
      assert.equal(await due(), 0);
      const { body } = await rep.send();
      await rig.startWorker({ 'drain-mailbox': rig.work.jobs['drain-mailbox']! });
      await rig.inState(rep, body.id, 'sent');
      await rig.prospectDoes('dana@globex.example', 'reply', { text: 'Yes' });
      rig.clock.advance(61_000);
      assert.equal(await due(), 1);
      await look();
      const { body: email } = await rep.panel.request('GET', `/v1/sales-emails/${body.id}`);
      assert.ok(email.responses?.repliedAt);
      rig.clock.advance(61_000);
      assert.equal(await due(), 1);
    });
});
