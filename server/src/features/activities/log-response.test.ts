import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { until } from '../../../test-support/until.ts';
// The rig of the feature whose facts are logged here
// eslint-disable-next-line no-restricted-imports
import { ACME, DANA, RAE, startSellingRig, type Answered, type Rep, type SellingRig } from '../sales-emails/test-rig.ts';
import { taskOfReply } from './task-fields.ts';

describe('What came back to an email, in Salesforce', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  /** Dana does something with the email that a rep has sent her. */
  const sendAndLetDana = async (action: 'reply' | 'out-of-office' | 'bounce', form: object): Promise<string> => {
    const { body: email } = await rae.send();
    await rig.startWorker();
    await rig.inState(rae, email.id, 'sent');
    await taskWith('Email: Pricing for 40 seats');
    await rig.prospectDoes('dana@globex.example', action, form);
    await rig.database.ownerPool.query(`update mailbox_watches set next_check_at = $1`, [rig.clock.now()]);
    return email.id;
  };
  const taskWith = (subject: string, check: (task: Record<string, Answered>) => boolean = () => true): Promise<Record<string, Answered>> =>
    until(
      `there is a Task "${subject}"`,
      async () => {
        await rig.work.sweep();
        return (await rig.tasks()).find((task) => task['Subject'] === subject && check(task));
      },
      { everyMs: 50, deadlineMs: 15_000 },
    );

  test('A reply is a Task of its own that says who replied and when, and not what (SF-13)', async () => {
    await sendAndLetDana('reply', { text: 'Yes, and the secret is 42.' });
    const task = await taskWith('Reply: Pricing for 40 seats');
    assert.deepEqual([task['OwnerId'], task['WhoId'], task['Status']], [RAE.salesforceUserId, DANA, 'Completed']);
    assert.match(String(task['Description']), /^dana@globex\.example replied on \d{4}-\d\d-\d\d at \d\d:\d\d/);
    assert.doesNotMatch(JSON.stringify(await rig.tasks()), /secret/);
    await taskWith('Email: Pricing for 40 seats', ({ MSE_Replied__c }) => MSE_Replied__c === true);
    assert.equal((await rig.tasks()).filter(({ Subject }) => String(Subject).startsWith('Reply: ')).length, 1);
  });

  test('Type Reply is set only where the picklist has it (SF-12)', async () => {
    await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/settings`, {
      taskTypes: ['Call', 'Email', 'Reply'],
      taskTypeRestricted: true,
    });
    await sendAndLetDana('reply', { text: 'Yes.' });
    assert.equal((await taskWith('Reply: Pricing for 40 seats'))['Type'], 'Reply');
  });

  test('In an org without that value the reply is logged all the same', async () => {
    await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/settings`, { taskTypes: ['Call', 'Email'], taskTypeRestricted: true });
    await sendAndLetDana('reply', { text: 'Yes.' });
    assert.equal((await taskWith('Reply: Pricing for 40 seats'))['Type'] ?? null, null);
  });

  test('A bounce is told on the Task of the email and makes no second one', async () => {
    const id = await sendAndLetDana('bounce', { kind: 'unknown_address' });
    await rig.inState(rae, id, 'bounced');
    await taskWith('Email: Pricing for 40 seats', ({ MSE_Email_Status__c }) => MSE_Email_Status__c === 'bounced');
    assert.equal((await rig.tasks()).filter(({ Subject }) => String(Subject).includes('Pricing')).length, 1);
  });

  test('Where the org has no field for it, a bounce stays with us and says so', async () => {
    await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/settings`, { taskCustomFields: false });
    const id = await sendAndLetDana('bounce', { kind: 'unknown_address' });
    await rig.inState(rae, id, 'bounced');
    const { rows } = await until('the fact is settled', async () => {
      await rig.work.sweep();
      const found = await rig.database.ownerPool.query<{ state: string; reason: string }>(
        `select salesforce_state as state, salesforce_reason as reason from activities
          where type = 'sales_email_bounced' and salesforce_state <> 'pending'`,
      );
      return found.rowCount ? found : null;
    });
    assert.deepEqual([rows[0]?.state, Boolean(rows[0]?.reason)], ['skipped', true]);
  });

  test('An absence note is no activity', async () => {
    const id = await sendAndLetDana('out-of-office', { text: 'I am away.' });
    await until('the note is noticed', async () => {
      await rig.work.sweep();
      const { body } = await rae.panel.request('GET', `/v1/sales-emails/${id}`);
      return body.responses?.autoRepliedAt;
    });
    const { rows } = await rig.database.ownerPool.query('select type from activities');
    assert.deepEqual(rows, [{ type: 'send_sales_email' }]);
  });
});

describe('The Task of a reply', () => {
  test('has a subject of at most 255 characters, and the hour that the rep had', () => {
    const email = {
      subject: 'x'.repeat(300),
      text: '',
      personId: DANA,
      recordId: DANA,
      recordObject: 'Lead',
      isReplied: true,
      isBounced: false,
    };
    const task = taskOfReply(email, { fromAddress: null, receivedAt: new Date('2026-03-05T23:30:00Z') }, 'Asia/Tokyo');
    assert.equal(task.subject.length, 255);
    assert.match(task.text, /^Somebody replied on 2026-03-06 at 08:30/);
  });
});
