import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { holds } from '../../../test-support/properties.ts';
import { cleanBody } from './clean-body.ts';
import { withInlineLook } from './inline-look.ts';
import { plainText } from './plain-text.ts';

/** As the editor's lines leave. */
const LINE = '<p style="margin:0">';

const CASES: [what: string, html: string, text: string][] = [
  [
    'paragraphs and lines',
    '<h2>Offer</h2><p>One<br>two&nbsp;three</p><div>four</div><div>five</div>',
    'Offer\n\nOne\ntwo three\n\nfour\nfive',
  ],
  ['lists', '<p>x</p><ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol><p>y</p>', 'x\n\n- a\n- b\n\n1. c\n2. d\n\ny'],
  ['a list that goes on', '<ol start="9"><li>a</li><li>b<br>more</li></ol>', '9. a\n10. b\n    more'],
  ['lists in lists', '<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>', '- a\n  1. b\n  2. c\n- d'],
  [
    'a table',
    '<p>Plans:</p><table><thead><tr><th>Plan</th><th>Price</th></tr></thead><tbody><tr><td>Pro</td><td>10</td></tr></tbody></table>' +
      '<p>Yours</p>',
    'Plans:\n\nPlan | Price\nPro | 10\n\nYours',
  ],
  [
    'a table as Word writes it',
    '<table>\n <tr>\n  <td>\n   <p>Plan</p></td>\n  <td><p>Price</p></td></tr>\n <tr><td><p><b>Pro</b></p></td><td><p>10</p>' +
      '<p>a seat</p></td></tr></table>',
    'Plan | Price\nPro | 10\n\na seat',
  ],
  [
    'a table with empty cells',
    '<table><tr><td></td><td>Pro</td><td>Team</td></tr><tr><td>Seats</td><td></td><td>5</td></tr><tr><td>x</td><td></td></tr></table>',
    '| Pro | Team\nSeats | | 5\nx',
  ],
  [
    'a table in a cell',
    '<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table></td></tr><tr><td>f</td></tr>' +
      '</table>',
    'a | b | c\nd | e\nf',
  ],
  ['cells without a table', '<p>Plans</p><td>Pro</td><td><b>10</b></td>Yours', 'Plans\n\nPro\n10\nYours'],
  ['headings without a table', 'Plans <th>Pro</th><th>Team</th>', 'Plans\nPro\nTeam'],
  [
    'rows without a table',
    '<tr><th>Plan</th><th>Price</th></tr><tr><td>Pro</td><td><p>10</p></td></tr><p>Yours</p>',
    'Plan | Price\nPro | 10\n\nYours',
  ],
  ['rows without a table that are never closed', '<tbody><tr><td>Plan<td>Price<tr><td>Pro<td>10', 'Plan | Price\nPro | 10'],
  [
    'a table in a row without one',
    '<tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr><td>d</td><td>e</td>',
    'a | b | c\nd\ne',
  ],
  ['a table in a list', '<ul><li><table><tr><td>a</td><td>b</td></tr></table></li><li>c</li></ul>', '- a | b\n\n- c'],
  [
    'a table that only places things',
    '<table role="presentation"><tr><td width="20"></td><td>Hi</td></tr><tr><td><p>There</p></td></tr></table>',
    'Hi\n\nThere',
  ],
  ['a rule', '<p>a</p><hr><p>b</p>', 'a\n\n----------\n\nb'],
  [
    'quotes',
    '<p>a</p><blockquote><p>b<br>c</p><p>d</p><blockquote>e</blockquote></blockquote><p>f</p>',
    'a\n\n> b\n> c\n>\n> d\n>\n> > e\n\nf',
  ],
  ['preformatted text', '<pre>if (a) {\n  b();\n\n}</pre><p>x   y</p>', 'if (a) {\n  b();\n\n}\n\nx y'],
  ['terms', '<dl><dt>Seat</dt><dd>One person</dd></dl>', 'Seat\n  One person'],
  ['pictures', '<p>See <img src="https://x.example/a.png" alt="our plan"><img src="https://x.example/p.gif" alt=""></p>', 'See [our plan]'],
  [
    'a link',
    '<p>See <a href="https://a.example/x?b=1&amp;c=2">the <b>offer</b></a>, please</p>',
    'See the offer <https://a.example/x?b=1&c=2>, please',
  ],
  [
    'links that say where they lead',
    '<a href="https://a.example/">a.example</a> <a href="mailto:a@b.example">a@b.example</a>',
    'a.example a@b.example',
  ],
  ['links to nowhere outside', '<a href="#top">up</a> <a name="x">here</a>', 'up here'],
  ['a linked picture', '<a href="https://a.example"><img alt="Book" src="https://a.example/b.png"></a>', '[Book] <https://a.example>'],
  ['words that look like markup', '<p>a &lt;b&gt; &amp;amp; c</p>', 'a <b> &amp; c'],
  ['blank lines of an editor', '<p>a</p><p><br></p><p>b</p>', 'a\n\n\nb'],
  ['nothing', '<p> &nbsp;<br></p>', ''],
  ['lines', `${LINE}One</p>${LINE}Two<br></p>${LINE}<br></p>${LINE}Three</p>`, 'One\nTwo\n\nThree'],
  ['many blank lines', `${LINE}a</p>${`${LINE}<br></p>`.repeat(5)}${LINE}b</p>`, 'a\n\n\n\n\n\nb'],
  ['lines with a list', `${LINE}a</p><ul style="margin:0 0 0 40px"><li>b</li></ul><h2 style="margin:0">c</h2>d`, 'a\n- b\nc\nd'],
  ['a paragraph with room below', `${LINE}a</p><p style="margin:0;margin-bottom:.5em">b</p>${LINE}c</p>${LINE}d</p>`, 'a\nb\n\nc\nd'],
  ['a paragraph with room around', `${LINE}a</p><p style="color:red; margin: 1em 0">b</p>${LINE}c</p>`, 'a\n\nb\n\nc'],
  [
    'what nobody sees as room',
    '<p style="margin:0in 0in .0001pt">a</p><p style="margin:0px auto">b</p><p style="margin:-2px 0">c</p>',
    'a\nb\nc',
  ],
  [
    'room in other words',
    '<p style="margin:inherit">a</p><p style="margin:0;margin:1% 0!important">b</p><p style="margin:0">c</p>',
    'a\n\nb\n\nc',
  ],
];

describe('The text part of an email, which the Task in Salesforce shows too', () => {
  for (const [what, html, text] of CASES) test(`reads well without HTML: ${what}`, () => assert.equal(plainText(html), text));

  test('has exactly the lines that the editor has', () =>
    holds(
      fc.property(fc.array(fc.constantFrom('', 'One', 'Two words', '<b>3</b> &amp; 4'), { maxLength: 12 }), (lines) => {
        const written = lines.map((line) => `<p>${line || '<br>'}</p>`).join('');
        const read = lines.map((line) => line.replace(/<.*?>/g, '').replace('&amp;', '&')).join('\n');
        assert.equal(plainText(withInlineLook(cleanBody(written), 'font-size:14px')), read.trim());
      }),
    ));

  test('stays within reason however deep it is indented', () => {
    const text = plainText(`${'<blockquote>'.repeat(100)}<pre>${'x\n'.repeat(140_000)}</pre>`);
    assert.ok(text.length <= 1_000_100, String(text.length));
    assert.ok(text.startsWith('> > > > > > > > x\n> > > > > > > > x'));
    assert.ok(text.endsWith('…'));
  });
});
