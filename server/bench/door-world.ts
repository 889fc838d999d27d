import { openApiDocument } from '../src/openapi.ts';
import type { TestDatabase } from '../test-support/database.ts';
import { createTestCertificate, createTestOrg } from '../test-support/org.ts';
import type { DoorWorld } from './door-inputs.ts';
import { createSampler, type ApiDocument } from './sample-body.ts';

const ORG = '00D000000000001EAA';
const RECORD = '00Q000000000001EAA';

/** An org with a rep and an admin, each with a mailbox and a person whom they have looked at. */
export async function arrangeDoors(database: TestDatabase, url: string, routes: string[]): Promise<DoorWorld> {
  const org = await createTestOrg(database, { orgId: ORG, audience: url });
  const insert = async (sql: string, values: unknown[]) => (await database.ownerPool.query<{ id: string }>(sql, values)).rows[0]?.id ?? '';
  const ids = [RECORD, 'google', 'b9f0c9f0-0000-4000-8000-000000000001', '1'];
  const signIn = async (salesforceUserId: string, role: 'rep' | 'admin'): Promise<string> => {
    const person = { salesforceUserId, email: `${role}@acme.example`, role };
    const { id } = await org.addUser(person);
    const email =
      'insert into sales_emails (org_id, user_id, record_id, record_object, person_id, subject, body_html, state, created_at, updated_at)';
    ids.push(
      id,
      await insert(
        `insert into email_connections (org_id, user_id, provider, account_key, address, connected_at) values ($1, $2, 'google', $3, $3, now()) returning id`,
        [ORG, id, person.email],
      ),
      await insert(`${email} values ($1, $2, $3, 'Lead', $3, 'Hello', 'Hello', 'draft', now(), now()) returning id`, [ORG, id, RECORD]),
      await insert(`${email} values ($1, $2, $3, 'Lead', $3, 'Hello', 'Hello', 'uncertain', now(), now()) returning id`, [ORG, id, RECORD]),
    );
    await database.ownerPool.query(
      `insert into people (org_id, user_id, record_id, object_name, name, email, read_at) values ($1, $2, $3, 'Lead', 'Dana Whitfield', 'dana@globex.example', now())`,
      [ORG, id, RECORD],
    );
    const headers = { authorization: `PanelToken ${await org.panelToken(person)}` };
    const answer = await fetch(new URL('/v1/sessions', url), { method: 'POST', headers });
    return `Bearer ${((await answer.json()) as { token: string }).token}`;
  };
  const rep = await signIn('005000000000002AAA', 'rep');
  const admin = await signIn('005000000000003AAA', 'admin');
  const forged = await org.panelToken(
    { salesforceUserId: '005000000000002AAA', email: 'rep@acme.example' },
    { certificate: await createTestCertificate() },
  );
  const texts = {
    recordId: RECORD,
    personId: RECORD,
    host: '127.0.0.1',
    password: 'x',
    clientSecret: 'x',
    bodyHtml: '<p>Hello <b>Dana</b></p>',
  };
  return {
    routes: routes.filter((route) => !/^(HEAD|OPTIONS) /.test(route)),
    tokens: { anonymous: null, forged: `PanelToken ${forged}`, rep, admin },
    bodyOf: createSampler((await openApiDocument()) as ApiDocument, texts),
    ids,
  };
}
