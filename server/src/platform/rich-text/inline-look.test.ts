import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { randomPages } from '../../../test-support/html-shapes.ts';
import { holds } from '../../../test-support/properties.ts';
import { cleanBody } from './clean-body.ts';
import { withInlineLook } from './inline-look.ts';

const FONT = 'font-family:Arial,sans-serif;font-size:14px;line-height:1.5';

const CASES: [what: string, html: string, leaves: string][] = [
  ['a line is a line', '<p>One</p><p dir="ltr"><br></p>', '<p style="margin:0">One</p><p dir="ltr" style="margin:0"><br /></p>'],
  ['a margin of its own stays', '<p style="color:red;margin:1em 0">a</p>', '<p style="color:red;margin:1em 0">a</p>'],
  [
    'a margin on one side stays, and there is none on the others',
    '<p style="margin-bottom:8px">a</p>',
    '<p style="margin:0;margin-bottom:8px">a</p>',
  ],
  ['an indented line', '<p style="margin-left:40px">a</p>', '<p style="margin:0;margin-left:40px">a</p>'],
  [
    'lists are indented without room around them',
    '<ul><li>a<ol><li>b</ol></ul>',
    '<ul style="margin:0 0 0 40px;padding:0"><li>a<ol style="margin:0 0 0 40px;padding:0"><li>b</li></ol></li></ul>',
  ],
  [
    'a list that says how far it is indented',
    '<ul style="padding-left:20px"><li>a</ul>',
    '<ul style="margin:0;padding-left:20px"><li>a</li></ul>',
  ],
  [
    'a list as Word writes it',
    '<ul style="margin-top:0in"><li>a</ul>',
    '<ul style="margin:0 0 0 40px;padding:0;margin-top:0in"><li>a</li></ul>',
  ],
  ['a list with a margin', '<ul style="margin:0"><li>a</ul>', '<ul style="margin:0"><li>a</li></ul>'],
  [
    'a list from right to left is indented whichever side its start is',
    '<ul><li>שלום</ul>',
    '<ul style="margin:0 40px;padding:0"><li>שלום</li></ul>',
  ],
  ['a list that says so', '<ul dir="rtl"><li>1</ul>', '<ul dir="rtl" style="margin:0 40px;padding:0"><li>1</li></ul>'],
  [
    'a quote has a line beside it',
    '<blockquote>a</blockquote>',
    '<blockquote style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">a</blockquote>',
  ],
  [
    'a quote from right to left has it there',
    '<p>שלום</p><blockquote>a</blockquote><blockquote dir="ltr" style="margin:0;border:none">b</blockquote>',
    '<p style="margin:0">שלום</p><blockquote style="margin:0 .8ex 0 0;border-right:1px solid #ccc;padding-right:1ex">a</blockquote>' +
      '<blockquote dir="ltr" style="border-left:1px solid #ccc;padding-left:1ex;margin:0;border:none">b</blockquote>',
  ],
  [
    'a quote as Gmail indents',
    '<blockquote style="margin:0 0 0 40px;border:none;padding:0px">a</blockquote>',
    '<blockquote style="border-left:1px solid #ccc;padding-left:1ex;margin:0 0 0 40px;border:none;padding:0px">a</blockquote>',
  ],
  [
    'headings',
    '<h1>a</h1><h3 style="font-size:20px">b</h3><h6 style="margin:4px 0">c</h6>',
    '<h1 style="margin:0;font-size:2em">a</h1><h3 style="margin:0;font-size:20px">b</h3><h6 style="font-size:1em;margin:4px 0">c</h6>',
  ],
  ['preformatted text and terms', '<pre>a</pre><dl><dt>b</dt></dl>', '<pre style="margin:0">a</pre><dl style="margin:0"><dt>b</dt></dl>'],
  [
    'cells have the font of the email',
    '<table><tr><th>a</th><td style="font-size:11px">b</td></tr></table>',
    `<table><tr><th style="${FONT}">a</th><td style="font-family:Arial,sans-serif;line-height:1.5;font-size:11px">b</td></tr></table>`,
  ],
  [
    'cells have the font that words around them have',
    '<div style="font-family:Georgia"><table><tr><td>a</td></tr></table></div>' + '<table><tr><td>b</td></tr></table>',
    `<div style="font-family:Georgia"><table><tr><td style="font-size:14px;line-height:1.5">a</td></tr></table></div>` +
      `<table><tr><td style="${FONT}">b</td></tr></table>`,
  ],
  [
    'words that look like a style',
    '<p title=" style=" lang=" onclick=x ">&lt;p&gt;</p>',
    '<p title=" style=" lang=" onclick=x " style="margin:0">&lt;p&gt;</p>',
  ],
  ['a font with quotes', `<p style="font-family:&quot;Segoe UI&quot;">a</p>`, '<p style="margin:0;font-family:&quot;Segoe UI&quot;">a</p>'],
];

function look(html: string): string {
  return withInlineLook(cleanBody(html), FONT);
}

describe('A body says itself how it looks', () => {
  for (const [what, html, leaves] of CASES) test(what, () => assert.equal(look(html), leaves));

  test('and nothing else of it changes', () =>
    holds(
      fc.property(randomPages, (page) => {
        const clean = cleaned(page);
        assert.equal(unstyled(withInlineLook(clean, FONT)), unstyled(clean));
      }),
    ));
});

function cleaned(page: string): string {
  try {
    return cleanBody(page);
  } catch {
    return '';
  }
}

function unstyled(html: string): string {
  return html.replace(/ style="[^"]*"/g, '');
}
