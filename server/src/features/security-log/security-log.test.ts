import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createTestApp, type TestApp, type TestPanel } from '../../../test-support/app.ts';
import { inOrg } from '../../platform/postgres.ts';
import { NOBODY, recordSecurityEvent, type SecurityEvent } from '../../platform/security-events.ts';
import type { SecurityEventList } from './schemas.ts';

const ACME = '00D000000000001EAA';
const INITECH = '00D000000000002EAA';
const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', role: 'admin' } as const;
const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' };
const EVENTS = '/v1/security-events';

describe('The log of security events in Settings', () => {
  let service: TestApp;
  let admin: TestPanel;
  let rep: TestPanel;

  before(async () => {
    service = await createTestApp();
    const acme = await service.addOrg({ orgId: ACME });
    await service.addOrg({ orgId: INITECH, name: 'Initech', lightningOrigin: 'https://initech.lightning.force.com' });
    await acme.addUser(AVERY);
    await acme.addUser(RAE);
    admin = await service.openPanel(acme, AVERY);
    rep = await service.openPanel(acme, RAE);
    await add({ kind: 'certificate_uploaded', by: person('avery@acme.example'), about: 'AB:CD', at: at(1) });
    await add({
      kind: 'certificate_uploaded',
      outcome: 'refused',
      by: person('noor@acme.example'),
      details: { code: 'not_proven' },
      at: at(2),
    });
    await add({ kind: 'role_changed', by: person('=cmd|calc'), about: 'rae_ortiz@acme.example', at: at(3) });
    await add({ kind: 'user_invited', by: person('victim@initech.example'), at: at(3) }, INITECH);
    for (let number = 0; number < 60; number += 1)
      await add({ kind: 'panel_token_refused', outcome: 'refused', at: at(4), about: String(number) });
  });
  after(() => service.close());

  const at = (day: number): Date => new Date(`2026-11-0${String(day)}T12:00:00Z`);
  const person = (name: string) => ({ ...NOBODY, name, ipAddress: '192.0.2.7' });
  const add = (event: Pick<SecurityEvent, 'kind' | 'at'> & Partial<SecurityEvent>, orgId = ACME) =>
    inOrg(service.database.pool, orgId, (tx) => recordSecurityEvent(tx, orgId, { outcome: 'done', by: NOBODY, ...event }));
  const list = async (filter: Record<string, string> = {}): Promise<SecurityEventList> => {
    const { status, body } = await admin.request('GET', `${EVENTS}?${new URLSearchParams(filter).toString()}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body as SecurityEventList;
  };
  const kinds = async (filter: Record<string, string>) => (await list(filter)).events.map(({ kind, outcome }) => `${kind} ${outcome}`);

  test('Only admins read it', async () => {
    for (const path of [EVENTS, `${EVENTS}/csv`]) {
      assert.equal((await rep.request('GET', path)).body.code, 'admins_only');
      assert.equal((await service.app.inject({ method: 'GET', url: path })).statusCode, 401);
    }
  });

  test('It says who, what, to what, from where, when and with which outcome', async () => {
    const { events } = await list({ kind: 'certificate_uploaded' });
    assert.deepEqual(
      events.map(({ id: _id, ...event }) => event),
      [
        {
          happenedAt: '2026-11-02T12:00:00.000Z',
          kind: 'certificate_uploaded',
          outcome: 'refused',
          person: 'noor@acme.example',
          salesforceUserId: null,
          ipAddress: '192.0.2.7',
          about: null,
          reason: 'not_proven',
        },
        {
          happenedAt: '2026-11-01T12:00:00.000Z',
          kind: 'certificate_uploaded',
          outcome: 'done',
          person: 'avery@acme.example',
          salesforceUserId: null,
          ipAddress: '192.0.2.7',
          about: 'AB:CD',
          reason: null,
        },
      ],
    );
  });

  test('It is filtered by kind, outcome, time and person, and never shows another org', async () => {
    assert.deepEqual(await kinds({ outcome: 'done' }), ['role_changed done', 'certificate_uploaded done']);
    assert.deepEqual(await kinds({ from: at(2).toISOString(), to: at(3).toISOString() }), ['certificate_uploaded refused']);
    assert.deepEqual(await kinds({ person: 'AVERY@' }), ['certificate_uploaded done']);
    assert.deepEqual(await kinds({ person: 'e_ortiz' }), ['role_changed done']);
    assert.deepEqual(await kinds({ person: 'e%ortiz' }), [], 'signs of patterns are letters');
    assert.deepEqual(await kinds({ person: 'initech' }), []);
    assert.deepEqual(await kinds({ kind: 'user_invited' }), []);
  });

  test('It is read page by page: each event once, also those of one moment', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page: SecurityEventList = await list(cursor ? { cursor } : {});
      seen.push(...page.events.map(({ id }) => id));
      cursor = page.cursor;
      pages += 1;
    } while (cursor);
    assert.deepEqual([pages, seen.length, new Set(seen).size], [2, 63, 63]);
  });

  test('What is no filter of ours is refused', async () => {
    for (const query of [
      'kind=anything',
      'outcome=maybe',
      'from=yesterday',
      'cursor=nonsense',
      `cursor=${Buffer.from('["x","1;drop"]').toString('base64url')}`,
      `cursor=${Buffer.from('["2026-01-01T00:00:00Z","9999999999999999999"]').toString('base64url')}`,
    ])
      assert.equal((await admin.request('GET', `${EVENTS}?${query}`)).status, 400, query);
  });

  test('As CSV it holds what the filter finds, and nothing that a spreadsheet would run', async () => {
    const { status, headers, body } = await admin.request('GET', `${EVENTS}/csv?outcome=done`);
    assert.deepEqual([status, headers['content-type']], [200, 'text/csv; charset=utf-8']);
    assert.equal(
      body,
      [
        'Time (UTC),Event,Outcome,Person,Salesforce user,Network address,About,Details',
        "2026-11-03T12:00:00.000Z,role_changed,done,'=cmd|calc,,192.0.2.7,rae_ortiz@acme.example,",
        '2026-11-01T12:00:00.000Z,certificate_uploaded,done,avery@acme.example,,192.0.2.7,AB:CD,',
        '',
      ].join('\r\n'),
    );
    const all = (await admin.request('GET', `${EVENTS}/csv`)).body as string;
    assert.equal(all.trim().split('\r\n').length, 64, 'all of them, not one page');
    assert.match(all, /refused,noor@acme\.example,,192\.0\.2\.7,,"\{""code"":""not_proven""\}"/);
  });
});
