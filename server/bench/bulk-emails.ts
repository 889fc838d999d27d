import type { TestApp, TestPanel } from '../test-support/app.ts';
import { keepSalesforce } from '../test-support/keep-salesforce.ts';
import type { TestOrg } from '../test-support/org.ts';

const PEOPLE = 200;
const TURNS = 5;
const WORDS = {
  subject: '{{first_name}}, 40 seats?',
  bodyHtml: '<p>Hi {{first_name}} of {{company}}</p><p>{{title}} {{my_name}}</p>',
};

export interface BulkFigure {
  what: string;
  ms: number;
  budgetMs: number;
}

/**
 * An email to 200 people with dynamic fields, from the choice of people to the preview of one, and its acceptance; medians of some turns.
 * Salesforce is the simulator in the same process, whose time counts.
 */
export async function measureBulkEmails(service: TestApp, org: TestOrg, salesforceUrl: string): Promise<BulkFigure[]> {
  const person = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example', name: 'Rae Ortiz' };
  const user = await org.addUser(person);
  await keepSalesforce(service, user);
  await service.database.ownerPool.query(
    `insert into email_connections (org_id, user_id, provider, account_key, address, connected_at)
     values ($1, $2, 'google', $3, $3, now())`,
    [org.orgId, user.id, person.email],
  );
  const ids = await Promise.all(Array.from({ length: PEOPLE }, (_, number) => addLead(salesforceUrl, org.orgId, number)));
  const panel = await service.openPanel(org, person);
  const [prepared, accepted]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < TURNS; turn++) {
    const begunAt = performance.now();
    const { id } = await ask(panel, 'POST', '', { personIds: ids });
    const { version } = await ask(panel, 'PUT', `/${String(id)}/words`, WORDS);
    const { willGet } = await ask(panel, 'GET', `/${String(id)}/check`);
    await ask(panel, 'GET', `/${String(id)}/people/${String(ids[turn])}/preview`);
    prepared.push(performance.now() - begunAt);
    const pressedAt = performance.now();
    const sent = await ask(panel, 'POST', `/${String(id)}/send`, { version });
    accepted.push(performance.now() - pressedAt);
    if (willGet !== PEOPLE || sent['accepted'] !== PEOPLE)
      throw new Error(`${String(sent['accepted'])} of ${String(PEOPLE)} were accepted`);
  }
  return [
    { what: '200 prepared and previewed', ms: median(prepared), budgetMs: 2_000 },
    { what: '200 accepted', ms: median(accepted), budgetMs: 1_000 },
  ];
}

async function addLead(salesforceUrl: string, orgId: string, number: number): Promise<string> {
  const lead = { FirstName: 'Robin', LastName: `Lead ${String(number)}`, Company: 'Globex', Title: 'Buyer' };
  const answer = await fetch(`${salesforceUrl}/sim/orgs/${orgId}/records/Lead`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...lead, Email: `lead${String(number)}@globex.example` }),
  });
  return ((await answer.json()) as { Id: string }).Id;
}

async function ask(panel: TestPanel, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Record<string, unknown>> {
  const answer = await panel.request(method, `/v1/bulk-emails${path}`, body);
  if (answer.status >= 300) throw new Error(`${method} ${path} answered ${String(answer.status)}`);
  return answer.body as Record<string, unknown>;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
