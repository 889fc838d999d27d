import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ACME, DANA, NOOR, RAE, startSellingRig, type Answered, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';
import { inOrg } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { recordResponse, type NewResponse } from '../responses/index.ts';

const HOUR_MS = 3_600_000;
const REFUSED_ADDRESS = {
  match: { method: 'POST', path: '/gmail/v1/users/me/messages/send' },
  times: 1,
  action: {
    kind: 'status',
    status: 400,
    body: { error: { code: 400, message: 'Invalid To header', errors: [{ reason: 'invalidArgument' }] } },
  },
};
const BOUNCE = { kind: 'hard', reason: 'unknown_address', code: '5.1.1', address: null, isPerson: true, isReportRead: true } as const;

describe('The live feed of a rep', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rig.clock.set(new Date());
    rae = await rig.addRep(RAE, 'google');
    await rig.startWorker();
  });
  after(() => rig.close());

  const rows = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await rig.database.ownerPool.query<Row>(text, values)).rows;
  const connectionId = async (): Promise<string> => (await rows<{ id: string }>('select id from email_connections'))[0]?.id ?? '';
  const send = async (subject: string, state = 'sent'): Promise<string> => {
    const { body } = await rae.send({ subject });
    await rig.inState(rae, body.id, state);
    return body.id as string;
  };
  const answer = async (salesEmailId: string, more: Partial<NewResponse> = {}): Promise<void> => {
    const id = await connectionId();
    const now = rig.clock.now();
    await inOrg(rig.database.pool, ACME, (tx) =>
      recordResponse(rig.connections.facts, tx, ACME, {
        salesEmailId,
        connectionId: id,
        providerMessageId: randomUUID(),
        threadId: 'thread',
        messageId: null,
        kind: 'reply',
        fromAddress: 'dana@globex.example',
        fromRecipient: true,
        receivedAt: now,
        noticedAt: now,
        noticedBy: 'poll',
        returnsOn: null,
        bounce: null,
        ...more,
      }),
    );
  };
  const loseMailbox = async (): Promise<void> =>
    rig.connections.emailConnections.reportMailboxProblem(
      ACME,
      await connectionId(),
      new ProviderError('reconnect_required', 'Google no longer accepts this connection.', { provider: 'google', reason: 'revoked' }),
    );
  const feed = async (path = '', headers?: Record<string, string>): Promise<Answered> => {
    const { status, body } = await rae.panel.request('GET', `/v1/live-feed${path}`, undefined, headers);
    assert.equal(status, 200);
    return body;
  };
  const kinds = ({ items }: Answered): string[] => items.map(({ kind }: Answered) => kind as string);
  const seen = async (until: string, rep = rae): Promise<number> => {
    const { status, body } = await rep.panel.request('POST', '/v1/live-feed/seen', { until });
    assert.equal(status, 200);
    return body.unseen as number;
  };

  test('tells of a reply, a bounce, an email that could not be sent and a lost mailbox, the newest first', async () => {
    const answered = await send('Pricing for 40 seats');
    const bounced = await send('Intro');
    await rig.fault('google', REFUSED_ADDRESS);
    const failed = await send('A question', 'failed');
    await answer(answered);
    await answer(bounced, { kind: 'bounce', bounce: BOUNCE });
    await loseMailbox();
    const { items, unseen, mailbox } = await feed();
    assert.deepEqual(
      items.map(({ kind, subject, salesEmailId }: Answered) => [kind, subject, salesEmailId]),
      [
        ['mailbox_reconnect_required', null, null],
        ['email_bounced', 'Intro', bounced],
        ['email_replied', 'Pricing for 40 seats', answered],
        ['email_failed', 'A question', failed],
      ],
    );
    assert.deepEqual(items[2].person, { id: DANA, name: 'Dana Whitfield' });
    assert.deepEqual(items[2].record, { id: DANA, objectName: 'Lead' });
    assert.deepEqual([unseen, mailbox.state, mailbox.stateReason], [4, 'reconnect_required', 'revoked']);
  });

  test('says nothing of what the rep did, and nothing of a mailbox that was lost already', async () => {
    await send('Pricing for 40 seats');
    await loseMailbox();
    await loseMailbox();
    assert.deepEqual(kinds(await feed()), ['mailbox_reconnect_required']);
  });

  test('says what is settled: connected again, and sent again', async () => {
    await rig.fault('google', REFUSED_ADDRESS);
    const failed = await send('A question', 'failed');
    await loseMailbox();
    const settled = async (): Promise<boolean[]> => (await feed()).items.map(({ isSettled }: Answered) => isSettled as boolean);
    assert.deepEqual(await settled(), [false, false]);
    await rows(`update email_connections set state = 'disconnected'`);
    assert.deepEqual(await settled(), [false, false], 'a mailbox that the rep has given up is not connected again');
    await rows(`update email_connections set state = 'reconnect_required'`);
    await rig.reconnectGoogle(rae);
    assert.deepEqual(await settled(), [true, false]);
    await rae.panel.request('POST', `/v1/sales-emails/${failed}/retry`);
    await rig.inState(rae, failed, 'sent');
    assert.deepEqual(await settled(), [true, true]);
  });

  test('says that an admin has stopped everything', async () => {
    assert.equal((await feed()).isStopped, false);
    await rows(`update orgs set stopped_at = now() where org_id = $1`, [ACME]);
    assert.equal((await feed()).isStopped, true);
    await rows('update orgs set stopped_at = null');
  });

  test('counts what is new for the rep, on every machine alike, until the rep has seen it', async () => {
    const first = await send('Pricing for 40 seats');
    await answer(first);
    const { newestAt, unseen } = await feed();
    assert.equal(unseen, 1);
    assert.equal(await seen(newestAt), 0);
    const elsewhere = await rig.service.openPanel(rig.org, RAE);
    const { body } = await elsewhere.request('GET', '/v1/live-feed');
    assert.deepEqual([body.unseen, body.items[0].isNew], [0, false]);
    await answer(first);
    const later = await feed();
    assert.deepEqual([later.unseen, later.items.map(({ isNew }: Answered) => isNew as boolean)], [1, [true, false]]);
  });

  test('what was seen stays seen: an older tab does not move the mark back, and none moves it past now', async () => {
    const first = await send('Pricing for 40 seats');
    await answer(first);
    const older = (await feed()).newestAt as string;
    await answer(first);
    assert.equal(await seen((await feed()).newestAt as string), 0);
    assert.equal(await seen(older), 0);
    assert.equal(await seen('2099-01-01T00:00:00.000Z'), 0);
    await answer(first);
    assert.equal((await feed()).unseen, 1);
  });

  test('a reply that was noticed late is new, although it arrived before the rep last looked', async () => {
    const first = await send('Pricing for 40 seats');
    await answer(first);
    await seen((await feed()).newestAt as string);
    await answer(first, { receivedAt: new Date(rig.clock.now().getTime() - 3 * HOUR_MS) });
    const { unseen, items } = await feed();
    assert.deepEqual([unseen, items[0].isNew], [1, true]);
  });

  test('what happened before the feed was kept is in it, and is not new', async () => {
    await answer(await send('Pricing for 40 seats'));
    await rows('update facts set recorded_at = null');
    const { unseen, items } = await feed();
    assert.deepEqual([unseen, items.length, items[0].isNew], [0, 1, false]);
  });

  test('is the rep’s own: a colleague sees nothing of it and marks nothing in it', async () => {
    await answer(await send('Pricing for 40 seats'));
    const noor = await rig.addRep(NOOR, 'microsoft');
    const { body } = await noor.panel.request('GET', '/v1/live-feed');
    assert.deepEqual([body.items, body.unseen], [[], 0]);
    await seen((await feed()).newestAt as string, noor);
    assert.equal((await feed()).unseen, 1);
  });

  test('says that there is no mailbox, and opens only to who has activated the user', async () => {
    const noor = await rig.addRep(NOOR);
    assert.equal((await noor.panel.request('GET', '/v1/live-feed')).body.mailbox, null);
    const stranger = await rig.service.openPanel(rig.org, { salesforceUserId: '005000000000099AAA', email: 'new@acme.example' });
    for (const [method, path, body] of [
      ['GET', '/v1/live-feed', undefined],
      ['POST', '/v1/live-feed/seen', { until: '2026-01-01T00:00:00.000Z' }],
    ] as const) {
      const refused = await stranger.request(method, path, body);
      assert.deepEqual([refused.status, refused.body.code], [403, 'not_invited']);
    }
  });

  test('costs nothing to send again while nothing has changed', async () => {
    await answer(await send('Pricing for 40 seats'));
    const { headers } = await rae.panel.request('GET', '/v1/live-feed');
    const again = await rae.panel.request('GET', '/v1/live-feed', undefined, { 'if-none-match': String(headers['etag']) });
    assert.equal(again.status, 304);
  });

  test('comes in pages of 50, each thing once, and the counter stops at 100', async () => {
    await rows(
      `insert into facts (org_id, kind, key, user_id, happened_at, details)
       select $1, 'email_bounced', 'email_bounced:' || n, $2, now(), jsonb_build_object('responseId', gen_random_uuid())
         from generate_series(1, 130) n`,
      [ACME, rae.user.id],
    );
    const ids = new Set<string>();
    const sizes: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Answered = await feed(cursor && `?cursor=${cursor}`);
      assert.equal(page.unseen, 100);
      sizes.push(page.items.length);
      for (const { id } of page.items) ids.add(id as string);
      cursor = page.cursor;
    }
    assert.deepEqual([sizes, ids.size], [[50, 50, 30], 130]);
    assert.equal((await rae.panel.request('GET', '/v1/live-feed?cursor=made-up')).status, 400);
  });
});
