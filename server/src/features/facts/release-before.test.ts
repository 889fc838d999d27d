import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ACME, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';
import { until } from '../../../test-support/until.ts';
import { inOrg } from '../../platform/postgres.ts';

/** What the release before asks of the database, word for word. */
const RECORD = 'select record_activity($1, $2, $3, $4, $5, $6, $7)';
const SAVE_WRITE = `insert into salesforce_writes as w (org_id, activity_id, target, state, task_id, code, reason, attempts, next_try_at)
       values ($1, $2, $3, $4, $5, $6, $7, 1, $8)
       on conflict (org_id, activity_id, target) do update
          set state = excluded.state, task_id = excluded.task_id, code = excluded.code, reason = excluded.reason, attempts = w.attempts + 1,
              next_try_at = excluded.next_try_at
        where w.state = 'pending'`;
const LIST = `select case when a.id is not null then
  json_build_object('state', coalesce(w.state, a.salesforce_state), 'taskId', w.task_id,
                    'code', w.code, 'reason', w.reason) end as salesforce
  from sales_emails e left join activities a on a.org_id = e.org_id and a.sales_email_id = e.id and a.type = 'send_sales_email'
  left join salesforce_writes w on w.org_id = a.org_id and w.activity_id = a.id and w.target = 'own_task'
  where e.org_id = $1 and e.id = $2`;

describe('While the release before serves beside this one', () => {
  let rig: SellingRig;
  let rae: Rep;
  let emailId: string;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
    emailId = (await rae.send()).body.id;
  });
  after(() => rig.close());

  const asApplication = (sql: string, values: unknown[]) => inOrg(rig.database.pool, ACME, (tx) => tx.query(sql, values));
  const recordSent = async () => {
    await rig.database.ownerPool.query(`update sales_emails set state = 'sent', sent_at = now(), sent_text = 'Hi' where id = $1`, [
      emailId,
    ]);
    await asApplication(RECORD, [ACME, 'send_sales_email', rae.user.id, emailId, null, null, rig.clock.now()]);
  };
  const detail = async () => (await rae.panel.request('GET', `/v1/sales-emails/${emailId}`)).body;
  const isLogged = () =>
    until('the email is in Salesforce', async () => {
      const { salesforce } = await detail();
      return salesforce?.state === 'logged' ? salesforce : null;
    });

  test('an email that it sends is in Salesforce once, by this release', async () => {
    await recordSent();
    await rig.startWorker();
    await isLogged();
    const tasks = (await rig.tasks()).filter(({ Subject }) => Subject === 'Email: Pricing for 40 seats');
    assert.equal(tasks.length, 1);
    assert.equal((await rig.database.ownerPool.query('select from activities')).rowCount, 0);
  });

  test('what it has recorded twice is one fact', async () => {
    await recordSent();
    await recordSent();
    assert.equal((await rig.database.ownerPool.query("select from facts where kind like 'email%'")).rowCount, 1);
  });

  test('a bounce that it notices is told on the Task of the email', async () => {
    await recordSent();
    await rig.startWorker();
    await isLogged();
    const { rows } = await rig.database.ownerPool.query<{ id: string }>(
      `insert into responses (org_id, sales_email_id, connection_id, provider_message_id, kind, received_at, noticed_at, noticed_by)
       select org_id, id, email_connection_id, 'm', 'bounce', now(), now(), 'poll' from sales_emails where id = $1 returning id`,
      [emailId],
    );
    await asApplication(RECORD, [ACME, 'sales_email_bounced', rae.user.id, emailId, rows[0]?.id, null, rig.clock.now()]);
    await until('the Task says so', async () => (await rig.tasks()).some(({ MSE_Email_Status__c }) => MSE_Email_Status__c === 'bounced'));
  });

  test('a Task that it was writing when this release came counts, and is not written again', async () => {
    await recordSent();
    const { rows } = await rig.database.ownerPool.query<{ id: string }>("select id from facts where kind like 'email%'");
    // As the migration leaves what was pending
    await rig.database.ownerPool.query(
      `insert into salesforce_writes (org_id, user_id, fact_id, activity_id, target, mode, key, happened_at, state, next_try_at)
       values ($1, $2, $3, $3, 'own_task', 'create', 'evt_1', now(), 'pending', now())`,
      [ACME, rae.user.id, rows[0]?.id],
    );
    await asApplication(SAVE_WRITE, [ACME, rows[0]?.id, 'own_task', 'logged', '00T000000000777AAA', null, null, rig.clock.now()]);
    await rig.startWorker();
    await rig.work.sweep();
    assert.deepEqual(await detail().then(({ salesforce }) => [salesforce.state, salesforce.taskId]), ['logged', '00T000000000777AAA']);
    assert.equal((await rig.tasks()).filter(({ Subject }) => String(Subject).startsWith('Email: ')).length, 0);
  });

  test('its list goes on being answered', async () => {
    await recordSent();
    const { rows } = await asApplication(LIST, [ACME, emailId]);
    assert.deepEqual(rows, [{ salesforce: null }]);
  });
});
