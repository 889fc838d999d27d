import { Logger, runOnce } from 'graphile-worker';
import PostalMime from 'postal-mime';
import { createFormBrowser, type FormBrowser } from '../local-world/form-browser.ts';
import { freePorts } from '../local-world/ports.ts';
import { startGoogle } from '../simulators/google/index.ts';
import { startMicrosoft } from '../simulators/microsoft/index.ts';
import { startProspect } from '../simulators/prospect/index.ts';
import { startSalesforce, type SalesforceSimulator } from '../simulators/salesforce/index.ts';
import { createMailer } from '../src/platform/mailer.ts';
import { createWork } from '../src/worker-jobs.ts';
import { createTestApp, type TestApp } from './app.ts';

export const PEOPLE = {
  avery: { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example' },
  rae: { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' },
  noor: { salesforceUserId: '005000000000003AAA', email: 'noor@acme.example' },
  sam: { salesforceUserId: '005000000000004AAA', email: 'sam@acme.example' },
  kim: { salesforceUserId: '005000000000005AAA', email: 'kim.larsen@acme.example' },
} as const;
export const ACME = '00D000000000001EAA';
export const INITECH = '00D000000000002EAA';

export interface ConsentWorld {
  service: TestApp;
  salesforce: SalesforceSimulator;
  /** Where the simulated Google takes orders. */
  googleUrl: string;
  url: string;
  /** A new browser in which `salesforceUserId` has a Salesforce session, or nobody has; English unless `language` says otherwise. */
  browser(salesforceUserId?: string, language?: string): Promise<FormBrowser>;
  /** Does every job that is due, as the worker would. */
  runJobs(): Promise<void>;
  /** The links in the newest welcome email to an address. */
  welcomeLinks(address: string): Promise<string[]>;
  /** What has arrived for an address, oldest first. */
  letters(address: string): Promise<{ subject: string; text: string; html: string }[]>;
  close(): Promise<void>;
}

/** The service listening for real, with the simulated vendors around it: for tests that walk through pages. */
export async function startConsentWorld(env: Record<string, string> = {}): Promise<ConsentWorld> {
  const { service: port } = await freePorts();
  const url = `http://localhost:${String(port)}`;
  const redirects = (vendor: string) => ({ redirectUris: [`${url}/oauth/${vendor}/callback`, `${url}/oauth/${vendor}/admin-consent`] });
  const [salesforce, google, microsoft, prospect] = await Promise.all([
    startSalesforce({ serviceUrl: url }),
    startGoogle(redirects('google')),
    startMicrosoft(redirects('microsoft')),
    startProspect(),
  ]);
  const smtp = `smtp://localhost:${String(prospect.smtpPort)}`;
  const service = await createTestApp({
    urls: { salesforce: salesforce.url, google: google.url, microsoft: microsoft.url, smtp },
    env: { PUBLIC_URL: url, ...env },
  });
  await service.app.listen({ port, host: 'localhost' });
  const mailer = createMailer({ smtpUrl: smtp, from: 'MSI Actions <welcome@msi-actions.example>' });
  const work = createWork({ pool: service.database.pool, clock: service.clock, connections: service.connections, mailer, publicUrl: url });

  return {
    service,
    salesforce,
    googleUrl: google.url,
    url,
    async browser(salesforceUserId, language) {
      const browser = createFormBrowser(language ? { language } : {});
      if (salesforceUserId) await browser.open(`${salesforce.url}/sim/login?as=${salesforceUserId}&to=/sim/health`);
      return browser;
    },
    async runJobs() {
      const taskList = Object.fromEntries(
        Object.entries(work.jobs).map(([name, handler]) => [
          name,
          (payload: unknown, helpers: { abortSignal?: AbortSignal; job: { attempts: number } }) =>
            handler(payload, { signal: helpers.abortSignal ?? new AbortController().signal, attempt: helpers.job.attempts }),
        ]),
      );
      await runOnce({ pgPool: service.database.jobsPool, taskList, noHandleSignals: true, logger: new Logger(() => () => undefined) });
    },
    async welcomeLinks(address) {
      const answer = await fetch(`${prospect.url}/sim/mailboxes/${encodeURIComponent(address)}/messages`);
      const { messages } = (await answer.json()) as { messages: { raw: string }[] };
      return messages.flatMap(({ raw }) => {
        const text = Buffer.from(raw, 'base64')
          .toString()
          .replace(/=\r?\n/g, '')
          .replace(/=3D/g, '=');
        return /https?:\/\/\S+\/onboarding\/welcome\?ticket=[\w.-]+/.exec(text) ?? [];
      });
    },
    async letters(address) {
      const answer = await fetch(`${prospect.url}/sim/mailboxes/${encodeURIComponent(address)}/messages`);
      const { messages } = (await answer.json()) as { messages: { raw: string }[] };
      const parsed = await Promise.all(messages.map(({ raw }) => PostalMime.parse(Buffer.from(raw, 'base64'))));
      return parsed.map(({ subject = '', text = '', html = '' }) => ({ subject, text, html }));
    },
    async close() {
      mailer.close();
      await service.close();
      await Promise.all([salesforce.close(), google.close(), microsoft.close(), prospect.close()]);
    },
  };
}
