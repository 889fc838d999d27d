import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AppError } from '../errors.ts';
import { cleanBody } from './clean-body.ts';
import { findLostPictures } from './lost-pictures.ts';
import { renderHtml } from '../../features/send-engine/index.ts';

describe('A body (EM-7)', () => {
  test('keeps words and formatting and loses everything that runs, fetches or frames', () => {
    const dirty = [
      '<html><head><title>t</title><style>p{color:red}</style></head><body onload="x()">',
      '<script>alert(1)</script><p style="color:red;position:fixed;background-color:url(https://t.example)" ' +
        'onclick="x()">Hi <b>you</b></p>',
      '<iframe src="https://x.example"><b>frame</b></iframe><form action="https://x.example"><input name="a"></form>' +
        '<object data="x"></object>',
      '<a href="javascript:alert(1)">a</a><a href="data:text/html,x">b</a><img src="https://x.example/p.png" onerror="y()">' +
        '<svg onload="x()"/>',
      '<o:p>Word</o:p><!--[if mso]>secret<![endif]--></body></html>',
    ].join('');
    assert.equal(cleanBody(dirty), '<p style="color:red">Hi <b>you</b></p><a>a</a><a>b</a><img src="https://x.example/p.png" />Word');
  });

  test('is cleaned once: cleaned words stay as they are', () => {
    const words =
      '<p>&amp;lt;b&gt; a &lt; b</p><img src="cid:x" alt="a &quot;b&quot; &amp; c"><a href="www.x.example:80/?a=1&amp;b=2">x</a><li>1';
    const clean = cleanBody(words);
    assert.equal(cleanBody(clean), clean);
  });

  test('a link typed without a scheme leads where it was meant to', () => {
    const links: [typed: string, leadsTo: string][] = [
      ['www.acme.example/x', 'https://www.acme.example/x'],
      ['www.x.example:8080', 'https://www.x.example:8080'],
      ['www.x.example:8080/path?a=1#b', 'https://www.x.example:8080/path?a=1#b'],
      ['münchen.example:443', 'https://münchen.example:443'],
      ['//cdn.example/a', 'https://cdn.example/a'],
      ['dana@globex.example', 'mailto:dana@globex.example'],
      ['mailto:a@b.example', 'mailto:a@b.example'],
      ['tel:+49.89.12', 'tel:+49.89.12'],
      ['HTTP://x.example:80', 'HTTP://x.example:80'],
      ['#top', '#top'],
    ];
    for (const [typed, leadsTo] of links) assert.equal(cleanBody(`<a href="${typed}">a</a>`), `<a href="${leadsTo}">a</a>`, typed);
  });

  test('names the pictures that only the rep could see, and never leaves an empty box in their place', () => {
    const lost = [
      '<img src="data:image/png;base64,AAAA" alt="Q3 &amp; Q4">',
      '<img src="file:///C:/Users/rae/Pictures/team%20photo.png">',
      '<img src="cid:image001.png@01D9">',
      '<img src="blob:https://acme.lightning.force.com/1">',
      '<img src="/sfc/servlet/logo.png?id=1">',
      '<img>',
    ];
    const clean = cleanBody(`<p>Hi</p>${lost.join('')}<img src="https://x.example/p.png" alt="kept"><img src="//x.example/q.png">`);
    assert.deepEqual(findLostPictures(clean), ['Q3 & Q4', 'team%20photo.png', '', '', 'logo.png', '']);
    assert.equal(
      renderHtml({ bodyHtml: clean, bodyIsClean: true, font: null }).replaceAll(/ style="[^"]*"/g, ''),
      '<div dir="auto"><p>Hi</p>Q3 &amp; Q4team%20photo.pnglogo.png<img src="https://x.example/p.png" alt="kept" />' +
        '<img src="https://x.example/q.png" /></div>',
    );
  });

  test('stands on the side on which its first word is read, also where each line says its own direction', () => {
    const body = (bodyHtml: string) => renderHtml({ bodyHtml, bodyIsClean: true, font: null }).slice(0, 15);
    assert.deepEqual([body('<p dir="auto">שלום</p>'), body('<p>Hi</p><p dir="auto">שלום</p>')], ['<div dir="rtl" ', '<div dir="auto"']);
  });

  test('pasted pictures do not count as words', () => {
    const clean = cleanBody(`<p>Hi</p><img src="data:image/png;base64,${'A'.repeat(900_000)}" alt="photo">`);
    assert.deepEqual([clean, findLostPictures(clean)], ['<p>Hi</p><img alt="photo" />', ['photo']]);
  });
});

describe('What is too large to be read quickly', () => {
  const tooLarge: [cap: string, html: string][] = [
    ['characters', 'word '.repeat(40_001)],
    ['tags', '<p>'.repeat(333_333)],
    ['tags', '<'.repeat(1_000_000)],
    ['tags', '</p>'.repeat(5_001)],
    ['depth', '<div>'.repeat(101)],
    ['depth', '<ol><li>'.repeat(2_000)],
    ['depth', '<div></p></b>'.repeat(101)],
    ['attributes', `<p ${Array.from({ length: 10_001 }, (_, index) => `a${String(index)}`).join(' ')}>`],
    ['styles', `<p style="${'color:red;'.repeat(6_001)}">`],
  ];
  for (const [cap, html] of tooLarge)
    test(`is refused in words before it is parsed: ${cap} (${html.slice(0, 12)})`, () => {
      assert.throws(
        () => cleanBody(html),
        (error) => error instanceof AppError && error.status === 413 && error.code === 'text_too_large' && error.extra['cap'] === cap,
      );
    });

  test('a long email with every kind of formatting is not', () => {
    const section = `<p style="color:#333;font-size:12px">${'A sentence of a sales email. '.repeat(5)}</p>`;
    const table = `<table role="presentation"><tbody>${'<tr><td style="padding:4px">One</td><td>Two</td></tr>'.repeat(50)}</tbody></table>`;
    const deep = `${'<table><tbody><tr><td>'.repeat(20)}x${'</td></tr></tbody></table>'.repeat(20)}`;
    const html = `${section.repeat(200)}${table.repeat(10)}${deep}${'<p>One<p>Two<ul><li>a<li>b</ul>'.repeat(200)}`;
    assert.equal(cleanBody(html).startsWith('<p style="color:#333;font-size:12px">'), true);
  });
});
