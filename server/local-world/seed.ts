import pg from 'pg';
import type { MigrationUrls } from '../src/platform/migrate.ts';
import { createFormBrowser } from './form-browser.ts';
import type { WorldUrls } from './addresses.ts';

/** Whose org is registered, by whom, and who is invited. */
export interface SeedOrg {
  orgId: string;
  adminId: string;
  reps: string[];
}

const ACME: SeedOrg = { orgId: '00D000000000001EAA', adminId: '005000000000001AAA', reps: ['rae@acme.example', 'noor@acme.example'] };

/**
 * Registers the simulated org, and invites its reps when asked for `people`, through the service's own pages and API, as its admin would.
 * Resolves with false when that was done at an earlier start; continues where an interrupted start stopped.
 */
export async function seedWorld(urls: WorldUrls, database: MigrationUrls, what: 'org' | 'people', org = ACME): Promise<boolean> {
  const step = await registrationStep(database, org);
  if (step === 'done') return false;
  await registerOrg(urls, org);
  if (what === 'people') await invite(urls, org);
  return true;
}

async function registrationStep({ migration }: MigrationUrls, { orgId }: SeedOrg): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: migration });
  await client.connect();
  try {
    const { rows } = await client.query<{ registration_step: string }>('select registration_step from orgs where org_id = $1', [orgId]);
    return rows[0]?.registration_step;
  } finally {
    await client.end();
  }
}

async function registerOrg(urls: WorldUrls, { orgId, adminId }: SeedOrg): Promise<void> {
  const browser = createFormBrowser();
  await browser.open(`${urls.salesforce}/sim/login?as=${adminId}&to=${encodeURIComponent('/lightning/page/home')}`);
  await browser.open(`${urls.service}/onboarding/org`);
  await browser.press('Sign In with Salesforce');
  if (browser.page.url.startsWith(urls.salesforce)) await browser.press('Allow');
  if (browser.page.heading === 'Upload your certificate') {
    const certificate = await (await fetch(`${urls.salesforce}/sim/orgs/${orgId}/certificate.pem`)).blob();
    await browser.press('Upload Certificate', { certificate });
  }
  await browser.press('Confirm');
  if (!browser.page.heading.endsWith('is connected'))
    throw new Error(`The org could not be registered: ${browser.page.text.slice(0, 400)}`);
}

async function invite(urls: WorldUrls, { adminId, reps }: SeedOrg): Promise<void> {
  const login = await fetch(`${urls.salesforce}/sim/login?as=${adminId}&to=/`, { redirect: 'manual' });
  const cookie = login.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const issued = await fetch(`${urls.salesforce}/sim/apex/PanelToken/issue`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: '{}',
  });
  const { token } = (await issued.json()) as { token: string };
  const invited = await fetch(`${urls.service}/v1/users/invitations`, {
    method: 'POST',
    headers: { authorization: `PanelToken ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ emails: reps }),
  });
  if (!invited.ok) throw new Error(`The reps could not be invited: ${await invited.text()}`);
}
