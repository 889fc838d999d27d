import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { canonicalAddress } from './canonical-address.ts';
import { problemOfAddress, wireAddress } from './email-address.ts';

const file = new URL('../../../force-app/test/address-cases.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as { address: string; problem: string | null }[];

describe('The rule for addresses', () => {
  for (const { address, problem } of cases)
    test(`is the one of the panel: ${JSON.stringify(address)}`, () => assert.equal(problemOfAddress(address), problem));

  test('gives every address that is taken one form on the wire, which is taken too', () => {
    for (const { address } of cases.filter(({ problem }) => problem === null)) {
      const wire = wireAddress(address);
      assert.match(wire, /^[\x21-\x7e]+$/);
      assert.equal(problemOfAddress(wire), null);
      assert.equal(canonicalAddress(wire), canonicalAddress(address));
    }
  });
});
