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
  }

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
  ])
    test(`is refused: ${address}`, () => assert.throws(() => readLightningOrigin(address, []), { code: 'not_a_lightning_address' }));
});
