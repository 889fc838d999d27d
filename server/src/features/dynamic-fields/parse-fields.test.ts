import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { holds } from '../../../test-support/properties.ts';
import { hasFields, inert, keyOf, parseFields } from './parse-fields.ts';

/** What a text is read as, in brief. */
function read(text: string): string[] {
  return parseFields(text).map((found) => {
    if (found.kind === 'field') return found.fallback === null ? found.key : `${found.key}=${found.fallback}`;
    return found.kind === 'literal' ? `"${found.text}` : `${found.kind} ${found.written}`;
  });
}

const CASES: [what: string, text: string, is: string[]][] = [
  ['names however they are written', '{{first_name}}{{ First Name }}{{first-name}}{{FIRSTNAME}}', Array<string>(4).fill('firstname')],
  ['a default', '{{ first name | default: "loyal customer" }}', ['firstname=loyal customer']],
  [
    'a default as phones and word processors quote it',
    '{{a|Default:“b”}}{{a | default:‘b’}}{{a|default:„b“}}{{a|default:«b»}}',
    Array<string>(4).fill('a=b'),
  ],
  ['braces inside quotes', '{{a | default: "}} {{b}}"}} {{"{{c}}"}}', ['a=}} {{b}}', '"{{c}}']],
  ['an apostrophe', `{{a | default: 'it's yours'}}{{a | default: ‘it’s’}}`, [`a=it's yours`, 'a=it’s']],
  ['a default of nothing', '{{a | default: ""}}', ['a=']],
  ['a prompt', '{{! Say "why"}} {{!}}', ['prompt Say "why"', 'prompt {{!}}']],
  [
    'what cannot be read',
    '{{ }}{{a b | c}}{{"x}}{{a | default: x}}{{Dana’s}}',
    ['{{ }}', 'a b | c', '"x', 'a | default: x', 'Dana’s'].map((words) => `unreadable ${words}`),
  ],
  ['a field inside a field', '{{first {{last}} {{title}}', ['unreadable first {{last', 'title']],
  ['one that nothing ends is text', 'a {{first_name } b', []],
  ['a prompt that nothing ends', '{{a {{! Say why', ['prompt Say why']],
  ['quotes are quotes only where one can begin', `{{a}} it's {{b}} "{{c}}"`, ['a', 'b', 'c']],
];

describe('The fields of a text', () => {
  for (const [what, text, is] of CASES) test(what, () => assert.deepEqual(read(text), is));

  test('are told by a look at the characters, also where a tag cuts the braces', () => {
    assert.deepEqual([hasFields('', '<p>{x}</p>'), hasFields('{{', ''), hasFields('', '{<b>{x}}</b>')], [false, true, true]);
  });

  test('are not made by the words of others, whatever stands beside them', () => {
    for (const words of ['{{title}}', '{title}}', '{', '{{'])
      for (const [before, after] of [
        ['', ''],
        ['{', '}}'],
        ['', '{title}}'],
        ['{{', ''],
      ] as const)
        assert.deepEqual(
          parseFields(`${before}${inert(words)}${after}`).filter(({ kind }) => kind === 'field'),
          [],
          words,
        );
  });

  const texts = fc
    .array(
      fc.constantFrom('{{', '}}', '{', '}', '|', ' ', 'default:', 'DEFAULT', ':', '"', "'", '“', '”', '’', '!', 'a', 'é', '_', '\n', '😀'),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join(''));

  test('never overlap, begin and end with braces, and reading again reads the same', () =>
    holds(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end, at, kind } of parseFields(text)) {
          const isToTheEnd = kind === 'prompt' && end === text.length;
          assert.ok(start >= last && at >= start + 2 && (isToTheEnd || at <= end - 2));
          assert.ok(text.startsWith('{{', start) && (isToTheEnd || text.slice(0, end).endsWith('}}')));
          assert.equal(parseFields(text.slice(start, end)).length, 1);
          last = end;
        }
      }),
      { runs: 2_000 },
    ));

  test('keep whatever is quoted', () =>
    holds(
      fc.property(fc.string(), (words) => {
        fc.pre(!words.includes('"'));
        assert.deepEqual(read(`{{"${words}"}}`), [`"${words}`]);
        assert.deepEqual(read(`x {{ a | default: "${words}" }}`), [`a=${words}`]);
      }),
      { runs: 500 },
    ));

  // `holds` fails when it gets no further in a minute
  test('are found in a time that grows with the text, whatever stands there', () =>
    holds(
      fc.property(
        fc.constantFrom('{{', '{{"', `{{a|default:'`, '{{ ', '{{a', '{{a|', '{{“x', '"{{"', '{{!', '{{a|default:', "{{'a'b"),
        (piece) => {
          const text = piece.repeat(200_000);
          parseFields(text);
          parseFields(`${text}}}`);
        },
      ),
      { runs: 30 },
    ));

  test('are found as quickly where one quote, with blanks behind it, could end all of them', () => {
    const text = `${'{{„}}'.repeat(30_000)}“${' '.repeat(100_000)}`;
    const startedAt = performance.now();
    assert.equal(parseFields(text).length, 30_000);
    assert.ok(performance.now() - startedAt < 2_000);
  });

  test('have one key for all spellings of a name', () => {
    assert.deepEqual(['Firma_Größe', 'firma größe', 'FIRMA-GRÖSSE'.replace('SS', 'ß'), 'a\u200bb'].map(keyOf), [
      'firmagröße',
      'firmagröße',
      'firmagröße',
      'ab',
    ]);
  });
});
