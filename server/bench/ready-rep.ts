import { createFormBrowser, type FormBrowser } from '../local-world/form-browser.ts';
import type { World } from '../local-world/world.ts';

export interface Rep {
  salesforceUserId: string;
  email: string;
}

const WELCOME_WITHIN_MS = 20_000;
const LOOK_AGAIN_MS = 100;

/** Walks an invited rep from the welcome email to a connected Gmail mailbox, through the pages that the rep would see. */
export async function makeReady({ urls }: Pick<World, 'urls'>, { salesforceUserId, email }: Rep): Promise<void> {
  const link = await welcomeLink(urls.prospect, email);
  const browser = createFormBrowser();
  await browser.open(`${urls.salesforce}/sim/login?as=${salesforceUserId}&to=/sim/health`);
  await browser.open(link);
  await browser.press('Activate Account with Salesforce');
  if (browser.page.heading === 'Allow Access?') await browser.press('Allow');
  await browser.press('Start');
  await browser.press('Next');
  await browser.press('Next', { provider: 'google' });
  await browser.press('Next', { email });
  await browser.press('Next', { password: 'anything' });
  await browser.press('Continue');
  expectText(browser, `Your sales emails will be sent from ${email}.`);
}

function expectText({ page }: FormBrowser, text: string): void {
  if (!page.text.includes(text)) throw new Error(`The page should say "${text}" but says: ${page.text.slice(0, 400)}`);
}

/** The worker sends the welcome email; this waits for it. */
async function welcomeLink(prospectUrl: string, email: string): Promise<string> {
  const deadline = performance.now() + WELCOME_WITHIN_MS;
  while (performance.now() < deadline) {
    const answer = await fetch(`${prospectUrl}/sim/mailboxes/${encodeURIComponent(email)}/messages`);
    const { messages } = (await answer.json()) as { messages: { raw: string }[] };
    for (const { raw } of messages) {
      const text = Buffer.from(raw, 'base64')
        .toString()
        .replace(/=\r?\n/g, '')
        .replace(/=3D/g, '=');
      const link = /https?:\/\/\S+\/onboarding\/welcome\?ticket=[\w.-]+/.exec(text)?.[0];
      if (link) return link;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  throw new Error(`No welcome email came to ${email} within ${WELCOME_WITHIN_MS / 1000} s.`);
}

/** Calls the service as the panel of this rep would. */
type Call = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;

/** For what a journey needs and does not show. The rep is activated and sees the record. */
export async function openSession({ urls }: Pick<World, 'urls'>, { salesforceUserId }: Rep, recordId: string): Promise<Call> {
  const login = await fetch(`${urls.salesforce}/sim/login?as=${salesforceUserId}&to=/sim/health`, { redirect: 'manual' });
  const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const issued = await fetch(`${urls.salesforce}/sim/apex/PanelToken/issue`, { method: 'POST', headers: { cookie } });
  const { token } = (await issued.json()) as { token: string };
  const opened = await fetch(`${urls.service}/v1/panel?recordId=${recordId}`, { headers: { authorization: `PanelToken ${token}` } });
  const authorization = `Bearer ${opened.headers.get('x-panel-session') ?? ''}`;
  return async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await fetch(`${urls.service}/v1${path}`, {
      method,
      headers: { authorization, 'idempotency-key': crypto.randomUUID(), ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} was refused: ${text}`);
    return (text ? JSON.parse(text) : undefined) as Answer;
  };
}

/** Sends sales emails to a person as the panel would, so that there is something to show. */
export async function sendEmails(world: Pick<World, 'urls'>, rep: Rep, recordId: string, subjects: string[]): Promise<void> {
  const call = await openSession(world, rep, recordId);
  for (const subject of subjects) {
    await call('POST', '/sales-emails', { recordId, personId: recordId, subject, bodyHtml: `<p>${subject}</p>` });
  }
}

/** As `makeReady`; the panel shows no tour. The rep must be able to see the record. */
export async function makeReadyWithoutTour(world: Pick<World, 'urls'>, rep: Rep, recordId: string): Promise<void> {
  await makeReady(world, rep);
  await closeTour(world, rep, recordId);
}

/** Ends the tour that a panel shows to somebody who has never closed it. */
export async function closeTour(world: Pick<World, 'urls'>, rep: Rep, recordId: string): Promise<void> {
  const call = await openSession(world, rep, recordId);
  await call('PATCH', '/me', { panelTourDone: true });
}
