/** Every tag that may stay in an email, and some that may not. */
const TAGS =
  'p div span br hr h1 h6 blockquote pre code address center font b i u s sub sup small mark a img ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td script style iframe svg math textarea title template noscript form select option'.split(
    ' ',
  );
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

type Random = (below: number) => number;

/** mulberry32: the same numbers in every run, so that a failure can be looked into. */
export function randomNumbers(seed: number): Random {
  let state = seed;
  return function nextNumber(below) {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[random(list.length)] as T;
}

function tag(random: Random, name = pick(random, TAGS)): string {
  const attributes = Array.from({ length: random(3) }, () => ` ${pick(random, NAMES)}="${pick(random, VALUES)}"`);
  return `<${name}${attributes.join('')}>`;
}

/** A tree of tags that are mostly closed, with whatever else stands in pages. */
function tree(random: Random, pieces: number): string {
  const open: string[] = [];
  let html = '';
  for (let piece = 0; piece < pieces; piece += 1) {
    const kind = random(10);
    const name = pick(random, TAGS);
    if (kind < 4) {
      html += tag(random, name);
      open.push(name);
    } else if (kind < 7) html += `</${random(5) === 0 ? name : (open.pop() ?? name)}>`;
    else if (kind < 9) html += pick(random, TEXTS);
    else html += pick(random, ODD);
  }
  return html;
}

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

/** Random pages, from some tags to more than may come in. */
export function randomShapes(seed: number, count: number): [what: string, html: string][] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, (_, index) => [
    `random page ${String(index)} of seed ${String(seed)}`,
    tree(random, pick(random, [5, 30, 200, 2_000])),
  ]);
}
