import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import fastify, { type FastifyInstance } from 'fastify';
import { browserCookie } from './browser-cookie.ts';
import { newSecret } from './one-time-tickets.ts';
import { pageForms } from './page-forms.ts';
import { requestLanguage } from './languages/index.ts';
import { problemDetails } from './problem-details.ts';

const ORG = '00D000000000001EAA';

interface Shown {
  cookie: string;
  token: string;
}

describe('The proof in a form of ours', () => {
  let app: FastifyInstance;
  before(async () => {
    app = fastify();
    await app.register(requestLanguage);
    await app.register(problemDetails);
    await app.register(pageForms);
    await app.register(browserCookie, { https: true, signingKey: randomBytes(32).toString('base64') });
    app.get('/page', async (_request, reply) => app.csrfToken(reply));
    app.post('/page', async () => 'taken');
    app.get('/sign-in', async (request, reply) => {
      app.setBrowser(request, reply, newSecret(ORG));
      return app.csrfToken(reply);
    });
  });
  after(() => app.close());

  async function open(url: string, cookie?: string): Promise<Shown> {
    const { body, cookies } = await app.inject({ url, headers: cookie ? { cookie } : {} });
    const [set, ...more] = cookies;
    assert.deepEqual(more, []);
    return { cookie: set ? `${set.name}=${set.value}` : (cookie ?? ''), token: body };
  }
  async function post({ cookie, token }: Partial<Shown>, field = 'csrf'): Promise<string> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...(cookie ? { cookie } : {}) };
    const payload = new URLSearchParams({ [field]: token ?? '' }).toString();
    const { statusCode, body } = await app.inject({ method: 'POST', url: '/page', headers, payload });
    return statusCode === 200 ? body : `${String(statusCode)} ${(JSON.parse(body) as { code: string }).code}`;
  }

  test('lets the browser post that the page was made for, from its very first page on', async () => {
    const first = await open('/page');
    assert.match(first.cookie, /^__Host-msi-onboarding=0{18}\./);
    assert.equal(await post(first), 'taken');
    const second = await open('/page', first.cookie);
    assert.equal(second.cookie, first.cookie);
    assert.equal(await post(second), 'taken');
    assert.equal(await post(first), 'taken', 'a page that is still open in another tab');
    assert.notEqual(first.token, second.token, 'each page has its own');
  });

  test('is refused when it is missing, changed, of another browser, or without a cookie', async () => {
    const { cookie, token } = await open('/page');
    const other = await open('/page');
    for (const wrong of ['', 'x', '-', `${token}x`, token.slice(0, -1), other.token, 'é'.repeat(token.length), 'x'.repeat(10_000)])
      assert.equal(await post({ cookie, token: wrong }), '403 page_out_of_date', wrong.slice(0, 60));
    assert.equal(await post({ cookie, token }, '_csrf'), '403 page_out_of_date');
    assert.equal(await post({ token }), '403 page_out_of_date');
    assert.equal(await post({ cookie: '__Host-msi-onboarding=made-up', token }), '403 page_out_of_date');
  });

  test('is made anew by a sign-in: the page of before is out of date, the next one works', async () => {
    const before = await open('/page');
    const signedIn = await open('/sign-in', before.cookie);
    assert.notEqual(signedIn.cookie, before.cookie);
    assert.equal(await post({ ...before, cookie: signedIn.cookie }), '403 page_out_of_date');
    assert.equal(await post(signedIn), 'taken');
  });

  test('takes the place of a cookie that is none of ours', async () => {
    const { cookie, token } = await open('/page', '__Host-msi-onboarding=made-up');
    assert.notEqual(cookie, '__Host-msi-onboarding=made-up');
    assert.equal(await post({ cookie, token }), 'taken');
  });

  test('leaves a page without a form where a failure came before the cookie was read', async () => {
    const early = fastify();
    early.addHook('onRequest', async () => {
      throw new Error('too early');
    });
    await early.register(browserCookie, { https: true, signingKey: randomBytes(32).toString('base64') });
    early.setErrorHandler((_error, _request, reply) => reply.code(500).send(`token: "${early.csrfToken(reply)}"`));
    early.get('/page', async () => 'page');
    const { body, cookies } = await early.inject({ url: '/page' });
    assert.deepEqual([body, cookies], ['token: ""', []]);
    await early.close();
  });
});
