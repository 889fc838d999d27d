import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createTestApp, type TestApp, type TestPanel } from '../../../test-support/app.ts';
import type { TestOrg } from '../../../test-support/org.ts';
import { until } from '../../../test-support/until.ts';
import { mintTicket, spendTickets } from '../../platform/one-time-tickets.ts';
import { inOrg } from '../../platform/postgres.ts';
import { recogniseRep } from './recognise-rep.ts';

const ACME = '00D000000000001EAA';
const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example' };
const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' };
const IDENTITY = {
  organizationId: ACME,
  userId: RAE.salesforceUserId,
  username: RAE.email,
  email: RAE.email,
  emailVerified: true,
  displayName: 'Rae Ortiz',
  timeZone: null,
  language: null,
  locale: null,
  myDomainUrl: null,
};

describe('Sign-ins of a former user who is invited again', () => {
  let service: TestApp;
  let acme: TestOrg;
  let admin: TestPanel;
  let former: { id: string };
  let invited: { id: string };
  before(async () => {
    service = await createTestApp();
    acme = await service.addOrg({ orgId: ACME });
  });
  after(() => service.close());
  beforeEach(async () => {
    await sql('delete from users; delete from letters; delete from letter_slots');
    await acme.addUser({ ...AVERY, role: 'admin' });
    admin = await service.openPanel(acme, AVERY);
    former = await acme.addUser(RAE);
    await admin.request('POST', `/v1/users/${former.id}/deactivation`);
    const { body } = await admin.request('POST', '/v1/users/invitations', { emails: [RAE.email] });
    invited = body.results[0].user;
    const expiresAt = new Date(service.clock.now().getTime() + 3_600_000);
    await inOrg(service.database.pool, ACME, (tx) => mintTicket(tx, ACME, { userId: invited.id, purpose: 'invitation', expiresAt }));
  });

  const sql = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await service.database.ownerPool.query<Row>(text, values)).rows;
  const somebodyWaits = () =>
    until('a transaction waits for another', async () => {
      const waiting = await sql(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
      return waiting.length > 0;
    });
  /** Commits when `mayCommit` says so; `done` is called when everything but the commit is done. */
  const signIn = (mayCommit: Promise<unknown> = Promise.resolve(), done: () => void = () => undefined) =>
    inOrg(service.database.pool, ACME, async (tx) => {
      const signedIn = await recogniseRep(tx, IDENTITY, null, service.clock.now());
      done();
      await mayCommit;
      return signedIn;
    });
  const signal = () => {
    let give = (): void => undefined;
    const given = new Promise<void>((resolve) => (give = resolve));
    return { give, given };
  };

  test('of two at once both get the user back', async () => {
    const [begun, mayCommit] = [signal(), signal()];
    const first = signIn(mayCommit.given, begun.give);
    await begun.given;
    const second = signIn();
    await somebodyWaits();
    mayCommit.give();
    const signedIn = await Promise.all([first, second]);
    assert.deepEqual(
      signedIn.map(({ userId }) => userId),
      [former.id, former.id],
    );
    assert.deepEqual(await sql('select id, state from users where email = $1', [RAE.email]), [{ id: former.id, state: 'activated' }]);
  });

  test('one that meets the end of the invitation waits for it and is told so', async () => {
    const [begun, mayGoOn] = [signal(), signal()];
    const ending = inOrg(service.database.pool, ACME, async (tx) => {
      await tx.query('select 1 from orgs where org_id = $1 for no key update', [ACME]);
      await tx.query(`update users set state = 'deactivated' where org_id = $1 and id = $2`, [ACME, invited.id]);
      begun.give();
      await mayGoOn.given;
      await spendTickets(tx, ACME, invited.id, service.clock.now());
    });
    await begun.given;
    const signingIn = assert.rejects(signIn(), { code: 'user_deactivated' });
    await somebodyWaits();
    mayGoOn.give();
    await Promise.all([ending, signingIn]);
  });
});
