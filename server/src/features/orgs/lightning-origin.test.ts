import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lightningOriginOf } from '../../providers/salesforce/index.ts';
import { readLightningOrigin } from './lightning-origin.ts';

const PAIRS = [
  ['https://acme.my.salesforce.com', 'https://acme.lightning.force.com'],
  ['https://acme--uat.sandbox.my.salesforce.com', 'https://acme--uat.sandbox.lightning.force.com'],
  ['https://acme-dev-ed.develop.my.salesforce.com', 'https://acme-dev-ed.develop.lightning.force.com'],
  ['https://acme.scratch.my.salesforce.com', 'https://acme.scratch.lightning.force.com'],
  ['https://acme.trailblaze.my.salesforce.com', 'https://acme.trailblaze.lightning.force.com'],
  ['https://acme.demo.my.salesforce.com', 'https://acme.demo.lightning.force.com'],
  ['https://acme.patch.my.salesforce.com', 'https://acme.patch.lightning.force.com'],
  ['https://acme.free.my.salesforce.com', 'https://acme.free.lightning.force.com'],
  ['https://acme.my.salesforce.mil', 'https://acme.lightning.crmforce.mil'],
  ['https://acme--uat.sandbox.my.salesforce.mil', 'https://acme--uat.sandbox.lightning.crmforce.mil'],
  ['https://acme.my.sfcrmproducts.cn', 'https://acme.lightning.sfcrmapps.cn'],
] as const;

describe('The address of Lightning', () => {
  for (const [myDomain, lightning] of PAIRS) {
    test(`is suggested by the org's My Domain: ${myDomain}`, () => assert.equal(lightningOriginOf(myDomain), lightning));
    test(`is taken in each documented shape: ${lightning}`, () => assert.equal(readLightningOrigin(lightning, []), lightning));
    test(`is found by the org's My Domain: ${myDomain}`, () => assert.equal(readLightningOrigin(myDomain, []), lightning));
  }

  for (const [copied, lightning] of [
    ['https://acme.lightning.force.com/lightning/r/Lead/00Q000000000001EAA/view?ws=1#top', 'https://acme.lightning.force.com'],
    ['  ACME.lightning.force.com/lightning/page/home  ', 'https://acme.lightning.force.com'],
    ['acme.my.salesforce.com', 'https://acme.lightning.force.com'],
    ['https://acme.my.salesforce-setup.com/lightning/setup/SetupOneHome/home', 'https://acme.lightning.force.com'],
    ['https://acme--uat.sandbox.my.salesforce-setup.com/', 'https://acme--uat.sandbox.lightning.force.com'],
    ['https://acme-dev-ed.develop.lightning.force.com:443/one/one.app', 'https://acme-dev-ed.develop.lightning.force.com'],
  ] as const)
    test(`is taken as admins copy it: ${copied.trim()}`, () => assert.equal(readLightningOrigin(copied, []), lightning));

  for (const address of [
    'https://acme.lightning.force.com.evil.example',
    'https://acme.evil.lightning.force.com',
    'https://lightning.force.com',
    'https://acme.lightning.force.mil',
    'https://acme.lightning.crmforce.mil.evil.example',
    'https://acme.lightning.sfcrmapps.cn.evil.example',
    'https://acmelightning.force.com',
    'https://evil.example/acme.lightning.force.com',
    'https://acme.lightning.force.com:8443',
    'http://acme.lightning.force.com',
    'https://acme.my.salesforce-setup.com.evil.example',
    'https://evil.acme.my.salesforce-setup.com',
    'https://my.salesforce-setup.com',
    'https://acme.salesforce-setup.com',
    'http://acme.my.salesforce-setup.com',
    'https://acme.my.salesforce.com:8443/lightning/page/home',
    'https://evil.example/?at=acme.lightning.force.com',
    'https://acme.lightning.force.com@evil.example',
    'https://rae:secret@acme.lightning.force.com',
    'https://acme.lightning.force.com.',
    'https://login.salesforce.com',
  ])
    test(`is refused: ${address}`, () => assert.throws(() => readLightningOrigin(address, []), { code: 'not_a_lightning_address' }));
});
