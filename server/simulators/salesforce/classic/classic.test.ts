import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readProject } from '../lightning/build/project.ts';
import { DANA, FORTY_SEATS, GLOBEX, OMAR, RAE, startRig, type Rig } from '../test-rig.ts';
import { renderVisualforce } from './visualforce.ts';

const OTHER = '005000000000005AAA';
const PAGES = { MSI_Lead: DANA, MSI_Contact: OMAR, MSI_Account: GLOBEX, MSI_Opportunity: FORTY_SEATS, MSI_Window: '' };

describe('Salesforce Classic', () => {
  let rig: Rig;
  let directory: string;
  before(async () => {
    rig = await startRig();
    directory = mkdtempSync(path.join(tmpdir(), 'msi-classic-'));
  });
  after(async () => {
    await rig.simulator.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const cookieOf = async (userId: string) => {
    const login = await fetch(`${rig.simulator.url}/sim/login?as=${userId}`, { redirect: 'manual' });
    return login.headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  /** As a browser that goes to a host by its name: all of them are this machine. */
  const ask = (host: 'org' | 'visualforce', url: string, cookie: string) =>
    new Promise<{ status: number; location: string; cookie: string; policy: string; body: string }>((resolve, reject) => {
      const { port } = rig.simulator;
      const name = host === 'org' ? 'localhost' : 'localhost--c.vf.localhost';
      const request = http.get({ host: 'localhost', port, path: url, headers: { host: `${name}:${port}`, cookie } }, (answer) => {
        let body = '';
        answer.setEncoding('utf8');
        answer.on('data', (text: string) => (body += text));
        answer.on('end', () => {
          const [set = ''] = answer.headers['set-cookie'] ?? [];
          const policy = String(answer.headers['content-security-policy'] ?? '');
          resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '', cookie: set, policy, body });
        });
      });
      request.on('error', reject);
    });
  /** From the host of the org to the Visualforce page, as the user of this session. */
  const openPage = async (url: string, cookie: string) => {
    const { location } = await ask('org', url, cookie);
    const session = await ask('visualforce', new URL(location).pathname + new URL(location).search, '');
    return { ticket: location, session, page: await ask('visualforce', session.location, session.cookie.split(';')[0] ?? '') };
  };

  test('a record page shows the Visualforce page of its object in a frame, and none on a task', async () => {
    const cookie = await cookieOf(RAE);
    const { body } = await ask('org', `/${DANA}`, cookie);
    assert.match(body, new RegExp(`<iframe title="MSI Actions" src="/apex/MSI_Lead\\?id=${DANA}&#?\\w*;?inline=1" height="600">`));
    assert.equal((await ask('org', '/00T000000000404AAA', cookie)).status, 404);
  });

  test('a Visualforce page has a host and a session of its own, and may be framed by its org alone', async () => {
    const { ticket, session, page } = await openPage(`/apex/MSI_Lead?id=${DANA}`, await cookieOf(RAE));
    assert.match(session.cookie, /SameSite=None; Secure/);
    assert.deepEqual([page.status, page.policy], [200, `frame-ancestors 'self' http://localhost:${rig.simulator.port}`]);
    assert.ok(page.body.includes(`recordId: '${DANA}'`));
    assert.ok(page.body.includes("windowUrl: '/apex/MSI_Window'"));
    assert.ok(page.body.includes("$Lightning.createComponent('c:msiClassicPanel'"));
    assert.equal((await ask('visualforce', new URL(ticket).pathname + new URL(ticket).search, '')).status, 403);
  });

  test('each of our pages can be drawn by whoever has MSI Actions User, and by nobody else', async () => {
    const other = rig.simulator.store.findUser(OTHER);
    assert.ok(other);
    other.customPermissions = [];
    const [rae, nobody] = [await cookieOf(RAE), await cookieOf(OTHER)];
    for (const [page, id] of Object.entries(PAGES)) {
      assert.equal((await openPage(`/apex/${page}?id=${id}`, rae)).page.status, 200, page);
      assert.equal((await openPage(`/apex/${page}?id=${id}`, nobody)).page.status, 403, page);
    }
  });

  test('an address of a record or of Lightning leads from the Visualforce host back to the org', async () => {
    const { location } = await ask('visualforce', '/lightning/n/MSI_Settings?c__page=profile', '');
    assert.equal(location, `http://localhost:${rig.simulator.port}/lightning/n/MSI_Settings?c__page=profile`);
    assert.equal((await ask('visualforce', `/${DANA}`, '')).location, `http://localhost:${rig.simulator.port}/${DANA}`);
  });

  for (const [what, markup, message] of [
    ['a value in a script that is not made safe', '<apex:page><script>var id = "{!Lead.Id}";</script></apex:page>', /without JSENCODE/],
    ['an element that is not simulated', '<apex:page><apex:form></apex:form></apex:page>', /<apex:form> is not simulated/],
    ['a label that does not exist', '<apex:page>{!$Label.None}</apex:page>', /\{!\$Label\.None\}/],
    ['an attribute that the component does not have', '<apex:page><c:Frame color="red" /></apex:page>', /no attribute color/],
  ] as const)
    test(`a page fails with ${what}`, () => {
      mkdirSync(path.join(directory, 'pages'), { recursive: true });
      mkdirSync(path.join(directory, 'components'), { recursive: true });
      writeFileSync(path.join(directory, 'pages/Odd.page'), markup);
      writeFileSync(path.join(directory, 'components/Frame.component'), '<apex:component></apex:component>');
      const context = { project: readProject(directory), labels: new Map(), values: { 'Lead.Id': DANA }, pageUrl: () => '', builtIn: {} };
      assert.throws(() => renderVisualforce('Odd', context), message);
    });
});
