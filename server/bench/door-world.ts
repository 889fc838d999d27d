import { openApiDocument } from '../src/openapi-document.ts';
import type { TestDatabase } from '../test-support/database.ts';
import { createTestCertificate, createTestOrg } from '../test-support/org.ts';
import type { DoorWorld } from './door-inputs.ts';
import { createRandom } from './random.ts';
import { createSampler, type ApiDocument } from './sample-body.ts';

const ORG = '00D000000000001EAA';
const RECORD = '00Q000000000001EAA';
/** An email can be scheduled for up to a year ahead. */
const TOMORROW = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10);

/**
 * What no schema says of the texts of a body. The rep's drafts have to be right, or nothing odd in them comes further than their schema.
 */
const TEXTS = {
  recordId: RECORD,
  personId: RECORD,
  personIds: RECORD,
  cc: 'omar@globex.example',
  bcc: 'lee@globex.example',
  to: 'rae@acme.example',
  address: 'sales@acme.example',
  until: '2026-01-01T00:00:00.000Z',
  locale: 'en-GB',
  timeZone: 'Europe/Berlin',
  zone: 'Europe/Berlin',
  time: '09:00',
  date: TOMORROW,
  dueOn: TOMORROW,
  emails: 'nina@acme.example',
  host: '127.0.0.1',
  password: 'x',
  clientSecret: 'x',
  bodyHtml: '<p>Hello <b>Dana</b></p>',
};

/**
 * An org with a rep and an admin, each with a mailbox and a person whom they have looked at. The ids are those of what they wrote and of a
 * colleague: whoever deactivates this user and ends this mailbox leaves the rep's and the admin's own doors open to the end of the run.
 */
export async function arrangeDoors(database: TestDatabase, url: string, routes: string[]): Promise<DoorWorld> {
  const org = await createTestOrg(database, { orgId: ORG, audience: url });
  const insert = async (sql: string, values: unknown[]) => (await database.ownerPool.query<{ id: string }>(sql, values)).rows[0]?.id ?? '';
  const addPerson = async (salesforceUserId: string, name: string, role: 'rep' | 'admin') => {
    const person = { salesforceUserId, email: `${name}@acme.example`, role };
    const { id } = await org.addUser(person);
    const mailbox = await insert(
      `insert into email_connections (org_id, user_id, provider, account_key, address, connected_at)
       values ($1, $2, 'google', $3, $3, now()) returning id`,
      [ORG, id, person.email],
    );
    const identity = await insert(
      `insert into identities (org_id, user_id, address, name, channel, created_at) values ($1, $2, $3, 'Hello', 'team_smtp', now())
       returning id`,
      [ORG, id, `${name}@brand.example`],
    );
    await database.ownerPool.query(
      `insert into people (org_id, user_id, record_id, object_name, name, email, read_at)
       values ($1, $2, $3, 'Lead', 'Dana Whitfield', 'dana@globex.example', now())`,
      [ORG, id, RECORD],
    );
    const email =
      'insert into sales_emails (org_id, user_id, record_id, record_object, person_id, subject, body_html, state, created_at, updated_at)';
    const emails = await Promise.all(
      ['draft', 'uncertain'].map((state) =>
        insert(`${email} values ($1, $2, $3, 'Lead', $3, 'Hello', 'Hello', $4, now(), now()) returning id`, [ORG, id, RECORD, state]),
      ),
    );
    const bulkEmail = await insert(
      `with bulk as (
         insert into bulk_emails (org_id, user_id, created_at, updated_at) values ($1, $2, now(), now()) returning org_id, id)
       insert into bulk_email_recipients (org_id, bulk_email_id, person_id, place) select org_id, id, $3, 1 from bulk
       returning bulk_email_id as id`,
      [ORG, id, RECORD],
    );
    return { person, id, mailbox, written: [identity, ...emails, bulkEmail] };
  };
  const signIn = async (person: { salesforceUserId: string; email: string }): Promise<string> => {
    const headers = { authorization: `PanelToken ${await org.panelToken(person)}` };
    const answer = await fetch(new URL('/v1/sessions', url), { method: 'POST', headers });
    return `Bearer ${((await answer.json()) as { token: string }).token}`;
  };
  const rep = await addPerson('005000000000002AAA', 'rep', 'rep');
  const admin = await addPerson('005000000000003AAA', 'admin', 'admin');
  const colleague = await addPerson('005000000000004AAA', 'colleague', 'rep');
  const forged = await org.panelToken(rep.person, { certificate: await createTestCertificate() });
  const tried = routes.filter((route) => !/^(HEAD|OPTIONS) /.test(route));
  const bodyOf = createSampler((await openApiDocument()) as ApiDocument, TEXTS);
  return {
    routes: tried,
    routesWithBody: tried.filter((route) => bodyOf(route, createRandom(0))),
    tokens: { anonymous: null, forged: `PanelToken ${forged}`, rep: await signIn(rep.person), admin: await signIn(admin.person) },
    bodyOf,
    ids: {
      id: [...admin.written, ...rep.written, colleague.id, colleague.mailbox, '1', RECORD],
      provider: ['google', 'microsoft'],
      personId: [RECORD],
    },
  };
}
