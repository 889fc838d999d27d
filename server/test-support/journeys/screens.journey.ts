import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { makeReady } from '../../bench/ready-rep.ts';
import { until } from '../until.ts';
import { AVERY, DANA, RAE } from './cast.ts';
import { openSalesforce } from './rep.ts';
import * as answers from './answers/index.ts';
import { lookAtWidths, openStage, type Stage } from './stage.ts';

/** What stands for an answer that does not come. */
const NOTHING = Symbol('nothing');
/** What the service is to answer, by the path after /v1. */
type Answers = Record<string, object | typeof NOTHING>;

const USERS_PAGE = '/lightning/n/MSI_Users';
const TEMPLATES_PAGE = '/lightning/n/MSI_Templates';
const CONTENT_PAGE = '/lightning/n/MSI_Content';
const ONE_TEMPLATE = `${TEMPLATES_PAGE}?c__template=${answers.TEMPLATE.id}`;
/** The pages of Settings, each with the first question that it asks. */
const SETTINGS: Record<string, string> = {
  profile: '/profile',
  connection: '/email-connections',
  checklist: '/org-trust',
  teams: '/teams',
  limits: '/sending-limits',
  permissions: '/mailbox-policy',
  optOuts: '/opt-out-policy',
  visibility: '/email-visibility',
  font: '/email-font',
  channels: '/team-smtp',
  mailboxes: '/mailboxes',
  welcomeLetter: '/welcome-letter',
  certificates: '/org-trust',
  log: '/security-events',
  stop: '/kill-switch',
};

/** States that are rare, or over before anybody could look. The service answers as its types say; what leads there is in other journeys. */
describe('Every screen inside Salesforce', () => {
  let stage: Stage;
  let page: Page;
  let problems: string[];
  let said: Answers = {};
  const faults: string[] = [];
  before(async () => {
    stage = await openStage();
    await makeReady(stage.world, { salesforceUserId: RAE.id, email: RAE.email });
    ({ page, problems } = await stage.enter());
    await answerInPlace(page, stage.world.urls.service, (path) => said[path]);
  });
  after(() => stage.close());

  const draw = async (name: string, address: string, given: Answers): Promise<void> => {
    said = given;
    await page.goto(`${stage.world.urls.salesforce}${address}`);
    const isAwaited = Object.values(given).includes(NOTHING);
    await until(`${name} is drawn`, async () => (await page.locator('c-stencil').count()) > 0 === isAwaited && (await hasContent(page)));
    // It has no stencil of its own
    if ('/sending-forecast' in given) await page.locator('c-msi-sending-forecast [role=status] p').first().waitFor();
  };
  const show = async (name: string, address: string, given: Answers): Promise<void> => {
    await draw(name, address, given);
    await lookAtWidths(page, `screen-${name}`).catch((error: unknown) => faults.push(String(error)));
  };
  const nothingIsWrong = () => assert.deepEqual(faults.splice(0), []);

  it('of Settings says that it waits, that it could not be read, and what is rare', async () => {
    await openSalesforce(page, stage.world, AVERY.id, '/lightning/n/MSI_Settings');
    const settings = (name: string, given: Answers, state: string) =>
      show(`settings-${name}-${state}`, `/lightning/n/MSI_Settings?c__page=${name}`, given);
    for (const [name, path] of Object.entries(SETTINGS)) {
      // The same lines on each of them: one is looked at below
      await draw(`${name} that waits`, `/lightning/n/MSI_Settings?c__page=${name}`, { [path]: NOTHING });
      await settings(name, { [path]: answers.FAILED }, 'failed');
    }
    await settings('profile', { '/profile': NOTHING }, 'loading');
    for (const [state, profile] of Object.entries(answers.PROFILES)) await settings('profile', { '/profile': profile }, state);
    for (const [state, connection] of Object.entries(answers.CONNECTIONS))
      await settings('connection', { '/email-connections': { emailConnections: [connection] } }, state);
    await settings('connection', { '/email-connections': { emailConnections: [] } }, 'none');
    for (const [state, forecast] of Object.entries(answers.FORECASTS))
      await settings('limits', { '/sending-forecast': forecast }, `forecast-${state}`);
    await settings('mailboxes', { '/mailboxes': { mailboxes: [] } }, 'none');
    await settings('mailboxes', { '/mailboxes': { mailboxes: answers.MAILBOXES } }, 'every');
    await settings('certificates', { '/org-trust': answers.TRUST }, 'expired');
    await settings('log', { '/security-events': { cursor: null, events: [] } }, 'none');
    await settings('log', { '/security-events': { cursor: 'more', events: answers.EVENTS } }, 'every');
    for (const [state, killSwitch] of Object.entries(answers.KILL_SWITCHES)) await settings('stop', { '/kill-switch': killSwitch }, state);
    for (const [state, server] of Object.entries(answers.TEAM_SERVERS)) await settings('channels', { '/team-smtp': server }, state);
    await settings('welcomeLetter', { '/welcome-letter': answers.LETTER }, 'own');
    await settings('permissions', { '/microsoft-admin-consent': { answer: 'refused', answeredAt: answers.LETTER.updatedAt } }, 'refused');
    nothingIsWrong();
  });

  it('of Users says that it waits, that it could not be read, and everything that can be about a user', async () => {
    await openSalesforce(page, stage.world, AVERY.id, USERS_PAGE);
    await show('users-loading', USERS_PAGE, { '/users': NOTHING });
    await show('users-failed', USERS_PAGE, { '/users': answers.FAILED });
    await show('users-none', USERS_PAGE, { '/users': { ...answers.USERS, users: [] } });
    await show('users-every', USERS_PAGE, { '/users': answers.USERS });
    nothingIsWrong();
  });

  it('of Templates says that it waits, that it could not be read, and everything that can be about a template', async () => {
    const lists = { '/template-categories': answers.TEMPLATE_CATEGORIES, '/templates': answers.TEMPLATES };
    await openSalesforce(page, stage.world, AVERY.id, TEMPLATES_PAGE);
    await show('templates-loading', TEMPLATES_PAGE, { '/template-categories': NOTHING });
    await show('templates-failed', TEMPLATES_PAGE, { ...lists, '/templates': answers.FAILED });
    await show('templates-every', TEMPLATES_PAGE, lists);
    await show('templates-template', ONE_TEMPLATE, { ...lists, ...ofTemplate(answers.TEMPLATE) });
    const archived = { ...answers.TEMPLATE, isArchived: true, categoryId: null, categoryName: null };
    await show('templates-archived', ONE_TEMPLATE, { ...lists, ...ofTemplate(archived) });
    nothingIsWrong();
  });

  it('of Content says that it waits, that it could not be read, and everything that can be about a file', async () => {
    await openSalesforce(page, stage.world, AVERY.id, CONTENT_PAGE);
    await show('content-loading', CONTENT_PAGE, { '/content': NOTHING });
    await show('content-failed', CONTENT_PAGE, { '/content': answers.FAILED });
    await show('content-empty', CONTENT_PAGE, { '/content': { items: [], hasMore: false } });
    await show('content-every', CONTENT_PAGE, { '/content': answers.CONTENT });
    nothingIsWrong();
  });

  it('of the panel says that it waits, that it could not be read, and everything that can be about an email', async () => {
    await openSalesforce(page, stage.world, RAE.id, DANA.page);
    await show('panel-loading', DANA.page, { '/panel': NOTHING });
    await show('panel-failed', DANA.page, { '/panel': answers.FAILED });
    for (const [state, panel] of Object.entries(answers.PANELS))
      await show(`panel-${state.replaceAll('_', '-')}`, DANA.page, { '/panel': panel });
    nothingIsWrong();
  });

  it('is drawn under Lightning Web Security too, without an error', async () => {
    await openSalesforce(page, stage.world, AVERY.id, USERS_PAGE);
    const heard = problems.length;
    for (const name of Object.keys(SETTINGS)) await draw(name, `/lightning/n/MSI_Settings?c__page=${name}&lws=1`, {});
    await draw('mailboxes', '/lightning/n/MSI_Settings?c__page=mailboxes&lws=1', { '/mailboxes': { mailboxes: answers.MAILBOXES } });
    await draw('users', `${USERS_PAGE}?lws=1`, { '/users': answers.USERS });
    await draw('templates', `${TEMPLATES_PAGE}?lws=1`, { '/templates': answers.TEMPLATES });
    await draw('template', `${ONE_TEMPLATE}&lws=1`, ofTemplate(answers.TEMPLATE));
    await draw('panel', `${DANA.page}?lws=1`, { '/panel': answers.PANELS['every-email'] ?? {} });
    assert.deepEqual(problems.slice(heard), []);
  });

  it('of the live feed says everything that can happen', async () => {
    await openSalesforce(page, stage.world, RAE.id, '/lightning/app/c__MSI_Actions');
    for (const [state, feed] of Object.entries(answers.FEEDS)) {
      said = { '/live-feed': feed };
      await page.goto(`${stage.world.urls.salesforce}/lightning/app/c__MSI_Actions`);
      await page.getByRole('button', { name: /^MSI Actions/ }).click();
      await page.locator('c-msi-live-feed').waitFor();
      await lookAtWidths(page, `screen-feed-${state}`).catch((error: unknown) => faults.push(String(error)));
    }
    nothingIsWrong();
  });
});

/** What the editor of this template asks for. */
function ofTemplate(template: typeof answers.TEMPLATE): Answers {
  return {
    [`/templates/${template.id}`]: template,
    [`/templates/${template.id}/emails`]: answers.TEMPLATE_EMAILS,
    '/dynamic-fields': { groups: [] },
  };
}

/** A component of ours shows something other than its stencil. */
async function hasContent(page: Page): Promise<boolean> {
  return (
    (await page
      .locator('c-msi-settings .page > *, c-msi-users > *, c-msi-templates .slds-card, c-msi-content article, c-msi-panel article')
      .count()) > 0
  );
}

/**
 * Gives a page what it asks the service for, as far as `answerOf` has it. In the page and not at its network: a browser whose network is
 * looked through keeps no file, and reads all of Lightning anew for each of a hundred screens.
 */
async function answerInPlace(page: Page, serviceUrl: string, answerOf: (path: string) => Answers[string] | undefined): Promise<void> {
  await page.exposeFunction('answerOf', (path: string) => {
    const given = answerOf(path);
    return given === NOTHING ? 'nothing' : given && { given, status: given === answers.FAILED ? answers.FAILED.status : 200 };
  });
  await page.addInitScript((service) => {
    const fromNetwork = window.fetch.bind(window);
    const { answerOf: ask } = window as unknown as {
      answerOf: (path: string) => Promise<'nothing' | { given: object; status: number } | null>;
    };
    window.fetch = async function fetchInPlace(input, init) {
      const url = new URL(String(input instanceof Request ? input.url : input), location.href);
      const isOurs = url.origin === service && url.pathname.startsWith('/v1/') && (init?.method ?? 'GET') === 'GET';
      const answer = isOurs ? await ask(url.pathname.slice('/v1'.length)) : null;
      if (answer === 'nothing') return new Promise(() => undefined);
      if (!answer) return fromNetwork(input, init);
      const type = answer.status === 200 ? 'application/json' : 'application/problem+json';
      return new Response(JSON.stringify(answer.given), { status: answer.status, headers: { 'content-type': type } });
    };
  }, new URL(serviceUrl).origin);
}
