import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { holds } from '../../test-support/properties.ts';
import { canonicalAddress } from './canonical-address.ts';
import { problemOfAddress, wireAddress } from './email-address.ts';

const label = fc.stringMatching(/^[a-zäöüßé0-9][a-zäöüé0-9-]{0,10}[a-z0-9]$/);
const address = fc
  .tuple(fc.stringMatching(/^[\w!#$%&'*+/=?^`{|}~-]{1,20}(?:\.[\w+-]{1,20})?$/), fc.array(label, { minLength: 2, maxLength: 4 }))
  .map(([local, labels]) => `${local}@${labels.join('.')}`)
  .filter((text) => problemOfAddress(text) === null);

test('Spellings of one address compare as equal', () => {
  const spellings = ['Dana@MÜNCHEN.example', 'dana@münchen.example', ' dana@xn--mnchen-3ya.example ', 'DANA@mu\u0308nchen.example'];
  assert.deepEqual(new Set(spellings.map(canonicalAddress)), new Set(['dana@xn--mnchen-3ya.example']));
});

test('However an address is written, in capitals, decomposed or as it goes over the wire, it compares as equal', async () => {
  await holds(
    fc.property(address, (text) => {
      const compared = canonicalAddress(text);
      const at = text.lastIndexOf('@');
      const capitals = `${text.slice(0, at).toUpperCase()}@${text.slice(at + 1).replace(/[a-zäöüé]/g, (letter) => letter.toUpperCase())}`;
      for (const spelling of [compared, capitals, text.normalize('NFD'), wireAddress(text), ` ${text}\n`])
        assert.equal(canonicalAddress(spelling), compared, spelling);
    }),
    { runs: 300 },
  );
});

test('The form for comparing is an address as long as the address is one', async () => {
  await holds(
    fc.property(address, (text) => {
      assert.equal(problemOfAddress(canonicalAddress(text)), null);
      assert.match(canonicalAddress(text), /^\p{ASCII}+$/u);
    }),
  );
});

test('Whatever the text, comparing and judging it end, and its form for comparing is its own', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('@', '.', 'xn--', 'ß', 'İ', '\u0301', '\u200d', ' ', '[127.0.0.1]', 'a'.repeat(64), '。'))
      .map((parts) => parts.join('')),
  );
  await holds(
    fc.property(text, (given) => {
      problemOfAddress(given);
      wireAddress(given);
      const compared = canonicalAddress(given);
      assert.equal(canonicalAddress(compared), compared);
    }),
    { runs: 1_000 },
  );
});

test('What cannot be an address is compared as it is', () => {
  assert.equal(canonicalAddress('Dana'), 'dana');
  assert.equal(canonicalAddress('dana@..'), 'dana@..');
});
