import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createDatabaseOfVersion, createTestDatabase, type TestDatabase } from '../../test-support/database.ts';
import { functionsIn } from '../../test-support/functions.ts';
import { migrate } from './migrate.ts';

const ACME = '00D000000000001EAA';
const LEAD = '00Q000000000001EAA';
const OTHER_LEAD = '00Q000000000002EAA';
const RAE_IN_SALESFORCE = '005000000000002AAA';
function id(last: number): string {
  return `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
}
const [AVERY, RAE, GONE, INVITED, MAILBOX] = [id(1), id(2), id(3), id(4), id(5)];

/** Rows as the product wrote them when 0013 was the newest migration. */
const ROWS_OF_0013 = `
  insert into orgs (org_id, name, my_domain_url, registration_step, created_at)
      values ('${ACME}', 'Acme', 'https://acme.my.salesforce.com', 'done', '2026-01-01Z');
  insert into org_certificates (org_id, certificate_pem, fingerprint_sha256, not_before, not_after, active, created_at) values
    ('${ACME}', 'pem', 'trusted', '2026-01-01Z', '2027-01-01Z', true, '2026-01-02Z'),
      ('${ACME}', 'pem', 'revoked', '2026-01-01Z', '2027-01-01Z', false, '2026-01-01Z');
  insert into users (org_id, id, email, salesforce_user_id, role, state, invited_at, activated_at, deactivated_at) values
    ('${ACME}', '${AVERY}', 'avery@acme.example', '005000000000001AAA', 'admin', 'activated', '2026-01-02Z', '2026-01-02Z', null),
    ('${ACME}', '${RAE}', 'rae@acme.example', '${RAE_IN_SALESFORCE}', 'rep', 'activated', '2026-01-03Z', '2026-01-03Z', null),
    ('${ACME}', '${GONE}', 'gone@acme.example', '005000000000003AAA', 'rep', 'deactivated', '2026-01-03Z', '2026-01-03Z', '2026-02-01Z'),
    ('${ACME}', '${INVITED}', 'new@acme.example', null, 'rep', 'invited', '2026-01-04Z', null, null);
  insert into onboarding_sessions (org_id, token_hash, user_id, expires_at) values ('${ACME}', '\\x01', '${AVERY}', '2027-01-01Z');
  insert into salesforce_connections (org_id, user_id, instance_url, identity_url, connected_at) values
    ('${ACME}', '${RAE}', 'https://acme.my.salesforce.com', 'https://login.salesforce.com/id/${ACME}/${RAE_IN_SALESFORCE}',
      '2026-01-03Z');
  insert into email_connections (org_id, id, user_id, provider, account_key, address, connected_at) values
    ('${ACME}', '${MAILBOX}', '${RAE}', 'google', '1', 'rae@acme.example', '2026-01-03Z');
  insert into identities (org_id, user_id, address, name, channel, email_connection_id, verified_at, created_at) values
    ('${ACME}', '${RAE}', 'sales@acme.example', 'Rae', 'mailbox', '${MAILBOX}', '2026-01-05Z', '2026-01-05Z');
  insert into people (org_id, user_id, record_id, object_name, name, email, opted_out, read_at) values
    ('${ACME}', '${AVERY}', '${LEAD}', 'Lead', 'Dana', ' Dana@Globex.example', true, '2026-01-06Z'),
    ('${ACME}', '${RAE}', '${LEAD}', 'Lead', 'Dana', ' Dana@Globex.example', false, '2026-01-07Z'),
    ('${ACME}', '${RAE}', '${OTHER_LEAD}', 'Lead', 'Omar', null, false, '2026-01-07Z');
  insert into sales_emails (org_id, id, user_id, email_connection_id, record_id, record_object, subject, body_html, state, created_at,
      updated_at, sent_at) values
    ('${ACME}', '${id(11)}', '${RAE}', '${MAILBOX}', '${LEAD}', 'Lead', 'Pricing', '<script>x()</script>', 'sent', '2026-01-08Z',
      '2026-01-08Z', '2026-01-08T10:00Z'),
    ('${ACME}', '${id(12)}', '${RAE}', '${MAILBOX}', '${LEAD}', 'Lead', '', '<script>x()</script>', 'queued', '2026-01-09Z',
      '2026-01-09Z', null),
    ('${ACME}', '${id(13)}', '${RAE}', null, '${LEAD}', 'Lead', '', '<script>x()</script>', 'draft', '2026-01-09Z', '2026-01-09Z', null);
  insert into responses (org_id, id, sales_email_id, connection_id, provider_message_id, kind, from_address, from_recipient, received_at,
      noticed_at, noticed_by) values
    ('${ACME}', '${id(32)}', '${id(11)}', '${MAILBOX}', 'm1', 'bounce', null, false, '2026-01-08T11:00Z', '2026-01-08T11:00Z', 'poll'),
    ('${ACME}', '${id(33)}', '${id(11)}', '${MAILBOX}', 'm2', 'reply', 'dana@globex.example', true,
      '2026-01-08T12:00Z', '2026-01-08T12:00Z',
      'poll');
  insert into mailbox_watches (org_id, connection_id, watched_since, next_check_at, next_reconcile_at) values
    ('${ACME}', '${MAILBOX}', '2026-01-03Z', '2026-01-10Z', '2026-01-10Z');
  insert into activities (org_id, id, type, user_id, sales_email_id, response_id, happened_at, salesforce_key, salesforce_state,
      salesforce_task_id, attempts, next_try_at) values
    ('${ACME}', '${id(21)}', 'send_sales_email', '${RAE}', '${id(11)}', null, '2026-01-08Z', 'evt_1', 'logged', '00T000000000001AAA', 1,
      '2026-01-08Z'),
    ('${ACME}', '${id(22)}', 'sales_email_bounced', '${RAE}', '${id(11)}', '${id(32)}',
      '2026-01-08Z', 'evt_2', 'failed', null, 3, '2026-01-08Z'),
    ('${ACME}', '${id(23)}', 'reply_to_sales_email', '${RAE}', '${id(11)}', '${id(33)}',
      '2026-01-08Z', 'evt_3', 'pending', null, 0, '2026-01-08Z')`;

/** Functions as releases left them that had no file for each: the queue's by msi_jobs, and the application could run all. */
const AS_BEFORE_FILES = `
  grant execute on all functions in schema public to msi_app;
  create schema jobs authorization msi_jobs;
  create function jobs.enqueue_quietly(identifier text, payload json, run_at timestamptz, job_key text) returns void language sql as '';
  create function jobs.is_waiting(job_key text, run_by timestamptz) returns boolean language sql as 'select true';
  alter function jobs.enqueue_quietly owner to msi_jobs;
  alter function jobs.is_waiting owner to msi_jobs`;

describe('A database with rows of before', () => {
  const open: TestDatabase[] = [];
  after(() => Promise.all(open.map((database) => database.drop())));

  /** A database of a version, with rows, brought to the newest schema. */
  const migrated = async (version: string, rows: string) => {
    const database = await createDatabaseOfVersion(version);
    open.push(database);
    await database.ownerPool.query(rows);
    await migrate(database.urls);
    return async <Row extends object>(text: string): Promise<Row[]> => (await database.ownerPool.query<Row>(text)).rows;
  };

  describe('of 0013', () => {
    let sql: Awaited<ReturnType<typeof migrated>>;
    before(async () => void (sql = await migrated('0013', ROWS_OF_0013)));

    test('keeps every row, and trusts what it trusted: no upload pushes out a certificate that was in use', async () => {
      assert.deepEqual(await sql('select fingerprint_sha256 as of, last_used_at as at from org_certificates order by 1'), [
        { of: 'revoked', at: null },
        { of: 'trusted', at: new Date('2026-01-02Z') },
      ]);
      assert.deepEqual(await sql('select address, verified_at is not null as verified from identities'), [
        { address: 'sales@acme.example', verified: true },
      ]);
      assert.deepEqual(await sql('select administrator_at as at, session_version as version from onboarding_sessions'), [
        { at: null, version: 1 },
      ]);
    });

    test('knows who said no, takes nothing else for an answer, and looks at everybody again', async () => {
      assert.deepEqual(await sql('select record_id as id, address, opted_out as no, seen_at as seen from email_wishes order by 1'), [
        { id: LEAD, address: 'dana@globex.example', no: true, seen: null },
        { id: OTHER_LEAD, address: null, no: null, seen: null },
      ]);
      assert.deepEqual(await sql(`select opted_out as no, count(*)::int from people where read_at = 'epoch' group by 1 order by 1`), [
        { no: true, count: 1 },
        { no: null, count: 2 },
      ]);
    });

    test('keeps the addresses of those who are in, and gives those of others free', async () => {
      assert.deepEqual(await sql('select email, proven_address as proven, address_held as held from users order by id'), [
        { email: 'avery@acme.example', proven: 'avery@acme.example', held: 'avery@acme.example' },
        { email: 'rae@acme.example', proven: 'rae@acme.example', held: 'rae@acme.example' },
        { email: 'gone@acme.example', proven: null, held: null },
        { email: 'new@acme.example', proven: null, held: 'new@acme.example' },
      ]);
    });

    test('takes no words for clean that were kept as they were typed', async () => {
      assert.deepEqual(await sql('select distinct body_is_clean as "isClean" from sales_emails'), [{ isClean: false }]);
    });

    test('has a fact for all that happened', async () => {
      const sent = { source: id(11), person: null, details: { connectionId: MAILBOX } };
      assert.deepEqual(await sql('select id, kind, key, source_id as source, person_id as person, details from facts order by id'), [
        { id: id(21), kind: 'email_sent', key: `email_sent:${id(11)}`, ...sent },
        { id: id(22), kind: 'email_bounced', key: `email_bounced:${id(32)}`, ...sent, details: { responseId: id(32) } },
        {
          id: id(23),
          kind: 'email_replied',
          key: `email_replied:${id(33)}`,
          ...sent,
          details: { responseId: id(33), fromAddress: 'dana@globex.example', receivedAt: '2026-01-08T12:00:00+00:00' },
        },
      ]);
    });

    test('has a write for each result of Salesforce, and one for each that waits, with what it is to say', async () => {
      const writes = await sql(
        `select w.fact_id as of, w.mode, w.state, w.salesforce_id as task, w.attempts, w.key, p.fact_id as parent, w.fields
           from salesforce_writes w left join salesforce_writes p on p.id = w.parent_id order by w.fact_id, w.mode`,
      );
      assert.deepEqual(writes, [
        { of: id(21), mode: 'create', state: 'logged', task: '00T000000000001AAA', attempts: 1, key: 'evt_1', parent: null, fields: {} },
        {
          of: id(22),
          mode: 'update',
          state: 'failed',
          task: null,
          attempts: 3,
          key: null,
          parent: id(21),
          fields: { MSE_Email_Status__c: 'bounced' },
        },
        {
          of: id(23),
          mode: 'create',
          state: 'pending',
          task: null,
          attempts: 0,
          key: 'evt_3',
          parent: null,
          fields: {
            Subject: 'Reply: Pricing',
            Type: 'Reply',
            TaskSubtype: 'Email',
            Description: 'dana@globex.example replied on 2026-01-08 at 12:00.',
          },
        },
        {
          of: id(23),
          mode: 'update',
          state: 'pending',
          task: null,
          attempts: 0,
          key: null,
          parent: id(21),
          fields: { MSE_Replied__c: true },
        },
      ]);
    });

    test('knows when a mailbox last sent', async () => {
      assert.deepEqual(await sql('select last_sent_at as at from mailbox_watches'), [{ at: new Date('2026-01-08T10:00Z') }]);
      assert.deepEqual(await sql('select send_refusals as refusals, trouble from email_connections'), [{ refusals: 0, trouble: null }]);
    });

    test('can be migrated again, which changes nothing', async () => {
      const { urls } = open[0] ?? assert.fail();
      assert.deepEqual(await migrate(urls), { applied: [] });
    });
  });

  test('of 0021 gives a row that an invitation took over back to its Salesforce user, and the invitation one of its own', async () => {
    const strikeOut = `update users set state = 'invited', salesforce_user_id = null, activated_at = null, deactivated_at = null,
        proven_address = null, role = 'admin', invited_by = '${AVERY}', invited_at = '2026-03-01Z' where id = '${RAE}';
      insert into onboarding_tickets (org_id, token_hash, user_id, purpose, expires_at)
        values ('${ACME}', '\\x02', '${RAE}', 'invitation', '2027-01-01Z')`;
    const sql = await migrated('0021', `${ROWS_OF_0013}; ${strikeOut}`);
    const [former, invited, ...others] = await sql<{ id: string }>(
      `select id, state, role, salesforce_user_id as "salesforceUserId", address_held as held from users
        where email = 'rae@acme.example' order by state`,
    );
    assert.deepEqual(others, []);
    assert.deepEqual(former, { id: RAE, state: 'deactivated', role: 'rep', salesforceUserId: RAE_IN_SALESFORCE, held: null });
    assert.deepEqual(invited, { id: invited?.id, state: 'invited', role: 'admin', salesforceUserId: null, held: 'rae@acme.example' });
    assert.deepEqual(await sql(`select user_id as id from onboarding_tickets where purpose = 'invitation'`), [{ id: invited?.id }]);
    assert.deepEqual(await sql('select distinct user_id as id from sales_emails'), [{ id: RAE }]);
  });

  test('of 0021 gives nobody a second row, and lets nobody else into what was struck out', async () => {
    const second = id(6);
    const strikeOut = `update users set state = 'invited', salesforce_user_id = null, activated_at = null, proven_address = null
      where id = '${RAE}';
      insert into users (org_id, id, email, salesforce_user_id, role, state, invited_at, activated_at)
        values ('${ACME}', '${second}', 'rae.ortiz@acme.example', null, 'rep', 'invited', '2026-03-01Z', null);
      insert into salesforce_connections (org_id, user_id, instance_url, identity_url, connected_at) values
        ('${ACME}', '${second}', 'https://acme.my.salesforce.com',
          'https://login.salesforce.com/id/${ACME}/${RAE_IN_SALESFORCE}', '2026-02-03Z')`;
    const sql = await migrated('0021', `${ROWS_OF_0013}; ${strikeOut}`);
    assert.deepEqual(
      await sql(
        `select id, state, salesforce_user_id as owner, activated_at is not null as "wasIn" from users
          where id in ('${RAE}', '${second}') order by id`,
      ),
      [
        { id: RAE, state: 'deactivated', owner: null, wasIn: true },
        { id: second, state: 'deactivated', owner: RAE_IN_SALESFORCE, wasIn: true },
      ],
    );
    const open = await sql(`select email from users where state = 'invited' and email like 'rae%' order by email`);
    assert.deepEqual(open, [{ email: 'rae.ortiz@acme.example' }, { email: 'rae@acme.example' }]);
  });

  test('of 0013 names whom each email went to, and nobody for a draft', async () => {
    const recipients = `update sales_emails set to_address = ' Dana@Globex.example', cc = '["Omar@globex.example"]',
        bcc = '["OMAR@globex.example", "blind@else.example"]' where id = '${id(11)}';
      update sales_emails set to_address = 'dana@globex.example' where id = '${id(13)}'`;
    const sql = await migrated('0013', `${ROWS_OF_0013}; ${recipients}`);
    assert.deepEqual(
      await sql('select sales_email_id as id, address, field, created_at as at from email_recipients order by address'),
      [
        ['blind@else.example', 'bcc'],
        ['dana@globex.example', 'to'],
        ['omar@globex.example', 'cc'],
      ].map(([address, field]) => ({ id: id(11), address, field, at: new Date('2026-01-08Z') })),
    );
  });

  for (const version of ['0013', '0024'])
    test(`of ${version} gets the functions of a new database, and who may run them`, async () => {
      open.push(await createTestDatabase());
      const expected = await functionsIn(open.at(-1)?.ownerPool ?? assert.fail());
      await migrated(version, `${ROWS_OF_0013}; ${AS_BEFORE_FILES}`);
      assert.deepEqual(await functionsIn(open.at(-1)?.ownerPool ?? assert.fail()), expected);
    });
});
