import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { storable, wellFormed, storableJson } from './text.ts';

const HALF = '\ud83d';
const EMOJI = '\u{1f600}';

describe('Half a character', () => {
  test('becomes U+FFFD wherever it stands in what came in; everything else is left alone', () => {
    const fine = { a: [EMOJI, { b: 'é' }], c: null, d: 1, at: new Date(0), bytes: Buffer.from('x') };
    assert.equal(wellFormed(fine), fine);
    assert.deepEqual(wellFormed({ a: [`Hi ${HALF}`, { [`k${HALF}`]: `${HALF}${EMOJI}` }], b: fine }), {
      a: ['Hi \ufffd', { 'k\ufffd': `\ufffd${EMOJI}` }],
      b: fine,
    });
    const list = ['a', HALF, 'b'];
    assert.deepEqual(wellFormed(list), ['a', '\ufffd', 'b']);
    const deep = JSON.parse(`${'['.repeat(100_000)}"\\ud83d"${']'.repeat(100_000)}`) as unknown;
    assert.equal(wellFormed(deep), deep);
  });

  test('becomes U+FFFD, and U+0000 as well, in what must be stored whoever wrote it', () => {
    assert.deepEqual(storable({ a: [`x\0${HALF}`, { 'k\0': `\0${EMOJI}` }] }), { a: ['x\ufffd\ufffd', { 'k\ufffd': `\ufffd${EMOJI}` }] });
    assert.equal(storable('\0'), '\ufffd');
  });

  test('in JSON becomes U+FFFD, whole characters and other escapes stay', () => {
    const cases = [
      EMOJI,
      HALF,
      '\ude00',
      `${HALF}${HALF}\ude00`,
      `\\${HALF}`,
      `\\\\u${HALF}"\n`,
      `a${HALF}\u00e9`,
      `\ude00${HALF}`,
      '\\ud83d',
      `\0${EMOJI}\0`,
      '\\u0000',
    ];
    for (const text of cases) {
      const escaped = JSON.stringify({ text }).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
      assert.deepEqual(JSON.parse(storableJson(escaped)), { text: storable(text) }, escaped);
    }
  });
});
