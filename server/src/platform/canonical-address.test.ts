import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalAddress } from './canonical-address.ts';

test('Spellings of one address compare as equal', () => {
  const spellings = ['Dana@MÜNCHEN.example', 'dana@münchen.example', ' dana@xn--mnchen-3ya.example ', 'DANA@mu\u0308nchen.example'];
  assert.deepEqual(new Set(spellings.map(canonicalAddress)), new Set(['dana@xn--mnchen-3ya.example']));
});

test('What cannot be an address is compared as it is', () => {
  assert.equal(canonicalAddress('Dana'), 'dana');
  assert.equal(canonicalAddress('dana@..'), 'dana@..');
});
