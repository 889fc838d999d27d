import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { randomPages } from '../../../test-support/html-shapes.ts';
import { holds } from '../../../test-support/properties.ts';
import { cleanBody } from '../../platform/rich-text/clean-body.ts';
import type { Found } from './parse-fields.ts';
import { asWritten, readBody, readSubject, type Part } from './read-parts.ts';
import { withoutFields } from './without-fields.ts';
import { writeParts, type Outcome } from './write-parts.ts';

const VALUES: Record<string, Outcome> = {
  firstname: { text: 'Dana <&>' },
  two: { text: 'a\r\nb' },
  site: { text: 'www.globex.example/a b' },
  evil: { text: 'javascript:alert(1)' },
  mail: { text: 'dana+x@globex.example' },
  phone: { text: '+1 (555) 01-00 ext. 7' },
  inner: { text: '{{last}} {{"x"}}' },
  mysignature: { html: '<div>Rae</div>' },
};

function outcomeOf(field: Found): Outcome {
  if (field.kind === 'literal') return { text: field.text };
  return field.kind === 'field'
    ? (VALUES[field.key] ?? (field.fallback === null ? { reason: 'empty' } : { text: field.fallback }))
    : { reason: 'unreadable' };
}

function write(parts: Part[]): [string, ...string[]] {
  const told: string[] = [];
  return [writeParts(parts, outcomeOf, ({ written }, reason) => told.push(`${written}: ${reason}`)), ...told];
}
function body(html: string): [string, ...string[]] {
  return write(readBody(cleanBody(html)));
}

const BODIES: [what: string, html: string, ...is: [string, ...string[]]][] = [
  ['in text, escaped', '<p>Hi {{first_name}}, "ok"</p>', '<p>Hi Dana &lt;&amp;&gt;, "ok"</p>'],
  ['with lines', '<p>{{two}}</p>', '<p>a<br />b</p>'],
  [
    'cut by tags',
    '<p>{{<b>first</b>_name}} <i>{</i>{first<u>_name}}</u></p>',
    '<p><b>Dana &lt;&amp;&gt;</b> <i></i>Dana &lt;&amp;&gt;<u></u></p>',
  ],
  ['with bold braces', '<p>{<b>{first_name}}</b></p>', '<p><b>Dana &lt;&amp;&gt;</b></p>'],
  ['never over a block', '<p>{{first</p><p>_name}}</p><p>{{a<br>b}}</p>', '<p>{{first</p><p>_name}}</p><p>{{a<br />b}}</p>'],
  [
    'with entities in it',
    '<p>{{x | default: &quot;a &amp; b&quot;}} &#123;&#123;first&nbsp;name}}</p>',
    '<p>a &amp; b Dana &lt;&amp;&gt;</p>',
  ],
  [
    'as they were written where there is no value',
    '<p>{{<b>gone</b>}} {{ }}</p>',
    '<p>{{<b>gone</b>}} {{ }}</p>',
    'gone: empty',
    '{{ }}: unreadable',
  ],
  ['prompts stay', '<p>{{! Say why}}</p>', '<p>{{! Say why}}</p>'],
  ['a value is not read again', '<p>{{inner}}</p>', '<p>{{last}} {{"x"}}</p>'],
  ['as a whole link', '<a href="{{site}}">x</a>', '<a href="https://www.globex.example/a%20b">x</a>'],
  [
    'before the rest of a link',
    '<a href="{{mail}}?subject={{first name}}">x</a>',
    '<a href="mailto:dana+x@globex.example?subject=Dana%20%3C%26%3E">x</a>',
  ],
  [
    'as a part of a link',
    '<a href="https://x.example/?n={{first_name}}&amp;u={{site}}">x</a>',
    '<a href="https://x.example/?n=Dana%20%3C%26%3E&amp;u=www.globex.example%2Fa%20b">x</a>',
  ],
  ['as a number to dial', '<a href="tel:{{phone}}">x</a>', '<a href="tel:+15550100">x</a>'],
  ['never as a program', '<a href="{{evil}}">x</a>', '<a href="{{evil}}">x</a>', 'evil: not_a_link'],
  ['nor where there is no address', '<a href="{{first_name}}">x</a>', '<a href="{{first_name}}">x</a>', 'first_name: not_a_link'],
  [
    'in what a picture says',
    '<img src="https://x.example/p.png" alt="{{first_name | default: &quot;x&quot;}}">',
    '<img src="https://x.example/p.png" alt="Dana &lt;&amp;&gt;" />',
  ],
  [
    'never in the address of a picture, which is told',
    '<img src="https://x.example/{{first_name}}">',
    '<img src="https://x.example/{{first_name}}" />',
    'first_name: not_a_link',
  ],
  [
    'the signature is a block',
    '<p dir="ltr"><span>{{my_signature}}</span></p><p>x</p>',
    '<div dir="ltr"><span><div>Rae</div></span></div><p>x</p>',
  ],
  ['the signature is no link', '<a href="{{my_signature}}">x</a>', '<a href="{{my_signature}}">x</a>', 'my_signature: not_a_link'],
  [
    'a field in a link that cuts a field',
    '<p>{{first<a href="{{site}}">_name}}</a></p>',
    '<p>{{first<a href="{{site}}">_name}}</a></p>',
    'first_name: unreadable',
  ],
];

describe('What is put in for a field stands there', () => {
  for (const [what, html, ...is] of BODIES) test(what, () => assert.deepEqual(body(html), is));

  test('in a subject on one line, as plain text', () => {
    assert.deepEqual(write(readSubject('{{first_name}}: {{two}} <b> {{my_signature}}')), [
      'Dana <&>: a b <b> {{my_signature}}',
      'my_signature: not_available',
    ]);
  });

  test('and nothing else of a body changes', () =>
    holds(
      fc.property(randomPages, (page) => {
        const clean = cleaned(page);
        assert.equal(readBody(clean).map(asWritten).join(''), clean);
      }),
    ));

  test('and not in what somebody else has written', () => {
    const quoted = cleanBody(
      '<p title="{{title}}">{<b>{first_name}}</b> {{title}} <a href="https://x.example/{{title}}">x</a></p>' +
        '<img src="https://x.example/{{title}}">',
    );
    const parts = readBody(withoutFields(quoted));
    assert.deepEqual(
      parts.filter((part) => typeof part !== 'string'),
      [],
    );
    assert.equal(parts.map(asWritten).join('').replaceAll('\u2060', ''), quoted.replaceAll('/{{title}}', '/%7B%7Btitle}}'));
  });

  const pieces = fc.array(
    fc.constantFrom(
      '{{',
      '}}',
      'first_name',
      'inner',
      'two',
      'evil',
      '"',
      ' | default: ',
      '<b>',
      '</b>',
      '<p>',
      '<a href="{{site}}">',
      '<a href="https://x.example/{{evil}}">',
      '</a>',
      '<img src="https://x.example/a.png" alt="{{two}}">',
      '<br>',
      'x',
    ),
    { maxLength: 30 },
  );

  test('as clean HTML, however fields and tags cut each other', () =>
    holds(
      fc.property(pieces, (html) => {
        const [written] = body(html.join(''));
        const tags = (text: string): string[] => [...text.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
        assert.deepEqual(tags(cleanBody(written)), tags(written));
        assert.doesNotMatch(written, /href="(?!https?:|mailto:|\{\{|")/);
      }),
      { runs: 1_000 },
    ));
});

function cleaned(page: string): string {
  try {
    return cleanBody(page);
  } catch {
    return '';
  }
}
