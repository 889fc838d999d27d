import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '../local-world/postgres-server.ts';
import { startSalesforce } from '../simulators/salesforce/index.ts';
import { createTestApp, type TestApp, type TestPanel } from '../test-support/app.ts';
import { measureBulkEmails } from './bulk-emails.ts';
import { addTemplates } from './many-templates.ts';

/**
 * `npm run bench:compose`: how quickly an org with 2,000 templates and 20,000 emails from them lists, searches and offers them, each figure
 * beside its budget; exits 1 when one is missed. Times are medians, held against the smallest answer of the same service (`GET /v1/me`),
 * turn by turn, because one machine differs from another and from itself. And how quickly an email to 200 people is prepared and accepted.
 */
const TURNS = 15;
const BUDGET = { ms: 100, times: 40 };
const TEMPLATES = 2_000;
const EMAILS_EACH = 10;
const ORG = '00D000000000001EAA';
const RECORD = '00Q000000000001EAA';
const SMALLEST = '/v1/me';
const ASKED = [
  { what: 'List, by name', path: '/v1/templates' },
  { what: 'List, by sent', path: '/v1/templates?sort=sent' },
  { what: 'Search that finds many', path: '/v1/templates?search=pricing%20seats' },
  { what: 'Search that finds nothing', path: '/v1/templates?search=pricing%20nobodywrotethis' },
  { what: 'Not used for 90 days', path: '/v1/templates?view=unused' },
  { what: 'Picker of compose', path: `/v1/template-picker?recordId=${RECORD}` },
  { what: 'Search in compose', path: `/v1/template-picker?recordId=${RECORD}&search=seats%20PRICING` },
  { what: 'Categories', path: '/v1/template-categories' },
];

const scratch = mkdtempSync(path.join(tmpdir(), 'msi-bench-compose-'));
const postgres = await startPostgres({ directory: path.join(scratch, 'postgres'), durable: true });
process.env['TEST_DATABASE_URL'] = postgres.url;
const salesforce = await startSalesforce({});
let service: TestApp | undefined;
try {
  service = await createTestApp({
    urls: { salesforce: salesforce.url },
    env: { USER_REQUESTS_PER_MINUTE: '1000000', ADDRESS_REQUESTS_PER_MINUTE: '1000000' },
  });
  process.exitCode = await measure(service);
} finally {
  await service?.close();
  await salesforce.close();
  await postgres.stop();
  rmSync(scratch, { recursive: true, force: true });
}

async function measure(service: TestApp): Promise<number> {
  const org = await service.addOrg({ orgId: ORG });
  const reps = [];
  for (let i = 0; i < 20; i++)
    reps.push(await org.addUser({ salesforceUserId: `0050000000${String(10_000 + i)}AAA`, email: `rep${String(i)}@acme.example` }));
  const [rae] = reps;
  if (!rae) throw new Error('There is no rep');
  const userIds = reps.map(({ id }) => id);
  await addTemplates(service.database.ownerPool, { orgId: ORG, userIds, count: TEMPLATES, emailsEach: EMAILS_EACH });
  const panel = await service.openPanel(org, rae);
  let misses = 0;
  for (const { what, path: asked } of ASKED) {
    const { ms, times, found } = await compare(panel, asked);
    const isMet = ms < BUDGET.ms || times < BUDGET.times;
    misses += isMet ? 0 : 1;
    const results = found === undefined ? '' : ` (${String(found)} found)`;
    const figure = `${ms.toFixed(1)} ms, ${times.toFixed(1)} times the smallest answer${results}`;
    const budget = `budget < ${String(BUDGET.ms)} ms, or ${String(BUDGET.times)} times`;
    console.log(`${isMet ? 'ok    ' : 'MISSED'}  ${what}: ${figure}  (${budget})`);
  }
  for (const { what, ms, budgetMs } of await measureBulkEmails(service, org, salesforce.url)) {
    misses += ms < budgetMs ? 0 : 1;
    console.log(`${ms < budgetMs ? 'ok    ' : 'MISSED'}  ${what}: ${ms.toFixed(0)} ms  (budget < ${String(budgetMs)} ms)`);
  }
  return misses === 0 ? 0 : 1;
}

async function compare(panel: TestPanel, asked: string): Promise<{ ms: number; times: number; found: number | undefined }> {
  const { total } = (await panel.request('GET', asked)).body as { total?: number };
  const [mine, smallest]: [number[], number[]] = [[], []];
  for (let i = 0; i < TURNS; i++) {
    smallest.push(await timeOf(panel, SMALLEST));
    mine.push(await timeOf(panel, asked));
  }
  return { ms: median(mine), times: median(mine.map((ms, i) => ms / (smallest[i] ?? NaN))), found: total };
}

async function timeOf(panel: TestPanel, asked: string): Promise<number> {
  const begunAt = performance.now();
  const { status } = await panel.request('GET', asked);
  const ms = performance.now() - begunAt;
  if (status !== 200) throw new Error(`${asked} answered ${String(status)}`);
  return ms;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
