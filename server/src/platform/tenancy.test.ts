import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { startSalesforce, type SalesforceSimulator } from '../../simulators/salesforce/index.ts';
import { createTestApp, type TestApp, type TestPanel } from '../../test-support/app.ts';
import { keepSalesforce } from '../../test-support/keep-salesforce.ts';
import type { TestUser } from '../../test-support/org.ts';
import { openApiDocument } from '../openapi-document.ts';
import { inOrg } from './postgres.ts';

const ACME = '00D000000000001EAA';
const RECORD = '00Q000000000001EAA';

const TEMPLATE_WORDS = {
  name: 'Of the intruder',
  subject: '',
  bodyHtml: '',
  notes: '',
  isNonCommercial: false,
  criteria: { join: 'all', list: [] },
  version: 1,
};
const SMTP_SERVER = { host: '127.0.0.1', port: 9, security: 'starttls' };

/** Views are Salesforce's, which knows its own. */
const UNKNOWN_VIEW = '00B000000000999EAA';
const BULK_WORDS = { subject: 'Of the intruder', bodyHtml: '<p>Hello</p>' };

/** Bodies for routes that need one; ids in them are those of the other org. */
const BODIES: Record<string, (ids: Ids) => object> = {
  'put /v1/mailbox-policy': () => ({ google: 'bodies', microsoft: 'send' }),
  'put /v1/oauth-clients/{provider}': () => ({ clientId: 'of-the-intruder', clientSecret: 'secret' }),
  'post /v1/kill-switch': () => ({ orgName: 'Acme' }),
  'post /v1/users/invitations': () => ({ emails: ['victim@acme.example'] }),
  'post /v1/users/invitations/check': () => ({ emails: ['victim@acme.example'] }),
  'post /v1/users/invitations/csv': () => ({ csv: 'victim@acme.example' }),
  'put /v1/welcome-letter': () => ({ subject: 'Hello', bodyHtml: '<p>Hello</p>' }),
  'post /v1/welcome-letter/preview': () => ({ subject: 'Hello', bodyHtml: '<p>Hello</p>' }),
  'post /v1/teams': () => ({ name: 'Of the intruder' }),
  'patch /v1/teams/{id}': () => ({ name: 'Of the intruder' }),
  'post /v1/templates': ({ categoryId }) => ({ name: 'Of the intruder', categoryId }),
  'put /v1/templates/{id}': ({ categoryId }) => ({ ...TEMPLATE_WORDS, categoryId }),
  'put /v1/templates/{id}/sharing': ({ teamId, categoryId }) => ({ everyone: true, teamIds: [teamId], categoryId }),
  'post /v1/templates/{id}/restore': ({ categoryId }) => ({ categoryId }),
  'post /v1/templates/{id}/use': () => ({ recordId: RECORD }),
  'post /v1/template-categories': () => ({ name: 'Of the intruder' }),
  'put /v1/template-categories/{id}': () => ({ name: 'Of the intruder' }),
  'put /v1/template-categories/{id}/grants': ({ teamId }) => ({ everyone: true, teamIds: [teamId] }),
  'put /v1/template-sharing': () => ({ restrictsSharing: true }),
  'put /v1/pinned-template-categories': ({ categoryId }) => ({ categoryIds: [categoryId] }),
  'put /v1/users/{id}/role': () => ({ role: 'admin' }),
  'patch /v1/me': () => ({ panelTourDone: true }),
  'post /v1/pictures': () => ({ content: Buffer.from('A secret of the intruder').toString('base64') }),
  'post /v1/files/upload-links': () => ({ name: 'offer.pdf', size: 1_000 }),
  'post /v1/content': ({ contentId }) => ({ fileId: contentId }),
  'patch /v1/content/{id}': () => ({ name: 'Of the intruder', isShared: true }),
  'put /v1/profile': () => ({ language: 'de', locale: 'de-DE', timeZone: 'Europe/Berlin' }),
  'post /v1/live-feed/seen': () => ({ until: '2026-01-01T00:00:00.000Z' }),
  'put /v1/drafts': () => ({ recordId: RECORD, personId: RECORD, subject: 'Hello', bodyHtml: '<p>Hello</p>' }),
  'post /v1/dynamic-fields/check': () => ({ recordId: RECORD, personIds: [RECORD], subject: '{{title}}', bodyHtml: '{{my_signature}}' }),
  'post /v1/sales-emails': () => ({ recordId: RECORD, personId: RECORD, subject: 'Hello', bodyHtml: '<p>Hello</p>' }),
  'post /v1/tasks': () => ({ recordId: RECORD, subject: 'Call back' }),
  'put /v1/opt-out-policy': () => ({ whenUnknown: 'allow' }),
  'put /v1/email-visibility': () => ({ colleaguesSee: 'nothing' }),
  'put /v1/email-font': () => ({ family: 'verdana', sizePx: 18 }),
  'put /v1/sending-limits': () => ({
    batchSize: 1,
    batchWaitSeconds: 3600,
    mailboxPerMinute: 1,
    mailboxPerDay: 1,
    userPerDay: 1,
    orgPerDay: 1,
    domainPerDay: 1,
  }),
  'post /v1/identities': () => ({ address: 'victim@acme.example', name: 'Intruder' }),
  'patch /v1/identities/{id}': () => ({ name: 'Intruder', signatureHtml: 'Intruder', isDefault: true }),
  'put /v1/team-smtp': () => SMTP_SERVER,
  'post /v1/team-smtp/test': () => ({ server: SMTP_SERVER, to: 'intruder@initech.example' }),
  'post /v1/bulk-emails': () => ({ recordId: RECORD, personIds: [RECORD] }),
  'put /v1/bulk-emails/{id}/words': () => BULK_WORDS,
  'post /v1/bulk-emails/{id}/people': () => ({ personIds: [RECORD] }),
  'put /v1/bulk-emails/{id}/people/{personId}/words': () => BULK_WORDS,
  'put /v1/bulk-emails/{id}/people/{personId}/despite-bounce': () => ({ value: true }),
  'post /v1/bulk-emails/{id}/send': () => ({ version: 1 }),
  'post /v1/schedules/check': tomorrowMorning,
  'put /v1/sales-emails/{id}/schedule': tomorrowMorning,
  'post /v1/sales-emails/{id}/settlement': () => ({ decision: 'mark_as_sent' }),
};

function tomorrowMorning(): object {
  return { date: new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10), time: '09:00', zone: 'Asia/Tokyo' };
}

interface Ids {
  bulkEmailId: string;
  userId: string;
  teamId: string;
  categoryId: string;
  templateId: string;
  salesEmailId: string;
  draftId: string;
  connectionId: string;
  identityId: string;
  fileId: string;
  contentId: string;
}

/**
 * Answers that prove that the intruder came as far as the data of a route. A refusal at the first step would prove nothing about it. The
 * intruder asks with the same record ids that stand in the victim's rows.
 */
const REACHED: Record<string, number> = {
  'get /v1/panel': 200,
  'get /v1/people': 200,
  'get /v1/list-views': 200,
  'get /v1/compose': 200,
  'put /v1/drafts': 200,
  'get /v1/sales-emails': 200,
  'get /v1/dynamic-fields': 200,
  'post /v1/dynamic-fields/check': 200,
  'post /v1/sales-emails': 202,
  'post /v1/schedules/check': 200,
  'post /v1/bulk-emails': 201,
  'get /v1/bulk-emails': 200,
  'get /v1/tasks/new': 200,
  'post /v1/tasks': 202,
  'get /v1/live-feed': 200,
  'post /v1/live-feed/seen': 200,
  'get /v1/users': 200,
  'get /v1/users/csv': 200,
  'post /v1/users/invitations/check': 200,
  'get /v1/teams': 200,
  'post /v1/teams': 201,
  'get /v1/templates': 200,
  'post /v1/templates': 404,
  'get /v1/template-picker': 200,
  'get /v1/template-categories': 200,
  'post /v1/template-categories': 201,
  'put /v1/template-sharing': 200,
  'post /v1/files/upload-links': 200,
  'get /v1/content': 200,
  'post /v1/content': 404,
  'put /v1/pinned-template-categories': 404,
  'get /v1/welcome-letter': 200,
  'get /v1/mailboxes': 200,
  'get /v1/team-smtp': 200,
  'get /v1/identities': 200,
  'get /v1/profile': 200,
  'put /v1/profile': 200,
  'post /v1/profile/api-access-check': 200,
  'get /v1/security-events': 200,
  'get /v1/opt-out-policy': 200,
  'get /v1/email-visibility': 200,
  'get /v1/email-font': 200,
};

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

describe('One customer and another', () => {
  let salesforce: SalesforceSimulator;
  let service: TestApp;
  let intruder: TestPanel;
  let victim: TestUser;
  let ids: Ids;
  let untouched: string;

  before(async () => {
    salesforce = await startSalesforce();
    service = await createTestApp({ urls: { salesforce: salesforce.url } });
    const acme = await service.addOrg({ orgId: ACME });
    victim = await acme.addUser({ salesforceUserId: '005000000000002AAA', email: 'victim@acme.example' });
    ids = await seedVictim(service, victim);
    intruder = await openIntruder(service, salesforce.url);
    untouched = await snapshot(service);
  });
  after(async () => {
    await service.close();
    await salesforce.close();
  });

  test('No route of the panel shows or changes what belongs to another org', async () => {
    const { paths } = (await openApiDocument()) as { paths: Record<string, Record<string, unknown>> };
    let tried = 0;
    for (const [path, operations] of Object.entries(paths)) {
      for (const method of Object.keys(operations)) {
        const url = fill(path, ids);
        const body = BODIES[`${method} ${path}`]?.(ids);
        const answer = await intruder.request(method.toUpperCase() as Method, url, body, {
          'idempotency-key': randomUUID(),
        });
        tried += 1;
        assert.ok(
          answer.status < 500 || answer.status === 502 || answer.status === 503,
          `${method} ${path} answered ${String(answer.status)}`,
        );
        const reached = REACHED[`${method} ${path}`];
        if (reached) assert.equal(answer.status, reached, `${method} ${path} stopped too early: ${JSON.stringify(answer.body)}`);
        if (path.includes('{id}'))
          assert.equal(answer.status, 404, `${method} ${path} answered ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
        assert.doesNotMatch(JSON.stringify(answer.body ?? ''), /A secret of Acme/, `${method} ${path} shows another org's data`);
      }
    }
    assert.ok(tried >= 50, `only ${String(tried)} routes were tried`);
    assert.equal(await snapshot(service), untouched);
  });

  test('Even a query that forgets its customer sees one org only', async () => {
    const { pool } = service.database;
    assert.equal((await pool.query('select 1 from users')).rowCount, 0);
    await assert.rejects(
      async () => pool.query(`insert into users (org_id, email, invited_at) values ($1, 'x@acme.example', now())`, [ACME]),
      /row-level security/,
    );
  });

  test('Every table of a customer is closed by row-level security', async () => {
    const { rows } = await service.database.ownerPool.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`,
    );
    assert.deepEqual(rows, []);
  });

  test('The org of the transaction is looked at once for a query and not with every row', async () => {
    const { rows: tables } = await service.database.ownerPool.query<{ name: string }>(
      `select tablename as name from pg_policies where policyname = 'own_org' order by tablename`,
    );
    assert.ok(tables.length > 20);
    await inOrg(service.database.pool, ACME, async (tx) => {
      for (const { name } of tables) {
        const { rows } = await tx.query<{ 'QUERY PLAN': string }>(`explain select from ${name} where org_id = '${ACME}'`);
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
        assert.match(plan, /One-Time Filter: .*app\.org_id/, name);
        assert.doesNotMatch(plan.replace(/One-Time Filter.*/, ''), /app\.org_id/, name);
      }
    });
  });
});

/**
 * An admin of another org who lacks nothing: a grant of Salesforce, a mailbox, and records with the very ids that the victim's rows name,
 * as the sandbox of an org has them.
 */
async function openIntruder(service: TestApp, salesforceUrl: string): Promise<TestPanel> {
  const copied = await fetch(`${salesforceUrl}/sim/orgs/copies`, { method: 'POST' });
  const { orgId } = (await copied.json()) as { orgId: string };
  const { users } = (await (await fetch(`${salesforceUrl}/sim/orgs/${orgId}/users`)).json()) as {
    users: { id: string; isAdmin: boolean }[];
  };
  const admin = users.find(({ isAdmin }) => isAdmin);
  assert.ok(admin);
  const sandbox = await service.addOrg({ orgId, name: 'Acme Sandbox', lightningOrigin: 'https://acme--test.sandbox.lightning.force.com' });
  const user = await sandbox.addUser({ salesforceUserId: admin.id, email: 'intruder@initech.example', role: 'admin' });
  await keepSalesforce(service, user);
  await service.database.ownerPool.query(
    `insert into email_connections (org_id, user_id, provider, account_key, address, connected_at)
     values ($1, $2, 'google', 'intruder', 'intruder@initech.example', now())`,
    [orgId, user.id],
  );
  return service.openPanel(sandbox, user);
}

/** Puts the id of the other org where a path asks for one. */
function fill(path: string, ids: Ids): string {
  const { userId, teamId, categoryId, templateId, salesEmailId, bulkEmailId, draftId, connectionId, identityId, fileId, contentId } = ids;
  const id = path.includes('/users/')
    ? userId
    : path.includes('/drafts/')
      ? draftId
      : path.includes('/email-connections/')
        ? connectionId
        : path.includes('/identities/')
          ? identityId
          : path.includes('/teams/')
            ? teamId
            : path.includes('/template-categories/')
              ? categoryId
              : path.includes('/templates/')
                ? templateId
                : path.includes('/bulk-emails/')
                  ? bulkEmailId
                  : path.includes('/list-views/')
                    ? UNKNOWN_VIEW
                    : path.includes('/files/')
                      ? fileId
                      : path.includes('/content/')
                        ? contentId
                        : salesEmailId;
  const parts = { id, userId, personId: RECORD, provider: 'google' };
  const filled = Object.entries(parts).reduce((whole, [name, value]) => whole.replace(`{${name}}`, value), path);
  if (path.includes('/list-views')) return `${filled}?object=Lead`;
  return /\/(?:panel|people|compose|sales-emails|template-picker)$/.test(path) ? `${filled}?recordId=${RECORD}` : filled;
}

async function seedVictim({ database: { ownerPool } }: TestApp, { id: userId }: TestUser): Promise<Ids> {
  const insert = async (sql: string, ...values: unknown[]) =>
    (await ownerPool.query<{ id: string }>(sql, [ACME, userId, ...values])).rows[0]?.id ?? '';
  const connectionId = await insert(
    `insert into email_connections (org_id, user_id, provider, account_key, address, connected_at)
     values ($1, $2, 'google', 'A secret of Acme', 'victim@acme.example', now()) returning id`,
  );
  const identityId = await insert(
    `insert into identities (org_id, user_id, address, name, channel, created_at)
     values ($1, $2, 'secret@acme.example', 'A secret of Acme', 'team_smtp', now()) returning id`,
  );
  await insert(
    `insert into team_smtp_servers (org_id, host, port, security, username, updated_at, updated_by)
     values ($1, 'smtp.acme.example', 587, 'starttls', 'A secret of Acme', now(), $2)`,
  );
  await insert(
    `insert into email_visibility_policies (org_id, colleagues_see, updated_at, updated_by) values ($1, 'subject_and_state', now(), $2)`,
  );
  await insert(`insert into email_fonts (org_id, family, size_px, updated_at, updated_by) values ($1, 'georgia', 11, now(), $2)`);
  await insert(`insert into opt_out_policies (org_id, when_unknown, updated_at, updated_by) values ($1, 'refuse', now(), $2)`);
  await ownerPool.query(
    `insert into email_wishes (org_id, record_id, address, opted_out) values ($1, '${RECORD}', 'dana@globex.example', true)`,
    [ACME],
  );
  const email = (state: string) =>
    insert(
      `insert into sales_emails (org_id, user_id, record_id, record_object, person_id, subject, body_html, state, created_at, updated_at)
       values ($1, $2, '${RECORD}', 'Lead', '${RECORD}', 'A secret of Acme', 'A secret of Acme', $3, now(), now()) returning id`,
      state,
    );
  const teamId = await insert(
    `with team as (
       insert into teams (org_id, name, name_key, created_by, created_at)
       values ($1, 'A secret of Acme', 'a secret of acme', $2, now()) returning org_id, id)
     insert into team_members (org_id, team_id, user_id, added_at) select org_id, id, $2, now() from team returning team_id as id`,
  );
  const categoryId = await insert(
    `insert into template_categories (org_id, name, name_key, created_by, created_at)
     values ($1, 'A secret of Acme', 'a secret of acme', $2, now()) returning id`,
  );
  const templateId = await insert(
    `insert into templates (org_id, owner_id, category_id, name, subject, body_html, notes, criteria, name_key, search_text, snippet,
       is_for_everyone, saved_by, created_at, updated_at)
     values ($1, $2, $3, 'A secret of Acme', '', '', '', '{"join":"all","list":[]}', '', '', '', true, $2, now(), now()) returning id`,
    categoryId,
  );
  const fileId = await insert(
    `insert into files (org_id, id, user_id, name, type, size, sha256, created_at, unused_since)
     values ($1, gen_random_uuid(), $2, 'A secret of Acme', 'text/plain', 1, '', now(), now()) returning id`,
  );
  const contentId = await insert(
    `with file as (
       insert into files (org_id, id, user_id, name, type, size, sha256, created_at)
       values ($1, gen_random_uuid(), $2, 'A secret of Acme', 'application/pdf', 1, '', now()) returning *),
     one as (
       insert into content (org_id, id, user_id, name, type, size, is_shared, state, page_count, created_at)
       select org_id, id, user_id, name, type, size, true, 'ready', 1, created_at from file returning org_id, id)
     insert into content_pages (org_id, content_id, number, object_id, width, height)
     select org_id, id, 1, gen_random_uuid(), 1, 1 from one returning content_id as id`,
  );
  const bulkEmailId = await insert(
    `with bulk as (
       insert into bulk_emails (org_id, user_id, subject, body_html, created_at, updated_at)
       values ($1, $2, 'A secret of Acme', 'A secret of Acme', now(), now()) returning org_id, id)
     insert into bulk_email_recipients (org_id, bulk_email_id, person_id, place, person_name, subject, body_html)
     select org_id, id, '${RECORD}', 1, 'A secret of Acme', 'A secret of Acme', '' from bulk returning bulk_email_id as id`,
  );
  return {
    userId,
    bulkEmailId,
    teamId,
    categoryId,
    templateId,
    connectionId,
    identityId,
    fileId,
    contentId,
    salesEmailId: await email('uncertain'),
    draftId: await email('draft'),
  };
}

/** Everything that the victim's org has. */
async function snapshot({ database: { ownerPool } }: TestApp): Promise<string> {
  const tables = [
    'users',
    'email_connections',
    'sales_emails',
    'sales_email_history',
    'onboarding_tickets',
    'identities',
    'team_smtp_servers',
    'email_wishes',
    'opt_out_policies',
    'email_visibility_policies',
    'email_fonts',
    'teams',
    'team_members',
    'template_categories',
    'template_category_grants',
    'template_sharing_policies',
    'templates',
    'template_shares',
    'template_favourites',
    'pinned_template_categories',
    'files',
    'stored_objects',
    'content',
    'content_pages',
    'content_links',
    'content_views',
    'bulk_emails',
    'bulk_email_recipients',
  ];
  const rows = await Promise.all(
    tables.map(async (table) => (await ownerPool.query(`select * from ${table} where org_id = $1 order by 1, 2`, [ACME])).rows),
  );
  return JSON.stringify(rows);
}
