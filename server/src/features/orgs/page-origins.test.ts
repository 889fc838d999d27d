import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createTestApp, type TestApp } from '../../../test-support/app.ts';
import { frameOrigins } from './page-origins.ts';

const LOCAL = ['http://localhost:3001'];

/** Lightning, our Visualforce pages and the Classic pages of one org, in each shape that Salesforce documents. */
const ORGS = [
  ['https://acme.lightning.force.com', 'https://acme--c.vf.force.com', 'https://acme.my.salesforce.com'],
  [
    'https://acme--uat.sandbox.lightning.force.com',
    'https://acme--uat--c.sandbox.vf.force.com',
    'https://acme--uat.sandbox.my.salesforce.com',
  ],
  [
    'https://acme-dev-ed.develop.lightning.force.com',
    'https://acme-dev-ed--c.develop.vf.force.com',
    'https://acme-dev-ed.develop.my.salesforce.com',
  ],
  ['https://acme.lightning.crmforce.mil', 'https://acme--c.vf.crmforce.mil', 'https://acme.my.salesforce.mil'],
  ['https://acme.lightning.sfcrmapps.cn', 'https://acme--c.vf.sfcrmapps.cn', 'https://acme.my.sfcrmproducts.cn'],
] as const;

const OTHERS = [
  ['another org', 'https://initech--c.vf.force.com'],
  ['a sandbox of the org that is not registered', 'https://acme--dev--c.sandbox.vf.force.com'],
  ['a sandbox whose name is the namespace', 'https://acme--c--c.sandbox.vf.force.com'],
  ['another package in the same org', 'https://acme--other.vf.force.com'],
  ['a package whose name ends as ours', 'https://acme--xc.vf.force.com'],
  ['no package', 'https://acme.vf.force.com'],
  ['a longer host', 'https://acme--c.vf.force.com.evil.example'],
  ['a host in front', 'https://evil.acme--c.vf.force.com'],
  ['another suffix', 'https://acme--c.visual.force.com'],
  ['the org in another cloud', 'https://acme--uat--c.sandbox.vf.crmforce.mil'],
  ['another ending of the host', 'https://acme--c.vf.force.com.'],
  ['a port', 'https://acme--c.vf.force.com:8443'],
  ['no https', 'http://acme--c.vf.force.com'],
  ['a user name', 'https://acme--c.vf.force.com@evil.example'],
  ['a path', 'https://acme--c.vf.force.com/'],
  ['capital letters', 'https://ACME--c.vf.force.com'],
  ['the Classic pages, where nothing of ours runs', 'https://acme.my.salesforce.com'],
  ['a local address', 'http://acme--c.vf.localhost:3001'],
  ['nothing that is an origin', 'null'],
] as const;

describe('The pages that a browser may call from', () => {
  let service: TestApp;
  before(async () => {
    service = await createTestApp();
    for (const [index, [lightningOrigin]] of ORGS.entries())
      await service.addOrg({ orgId: `00D00000000010${index}EAA`, name: `Org ${index}`, lightningOrigin });
  });
  after(() => service.close());

  /** As a browser asks before it sends. */
  const allowed = async (origin: string) => {
    const { headers } = await service.app.inject({
      method: 'OPTIONS',
      url: '/v1/panel',
      headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
    });
    return headers['access-control-allow-origin'];
  };

  for (const [lightning, visualforce] of ORGS)
    test(`are those of a registered org in Lightning, and its Visualforce pages of ours: ${visualforce}`, async () => {
      assert.deepEqual([await allowed(lightning), await allowed(visualforce)], [lightning, visualforce]);
    });

  for (const [whose, origin] of OTHERS)
    test(`are not those of ${whose}: ${origin}`, async () => assert.notEqual(await allowed(origin), origin));
});

describe('The pages that may show a preview in a frame', () => {
  for (const [lightning, visualforce, classic] of ORGS)
    test(`are the three of the org, as a browser asks for each page around the frame: ${lightning}`, () =>
      assert.deepEqual(frameOrigins(lightning, []), [lightning, visualforce, classic]));

  test('are the Lightning pages alone for an address in no documented shape', () =>
    assert.deepEqual(frameOrigins('https://acme.example', []), ['https://acme.example']));

  test('have addresses of their own in a local world', () => {
    assert.deepEqual(frameOrigins('http://initech.localhost:3001', LOCAL), [
      'http://initech.localhost:3001',
      'http://initech--c.vf.localhost:3001',
    ]);
    assert.deepEqual(frameOrigins('http://localhost:4001', LOCAL), ['http://localhost:4001']);
  });
});
