/** Exactly as cleaning writes a tag: its values hold no quotes and no angle brackets, nor does text. */
export const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z]+(?:="[^"]*")?)*)( \/)?>/g;
const ATTRIBUTE = / ([a-z]+)(?:="([^"]*)")?/g;
const PROPERTY = /(?:^|;)([a-z-]+):/g;
/** Letters and marks that are read from right to left, or an element that says so. */
const RIGHT_TO_LEFT = / dir="rtl"|[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** One step of the editor, and how far mail programs indent what says nothing. */
const INDENT = '40px';
/** As the editor has them; Word, which draws the emails of Outlook for Windows, has others. */
const HEADING_SIZES: Readonly<Record<string, string>> = { h1: '2em', h2: '1.5em', h3: '1.17em', h4: '1em', h5: '1em', h6: '1em' };
const CELLS = new Set(['td', 'th', 'caption']);
const CODE = new Set(['pre', 'code']);
const OF_OTHER_SIZE = new Set(['pre', 'code', 'big', 'small', 'sub', 'sup', ...Object.keys(HEADING_SIZES)]);
/** As Gmail writes them: a line where the quote begins. */
const QUOTE = ['margin:0 0 0 .8ex', 'border-left:1px solid #ccc', 'padding-left:1ex'];
const QUOTE_FROM_RIGHT = ['margin:0 .8ex 0 0', 'border-right:1px solid #ccc', 'padding-right:1ex'];
const SIDES = ['margin-left', 'margin-right', 'padding', 'padding-left', 'padding-right'];

type Properties = ReadonlySet<string>;
const NONE: Properties = new Set();

/**
 * A cleaned body whose blocks say themselves what mail programs else decide, each in its own way: paragraphs, headings, lists and quotes
 * have no room above and below, lists are indented, quotes have a line beside them, cells have the font of the words around them. What says
 * it itself keeps it. `bodyStyle` are the declarations of the block around the body.
 */
export function withInlineLook(cleanHtml: string, bodyStyle: string): string {
  const font = bodyStyle.split(';');
  // By a margin, because Word knows no padding but that of cells. Hardly any mail program knows `margin-inline-start`, and Word draws every
  // email from left to right: room on both sides is right for all
  const hasRightToLeft = RIGHT_TO_LEFT.test(cleanHtml);
  const list = [`margin:${hasRightToLeft ? `0 ${INDENT}` : `0 0 0 ${INDENT}`}`, 'padding:0'];
  const isFromRight = hasRightToLeft && beginsFromRight(cleanHtml);
  /** What each open element, or one around it, says of the font. */
  const open: Properties[] = [];
  return cleanHtml.replace(TAG, (tag: string, end: string, name: string, attributes: string, isVoid: string | undefined) => {
    if (isVoid) return tag;
    if (end) {
      open.pop();
      return tag;
    }
    const style = valueOf(attributes, 'style');
    const said = style ? new Set([...style.matchAll(PROPERTY)].map(([, property = '']) => property)) : NONE;
    const around = open.at(-1) ?? NONE;
    const inside = withFontOf(name, attributes, said, around);
    open.push(inside);
    let look: string[];
    // Word gives tables a font of their own, and browsers do so in a message without a doctype
    if (CELLS.has(name)) look = font.filter((one) => !inside.has(propertyOf(one)));
    else if (name === 'ul' || name === 'ol') look = lookOfList(said, list);
    else if (name === 'blockquote') look = quoteFrom(valueOf(attributes, 'dir'), isFromRight).filter((one) => !said.has(propertyOf(one)));
    else look = lookOfLine(name, said);
    return look.length > 0 ? `<${name}${withStyle(attributes, style, look.join(';'))}>` : tag;
  });
}

function lookOfLine(name: string, said: Properties): string[] {
  const size = HEADING_SIZES[name];
  const isLine = size !== undefined || name === 'p' || name === 'pre' || name === 'dl';
  return [...(isLine && !said.has('margin') ? ['margin:0'] : []), ...(size && !said.has('font-size') ? [`font-size:${size}`] : [])];
}

/** One that says something of its sides is indented by that. */
function lookOfList(said: Properties, whole: string[]): string[] {
  if (said.has('margin')) return [];
  return SIDES.some((side) => said.has(side)) ? ['margin:0'] : whole;
}

function quoteFrom(direction: string | undefined, isFromRight: boolean): string[] {
  return direction === 'rtl' || (direction !== 'ltr' && isFromRight) ? QUOTE_FROM_RIGHT : QUOTE;
}

/** Whether the first letter is read from right to left: what `dir="auto"` asks, which leaves out lines that say their own direction. */
export function beginsFromRight(cleanHtml: string): boolean {
  const [letter = ''] = /\p{L}/u.exec(cleanHtml.replace(TAG, ' ').replace(/&[a-z]+;/g, ' ')) ?? [];
  return RIGHT_TO_LEFT.test(letter);
}

function withFontOf(name: string, attributes: string, said: Properties, around: Properties): Properties {
  const isFont = name === 'font';
  const own = [
    ...(said.has('font-family') || CODE.has(name) || (isFont && attributes.includes(' face=')) ? ['font-family'] : []),
    ...(said.has('font-size') || OF_OTHER_SIZE.has(name) || (isFont && attributes.includes(' size=')) ? ['font-size'] : []),
    ...(said.has('line-height') ? ['line-height'] : []),
  ];
  return own.length > 0 ? new Set([...around, ...own]) : around;
}

function propertyOf(declaration: string): string {
  return declaration.slice(0, declaration.indexOf(':'));
}

function valueOf(attributes: string, wanted: string): string | undefined {
  for (const [, name, value] of attributes.matchAll(ATTRIBUTE)) if (name === wanted) return value;
  return undefined;
}

/** What is added stands first: what the element says itself counts more. */
function withStyle(attributes: string, style: string | undefined, look: string): string {
  if (style === undefined) return `${attributes} style="${look}"`;
  const whole = style ? `${look};${style}` : look;
  return attributes.replace(ATTRIBUTE, (attribute: string, name: string) => (name === 'style' ? ` style="${whole}"` : attribute));
}
