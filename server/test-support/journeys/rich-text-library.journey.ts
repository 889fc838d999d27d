import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { bundleStaticResource } from '../../checks/static-resources.ts';
import { forceAppDir } from '../../simulators/salesforce/lightning/build/paths.ts';
import { launchBrowser, openPage } from '../browser.ts';
import { randomPages } from '../html-shapes.ts';
import { holds } from '../properties.ts';
import { until } from '../until.ts';

const CELL = 'border:1px solid #c9c9c9;padding:4px 8px';

/** As drafts, signatures and templates come: what goes in, and what the editor says is in it. The same where there is no third. */
const KEPT: [what: string, html: string, written?: string][] = [
  ['nothing', '<p><br></p>', ''],
  ['lines, and a blank one between', '<p>Hi</p><p><br></p><p>Bye</p>'],
  ['lines of other programs', '<div>Hi<br>you</div><div><br></div>there', '<p>Hi<br>you</p><p><br></p><p>there</p>'],
  [
    'emphasis and colours',
    '<p><b>a</b><i>b</i><u>c</u><del>d</del><sub>e</sub><font color="#ff0000" size="5">f</font></p>',
    '<p><strong>a</strong><em>b</em><u>c</u><s>d</s><sub>e</sub><span style="color:#ff0000;font-size:24px">f</span></p>',
  ],
  [
    'fonts said around the words',
    '<div style="font-family:Georgia,serif"><p><span style="font-size:18px">a</span></p></div>',
    '<p><span style="font-family:Georgia, serif;font-size:18px">a</span></p>',
  ],
  ['spaces that count', '<p>a &nbsp;b&nbsp;</p>'],
  ['spaces that do not', '<p>\n a   <b> b </b>\n</p>\n', '<p>a <strong>b</strong></p>'],
  ['words that look like markup', '<p>a &lt;b&gt; &amp;amp; "c"</p>', '<p>a &lt;b&gt; &amp;amp; &quot;c&quot;</p>'],
  ['lists in lists', '<ul><li>a<ol start="3"><li>b</li></ol></li><li>c</li></ul>'],
  ['a list with paragraphs', '<ol><li><p>a</p><p>b</p></li></ol>', '<ol><li>a<br>b</li></ol>'],
  ['where text stands', '<p style="text-align:center">a</p><p style="margin-left:80px">b</p>'],
  ['text from right to left', '<p dir="rtl">שלום</p><p>مرحبا</p>', '<p dir="rtl">שלום</p><p dir="auto">مرحبا</p>'],
  ['links', '<p>See <a href="https://a.example/?b=1&amp;c=2">the <strong>offer</strong></a>.</p>'],
  ['headings and quotes', '<h2>a</h2><blockquote><p>b</p><p>c</p></blockquote>'],
  [
    'pictures',
    '<p>a<img src="https://x.example/a.png" alt="b" style="width:40px"></p>',
    '<p>a<img src="https://x.example/a.png" alt="b" width="40"></p>',
  ],
  ['a table', `<table style="border-collapse:collapse"><tbody><tr><td style="${CELL}"><p>a</p></td></tr></tbody></table>`],
  ['a table that only places things', '<table role="presentation"><tbody><tr><td width="20">a</td></tr></tbody></table>'],
  ['a table without lines', '<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>'],
  [
    'cells with text on one side',
    `<table style="border-collapse:collapse"><tbody><tr><td style="${CELL}"><p style="text-align:right">5</p></td></tr></tbody></table>`,
  ],
  ['another direction for a list', '<ul dir="rtl"><li>Acme 1</li></ul>', '<ul><li dir="rtl">Acme 1</li></ul>'],
  ['marks of their own in a list', '<ul style="list-style-type:none"><li>a</li></ul>'],
  ['spaces that meet', '<p>a&nbsp;<strong> b</strong><br>&nbsp;c</p>'],
  ['a rule', '<p>a</p><hr><p>b</p>'],
  ['a box', '<div style="border:1px solid red;padding:8px"><p>a</p></div>'],
  ['space that a signature says itself', '<p style="margin:0 0 8px">a</p>'],
];

/** What other programs put on the clipboard. */
const PASTED: [what: string, html: string, written: string][] = [
  [
    'Word: its fonts and gaps go, its colours and emphasis stay',
    '<p class=MsoNormal style="margin:0 0 8pt;font-family:Calibri;font-size:11pt;color:black">Plans <b>we</b> ' +
      '<span style="color:red">offer</span><o:p></o:p></p>',
    '<p>Plans <strong>we</strong> <span style="color:red">offer</span></p>',
  ],
  [
    'a spreadsheet',
    '<table><tr><td>Plan</td><td>Price</td></tr><tr><td>Pro</td><td style="background:yellow">10</td></tr></table>',
    `<table style="border-collapse:collapse"><tbody><tr><td style="${CELL}"><p>Plan</p></td><td style="${CELL}"><p>Price</p></td></tr>` +
      `<tr><td style="${CELL}"><p>Pro</p></td><td style="${CELL};background-color:yellow"><p>10</p></td></tr></tbody></table>`,
  ],
  [
    'Google Docs: bold that is none',
    '<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700;color:#000000">a</span> b</p></b>',
    '<p><strong>a</strong> b</p>',
  ],
  ['a link of a page', '<a href="https://a.example" style="color:#15c"><u>a</u></a>', '<p><a href="https://a.example">a</a></p>'],
  [
    'pictures: those of the web stay',
    '<img src="file:///c:/a.png" alt="a"><img src="https://x.example/b.png" alt="b">',
    '<p><img src="https://x.example/b.png" alt="b"></p>',
  ],
  [
    'what would run in the page of the rep',
    '<script>window.ran=1</script><img src=x onerror="window.ran=1"><a href="javascript:window.ran=1">a</a>' +
      '<table role="presentation"><tr><td onclick="window.ran=1"><svg onload="window.ran=1"></svg>b' +
      '<img src="x" onerror="window.ran=1"></td></tr></table>',
    '<p>a</p><table role="presentation"><tbody><tr><td>b<img src="x"></td></tr></tbody></table>',
  ],
];

describe('The library of the editor', () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    const library = await bundleStaticResource({ entry: path.join(forceAppDir, 'rich-text/library/index.ts') });
    browser = await launchBrowser();
    ({ page } = await openPage(browser));
    await page.setContent('<div id="text" contenteditable="true"></div>');
    await page.addScriptTag({ content: Buffer.from(library).toString('utf8') });
    await page.evaluate('editor = msiRichText.createEditor(text, { onChange() {}, onState() {} })');
  });
  after(() => browser.close());

  const set = async (html: string) => page.evaluate<string>(`editor.setHtml(${JSON.stringify(html)}), editor.html()`);

  const paste = async (types: Record<string, string>) =>
    page.evaluate(`{
      const clipboardData = new DataTransfer();
      for (const [type, data] of Object.entries(${JSON.stringify(types).replaceAll('<', '\\u003c')})) clipboardData.setData(type, data);
      text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);

  for (const [what, html, written = html] of KEPT) {
    it(`keeps ${what}`, async () => {
      assert.equal(await set(html), written);
      assert.equal(await set(written), written, 'the second time');
    });
  }

  for (const [what, html, written] of PASTED) {
    it(`takes from the clipboard of ${what}`, async () => {
      await set('');
      await page.evaluate('editor.focus()');
      await paste({ 'text/html': html });
      assert.equal(await page.evaluate('editor.html()'), written);
      assert.equal(await page.evaluate('window.ran'), undefined);
    });
  }

  it('believes nobody who says that a copy comes from this editor', async () => {
    const nodes = [
      { type: 'picture', version: 1, look: { src: 'x', alt: '', onerror: 'window.ran=1' } },
      {
        type: 'text',
        version: 1,
        text: 'b',
        style: 'background-image:url(https://evil.example/a.png)',
        mode: 'normal',
        format: 0,
        detail: 0,
      },
      { type: 'fixed', version: 1, html: '<img src=x onerror="window.ran=1">' },
    ];
    const copy = { 'application/x-lexical-editor': JSON.stringify({ namespace: 'msi-rich-text', nodes }), 'text/plain': 'plain' };
    await set('');
    await page.evaluate('editor.focus()');
    await paste(copy);
    assert.equal(await page.evaluate('editor.html()'), '<p>plain</p>');
    await set('');
    await page.evaluate('editor.focus()');
    await paste({ ...copy, 'text/html': '<p style="font-size:18px">a</p>' });
    assert.equal(await page.evaluate('editor.html()'), '<p><span style="font-size:18px">a</span></p>');
    assert.equal(await page.evaluate('window.ran'), undefined);
  });

  it('lets nothing that it shows load, or cover the page around it', async () => {
    const box = (style: string) => `<div style="padding:8px;${style}"><p>a</p></div>`;
    for (const style of [
      'position:fixed;inset:0;z-index:9',
      "background:image-set('https://evil.example/a.png' 1x)",
      'background-image:\\75 rl(https://evil.example/a.png)',
      'margin-top:-900px',
    ])
      assert.equal((await set(box(style))).replace(/: /g, ':').replace(/;"/, '"'), box('').replace(/;"/, '"'), style);
  });

  it('brings back no words of another email with Undo', async () => {
    await set('<p>to somebody else</p>');
    await page.evaluate('editor.focus()');
    await page.keyboard.type('and more');
    await set('<p>to Dana</p>');
    await page.keyboard.press('Control+Z');
    assert.equal(await page.evaluate('editor.html()'), '<p>to Dana</p>');
  });

  it('goes on writing where the caret was when a link has been changed or taken away', async () => {
    for (const [href, written] of [
      ['https://b.example', '<p>see <a href="https://b.example">tZhis</a></p>'],
      ['', '<p>see tZhis</p>'],
    ] as const) {
      await set('<p>see <a href="https://a.example">this</a></p>');
      await page.evaluate('editor.focus()');
      for (const _ of 'see t') await page.keyboard.press('ArrowRight');
      await page.evaluate(`editor.setLink(${JSON.stringify(href)})`);
      await page.keyboard.type('Z');
      assert.equal(await page.evaluate('editor.html()'), written);
    }
  });

  it('puts a link at the caret, behind a link around it, or on the words that are selected', async () => {
    // The editor learns of a caret that the browser has moved when it gets to it
    const caretIsKnown = () => page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))');
    const insert = async () => {
      await caretIsKnown();
      await page.evaluate(`editor.insertLink({ text: 'Pricing.pdf', href: 'https://b.example' })`);
      return page.evaluate('editor.html()');
    };
    const link = '<a href="https://b.example">Pricing.pdf</a>';
    await set('<p><a href="https://a.example">this</a></p>');
    await page.evaluate('editor.focus()');
    await page.keyboard.press('ArrowRight');
    assert.equal(await insert(), `<p><a href="https://a.example">this</a>${link}</p>`);
    await page.keyboard.type(' now');
    assert.equal(await page.evaluate('editor.html()'), `<p><a href="https://a.example">this</a>${link} now</p>`);
    await set('<p>our prices</p>');
    await page.evaluate('editor.focus()');
    for (const _ of 'our') await page.keyboard.press('Shift+ArrowRight');
    assert.equal(await insert(), '<p><a href="https://b.example">our</a> prices</p>');
    await set('<p><strong>see</strong></p>');
    await page.evaluate('editor.focus()');
    await page.keyboard.press('End');
    await caretIsKnown();
    await page.keyboard.type(' ');
    assert.equal(await insert(), '<p><strong>see </strong><a href="https://b.example"><strong>Pricing.pdf</strong></a></p>');
  });

  it('lets somebody answer between the lines of a quote', async () => {
    await set('<p>Hi</p><blockquote><p>one</p><p>two</p></blockquote>');
    await page.evaluate('editor.focus()');
    await page.keyboard.press('ArrowDown');
    // The editor learns of a caret that the browser has moved when it gets to it, which a busy machine lets wait
    await until('the caret is behind the first line of the quote', async () => {
      await page.keyboard.press('End');
      await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))');
      return page.evaluate(`getSelection().anchorNode.data === 'one' && getSelection().anchorOffset === 3`);
    });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('mine');
    assert.equal(
      await page.evaluate('editor.html()'),
      '<p>Hi</p><blockquote><p>one</p></blockquote><p>mine</p><blockquote><p>two</p></blockquote>',
    );
  });

  it('stands on the side on which its text is read, whatever the page', async () => {
    const side = async (html: string) => {
      await set(html);
      return page.evaluate<string>('text.dir');
    };
    assert.deepEqual([await side('<p>שלום Dana</p>'), await side('<p>Hi שלום</p>'), await side('')], ['rtl', 'ltr', '']);
  });

  it('puts another signature in the place of one that nobody has touched, and of no other', async () => {
    await set('<p>Hi</p><div>Rae<br>Acme</div>');
    const exchange = async (before: string, next: string) =>
      page.evaluate<boolean>(`editor.exchangeEnd(${JSON.stringify(before)}, ${JSON.stringify(next)})`);
    assert.equal(await exchange('<p>Noor</p>', '<p>Team</p>'), false);
    assert.equal(await exchange('<div>Rae<br>Acme</div>', '<p>Team</p>'), true);
    assert.equal(await page.evaluate('editor.html()'), '<p>Hi</p><p>Team</p>');
    assert.equal(await exchange('<p>Team</p>', ''), true);
    assert.equal(await page.evaluate('editor.html()'), '<p>Hi</p>');
  });

  it('says of any HTML the same when it reads what it has written', async () => {
    const isStable = async (html: string): Promise<void> => {
      const written = await set(html);
      assert.equal(await set(written), written, html);
    };
    await holds(fc.asyncProperty(randomPages, isStable), { runs: 200 });
  });
});
