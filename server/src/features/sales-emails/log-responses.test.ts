import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { until } from '../../../test-support/until.ts';
import { ACME, DANA, NOOR, RAE, startSellingRig, type Answered, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

describe('What came back to an email, in Salesforce', () => {
  let rig: SellingRig;
  let rae: Rep;
  let seeded: Set<string>;
  before(async () => {
    rig = await startSellingRig();
    seeded = new Set((await rig.tasks()).map(({ Subject }) => String(Subject)));
  });
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
    return email.id;
  };
  /** Looks into the mailbox now, whatever a look that was under way has decided meanwhile. */
  const sweep = async (): Promise<void> => {
    await rig.database.ownerPool.query('update mailbox_watches set next_check_at = $1 where checker_lease_until is null', [
      rig.clock.now(),
    ]);
    await rig.work.sweep();
  };
  const isBounced = (id: string): Promise<boolean> =>
    until('the email is bounced', async () => {
      await sweep();
      return (await rae.panel.request('GET', `/v1/sales-emails/${id}`)).body.state === 'bounced';
    });
  const taskWith = (subject: string, check: (task: Record<string, Answered>) => boolean = () => true): Promise<Record<string, Answered>> =>
    until(
      `there is a Task "${subject}"`,
      async () => {
        await sweep();
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

  test('A reply is told in the language, the locale and the zone that the rep has chosen (ON-6)', async () => {
    await rig.database.ownerPool.query(
      `update users set time_zone = 'Europe/London', locale = 'en_GB', language = 'en_US', chosen_time_zone = 'Asia/Tokyo',
          chosen_locale = 'de-DE', chosen_language = 'fr' where id = $1`,
      [rae.user.id],
    );
    await sendAndLetDana('reply', { text: 'Yes.' });
    const { Description } = await taskWith('Reply: Pricing for 40 seats');
    assert.match(String(Description), /^dana@globex\.example a répondu le \d+\. \p{L}+ \d{4} um \d\d:\d\d GMT\+9\.$/u);
  });

  test('A timeline does not tell of a reply as of an email that the rep sent', async () => {
    await sendAndLetDana('reply', { text: 'Yes.' });
    const { TaskSubtype: ofReply } = await taskWith('Reply: Pricing for 40 seats');
    const { TaskSubtype: ofEmail } = await taskWith('Email: Pricing for 40 seats');
    assert.deepEqual([ofReply, ofEmail], ['Task', 'Email']);
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
    await isBounced(id);
    await taskWith('Email: Pricing for 40 seats', ({ MSE_Email_Status__c }) => MSE_Email_Status__c === 'bounced');
    assert.equal((await rig.tasks()).filter(({ Subject }) => String(Subject).includes('Pricing')).length, 1);
  });

  test('Where the org has no field for it, a bounce stays with us and says so', async () => {
    await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/settings`, { taskCustomFields: false });
    const id = await sendAndLetDana('bounce', { kind: 'unknown_address' });
    await isBounced(id);
    const { rows } = await until('the fact is settled', async () => {
      await sweep();
      const found = await rig.database.ownerPool.query<{ state: string; reason: string }>(
        `select w.state, w.reason from facts f join salesforce_writes w on w.fact_id = f.id
          where f.kind = 'email_bounced' and w.state <> 'pending'`,
      );
      return found.rowCount ? found : null;
    });
    assert.deepEqual([rows[0]?.state, Boolean(rows[0]?.reason)], ['skipped', true]);
  });

  /** The email's detail, as soon as it is what is waited for. */
  const shown = (id: string, what: string, check: (email: Answered) => boolean): Promise<Answered> =>
    until(
      what,
      async () => {
        await sweep();
        const { body } = await rae.panel.request('GET', `/v1/sales-emails/${id}`);
        return check(body) ? body : null;
      },
      { everyMs: 50, deadlineMs: 15_000 },
    );
  const settled = async (kind: string): Promise<void> => {
    await until(`${kind} is settled`, async () => {
      await sweep();
      const { rows } = await rig.database.ownerPool.query<{ isSettled: boolean | null }>(
        `select bool_and(w.state <> 'pending') as "isSettled" from facts f join salesforce_writes w on w.fact_id = f.id where f.kind = $1`,
        [kind],
      );
      return rows[0]?.isSettled;
    });
  };
  const ruleRefuses = (contains: string) =>
    rig.refuseRecords({
      object: 'Task',
      contains,
      times: -1,
      errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: 'Closed tasks are not changed.',
    });

  test('A reply whose mark on the email’s Task a rule refuses still has its own Task, and the detail says what was refused', async () => {
    await ruleRefuses('MSE_Replied__c');
    const id = await sendAndLetDana('reply', { text: 'Yes.' });
    const { unloggedWrites } = await shown(id, 'the refusal is shown', ({ unloggedWrites }) => unloggedWrites.length > 0);
    assert.deepEqual(unloggedWrites, [
      {
        fact: 'email_replied',
        mode: 'update',
        state: 'failed',
        code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        reason: 'Closed tasks are not changed.',
      },
    ]);
    const reply = await taskWith('Reply: Pricing for 40 seats');
    const { rows } = await rig.database.ownerPool.query(
      `select mode, state, salesforce_id as "taskId" from salesforce_writes w join facts f on f.id = w.fact_id
        where f.kind = 'email_replied' order by mode`,
    );
    assert.deepEqual(rows, [
      { mode: 'create', state: 'logged', taskId: reply['Id'] },
      { mode: 'update', state: 'failed', taskId: null },
    ]);
  });

  test('Trying again touches only the write that was refused', async () => {
    await ruleRefuses('MSE_Replied__c');
    const id = await sendAndLetDana('reply', { text: 'Yes.' });
    await shown(id, 'the refusal is shown', ({ unloggedWrites }) => unloggedWrites.length > 0);
    await rig.simulator('salesforce', 'DELETE', `/sim/orgs/${ACME}/record-faults`);
    const before = await rig.tasks();
    const { status, body } = await rae.panel.request('POST', `/v1/sales-emails/${id}/salesforce-retry`);
    assert.deepEqual([status, body], [202, { retried: 1 }]);
    await taskWith('Email: Pricing for 40 seats', ({ MSE_Replied__c }) => MSE_Replied__c === true);
    await shown(id, 'nothing is left to tell', ({ unloggedWrites }) => unloggedWrites.length === 0);
    const isReply = ({ Subject }: Record<string, unknown>) => String(Subject).startsWith('Reply: ');
    assert.deepEqual((await rig.tasks()).filter(isReply), before.filter(isReply));
    assert.deepEqual((await rae.panel.request('POST', `/v1/sales-emails/${id}/salesforce-retry`)).body, { retried: 0 });
  });

  test('Nobody tries the writes of a colleague’s email again', async () => {
    const id = await sendAndLetDana('reply', { text: 'Yes.' });
    const noor = await rig.addRep(NOOR);
    assert.equal((await noor.panel.request('POST', `/v1/sales-emails/${id}/salesforce-retry`)).status, 404);
  });

  for (const [action, form, type] of [
    ['reply', { text: 'Yes.' }, 'email_replied'],
    ['bounce', { kind: 'unknown_address' }, 'email_bounced'],
  ] as const)
    test(`A Task that was deleted in Salesforce stays deleted when a ${action} comes, and the detail says so`, async () => {
      const { body: email } = await rae.send();
      await rig.startWorker();
      await rig.inState(rae, email.id, 'sent');
      const task = await taskWith('Email: Pricing for 40 seats');
      await rig.simulator('salesforce', 'DELETE', `/sim/orgs/${ACME}/record/${String(task['Id'])}`);
      await rig.prospectDoes('dana@globex.example', action, form);
      await rig.database.ownerPool.query(`update mailbox_watches set next_check_at = $1`, [rig.clock.now()]);
      await settled(type);
      const { salesforce, unloggedWrites } = await shown(email.id, 'the detail knows', ({ salesforce }) => salesforce.state !== 'logged');
      assert.deepEqual(salesforce, {
        state: 'skipped',
        taskId: null,
        code: 'TASK_DELETED',
        reason: 'The task was deleted in Salesforce.',
      });
      assert.deepEqual(unloggedWrites, []);
      const left = (await rig.tasks()).filter(({ IsDeleted }) => IsDeleted !== true);
      assert.deepEqual(
        left
          .map(({ Subject }) => Subject)
          .filter((subject) => !['Email: Pricing for 40 seats'].includes(String(subject)) && !seeded.has(String(subject))),
        action === 'reply' ? ['Reply: Pricing for 40 seats'] : [],
      );
    });

  test('In an org without our external id the bounce is told on the email’s Task all the same', async () => {
    await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/settings`, { taskExternalId: false });
    await sendAndLetDana('bounce', { kind: 'unknown_address' });
    await taskWith('Email: Pricing for 40 seats', ({ MSE_Email_Status__c }) => MSE_Email_Status__c === 'bounced');
  });

  test('An absence note is no activity', async () => {
    const id = await sendAndLetDana('out-of-office', { text: 'I am away.' });
    await until('the note is noticed', async () => {
      await sweep();
      const { body } = await rae.panel.request('GET', `/v1/sales-emails/${id}`);
      return body.responses?.autoRepliedAt;
    });
    const { rows } = await rig.database.ownerPool.query("select kind from facts where kind like 'email%'");
    assert.deepEqual(rows, [{ kind: 'email_sent' }]);
  });
});
