/** Walks through the vendors' simulated pages as a person would, and answers where the browser is sent in the end. */

/** Signs in at Salesforce as `userId` and presses Allow or Deny. */
export async function consentAtSalesforce(consentUrl: string, userId: string, decision: 'allow' | 'deny' = 'allow'): Promise<URL> {
  const { origin } = new URL(consentUrl);
  const login = await fetch(`${origin}/sim/login?as=${userId}`, { redirect: 'manual' });
  const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const page = await fetch(consentUrl, { redirect: 'manual', headers: { cookie } });
  const direct = page.headers.get('location');
  if (direct) return new URL(direct);
  const end = await submit(`${origin}/services/oauth2/approve`, [...hiddenFields(await page.text()), ['decision', decision]], cookie);
  return new URL(end.headers.get('location') ?? '');
}

export interface GoogleChoice {
  email: string;
  /** Scopes (or parts of their names) whose box is left empty. */
  untick?: string[];
  decision?: 'continue' | 'cancel';
}

/** Types address and password at Google and answers the consent page. */
export async function consentAtGoogle(consentUrl: string, { email, untick = [], decision = 'continue' }: GoogleChoice): Promise<URL> {
  const { origin } = new URL(consentUrl);
  const emailPage = await (await fetch(consentUrl)).text();
  const passwordPage = await (await submit(`${origin}/signin/identifier`, [...hiddenFields(emailPage), ['email', email]])).text();
  const afterPassword = await submit(`${origin}/signin/password`, [...hiddenFields(passwordPage), ['password', 'anything']]);
  const direct = afterPassword.headers.get('location');
  if (direct) return new URL(direct);
  const page = await afterPassword.text();
  const offered = [...page.matchAll(/name="granted" value="([^"]*)"/g)].map(([, scope]) => scope ?? '');
  const granted = offered
    .filter((scope) => !untick.some((part) => scope.includes(part)))
    .map((scope): [string, string] => ['granted', scope]);
  const end = await submit(`${origin}/signin/consent`, [...hiddenFields(page), ...granted, ['decision', decision]]);
  return new URL(end.headers.get('location') ?? '');
}

/** Types address and password at Microsoft and answers the consent page. Null when the browser stays on a page of Microsoft's. */
export async function consentAtMicrosoft(consentUrl: string, email: string, decision: 'accept' | 'cancel' = 'accept'): Promise<URL | null> {
  const { origin, pathname } = new URL(consentUrl);
  const tenant = pathname.split('/')[1] ?? '';
  const typed: [step: string, field: string, value: string][] = [
    ['email', 'email', email],
    ['password', 'password', 'anything'],
    ['consent', 'decision', decision],
  ];
  let answer = await fetch(consentUrl, { redirect: 'manual' });
  for (const [step, field, value] of typed) {
    if (answer.status !== 200) break;
    const page = await answer.text();
    if (!page.includes(`/login/${step}"`)) return null;
    answer = await submit(`${origin}/${tenant}/login/${step}`, [...hiddenFields(page).filter(([name]) => name !== field), [field, value]]);
  }
  const location = answer.headers.get('location');
  return location ? new URL(location) : null;
}

function hiddenFields(page: string): [string, string][] {
  const plain = (text = ''): string =>
    text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [plain(name), plain(value)]);
}

function submit(url: string, fields: [string, string][], cookie = ''): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers: cookie ? { cookie } : {} });
}
