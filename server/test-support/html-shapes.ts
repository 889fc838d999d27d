import fc from 'fast-check';

/** Every tag that may stay in an email, and some that may not. */
const TAGS = [
  ...'p div span br hr h1 h6 blockquote pre code address center font b i u s sub sup small mark a img ul ol li dl dt dd'.split(' '),
  ...'table caption colgroup col thead tbody tfoot tr th td'.split(' '),
  ...'script style iframe svg math textarea title template noscript form select option'.split(' '),
];
const TEXTS = [
  'word ',
  '&amp;',
  '&#x1f600;',
  '&notanentity',
  '\ud83d',
  '\u0000',
  '\u00a0',
  '😀',
  '<',
  '>',
  '&',
  '"',
  '\n',
  '\t',
  'x'.repeat(300),
];
const ODD = [
  '<!--x-->',
  '<!--',
  '<![CDATA[x]]>',
  '<!--[if mso]>',
  '<![endif]-->',
  '<!doctype html>',
  '<?xml ?>',
  '</',
  '<a b',
  '<p/>',
  '</p >',
  '</br>',
];
const VALUES = [
  'https://x.example/a?b=1&c=2',
  'javascript:x()',
  'data:text/html,x',
  'www.x.example:80',
  'color:red',
  'color:url(x)',
  '<!--',
  '',
];
const NAMES = ['style', 'href', 'src', 'title', 'onclick', 'class', 'colspan', 'role', 'alt'];

const tag = fc
  .tuple(fc.constantFrom(...TAGS), fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...VALUES)), { maxLength: 2 }))
  .map(([name, attributes]) => ({ opens: name, html: `<${name}${attributes.map(([key, value]) => ` ${key}="${value}"`).join('')}>` }));
/** What closes the tag that is open, or any tag at all. */
const end = fc
  .oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...TAGS) })
  .map((closes) => ({ closes }));
const other = fc
  .oneof({ weight: 2, arbitrary: fc.constantFrom(...TEXTS) }, { weight: 1, arbitrary: fc.constantFrom(...ODD) })
  .map((html) => ({ html }));
const piece = fc.oneof({ weight: 4, arbitrary: tag }, { weight: 3, arbitrary: end }, { weight: 3, arbitrary: other });

/** Pages of tags that are mostly closed, with whatever else stands in pages: from some pieces to more than may come in. */
export const randomPages: fc.Arbitrary<string> = fc
  .oneof(...[10, 60, 400, 4_000].map((most) => fc.array(piece, { maxLength: most, size: 'max' })))
  .map((pieces) => {
    const open: string[] = [];
    return pieces
      .map((one) => {
        if ('closes' in one) return `</${one.closes ?? open.pop() ?? 'p'}>`;
        if ('opens' in one) open.push(one.opens);
        return one.html;
      })
      .join('');
  });

/** Shapes that are known to make parsers of HTML slow, at and above what may come in. */
export function slowShapes(): [what: string, html: string][] {
  const shapes: [string, string][] = [];
  for (const [depth, times] of [
    [95, 25],
    [40_000, 1],
  ] as const)
    for (const name of TAGS) {
      shapes.push([
        `${name} ${String(depth)} deep, ${String(times)} times`,
        `<${name}>x`.repeat(depth).concat(`</${name}>`.repeat(depth)).repeat(times),
      ]);
      shapes.push([`${name} ${String(depth)} unclosed`, `<${name}>`.repeat(depth)]);
    }
  const nested = [
    '<ol><li>',
    '<ul><li>x ',
    '<table><tr><td>x',
    '<dl><dd>',
    '<blockquote><p>',
    '<li><table><tr><td><ol>',
    '<a href="https://x.example">x',
  ];
  for (const piece of nested) for (const times of [16, 500, 20_000]) shapes.push([`${piece} ${String(times)} times`, piece.repeat(times)]);
  const huge = 190_000;
  const flat = ['&amp;', '&', '<', '</p>', '<!--', '<!--x-->', '<br>', '\n', '\u00a0 ', '&#', 'x'];
  for (const piece of flat) shapes.push([`${piece} for ${String(huge)} characters`, piece.repeat(huge / piece.length)]);
  shapes.push(
    ['one huge attribute', `<p title="${'x'.repeat(huge)}">`],
    ['one huge style', `<p style="${'color:red;'.repeat(5_900)}">`],
    ['styles that never close', `<p style="${'a{'.repeat(29_000)}">`],
    ['a huge address', `<a href="${'<!-- -->'.repeat(1_000)}">x</a><img src="${'a'.repeat(huge - 9_000)}">`],
    ['many attributes', `<p ${Array.from({ length: 9_900 }, (_, index) => `a${String(index)}=x`).join(' ')}>`],
    ['many styles', '<p style="color:red;margin:0">x</p>'.repeat(2_400)],
    ['a wide table', `<table><tr>${'<td colspan="100000" rowspan="100000">x'.repeat(4_000)}`],
    ['preformatted lines in quotes', `${'<blockquote>'.repeat(90)}<pre>${'\n x'.repeat(60_000)}`],
  );
  return shapes;
}
