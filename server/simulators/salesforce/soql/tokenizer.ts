import { SalesforceError } from '../errors.ts';

export type TokenKind = 'name' | 'string' | 'number' | 'date' | 'datetime' | 'operator' | 'punctuation' | 'end';

export interface Token {
  kind: TokenKind;
  /** As written; for strings the text between the quotes with its escapes. */
  text: string;
  position: number;
}

const PATTERNS: [Exclude<TokenKind, 'string' | 'end'>, RegExp][] = [
  ['datetime', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})/y],
  ['date', /\d{4}-\d{2}-\d{2}(?![\dT])/y],
  ['number', /[+-]?\d+(?:\.\d+)?(?![\w.])/y],
  ['name', /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?::\d+)?/y],
  ['operator', /<=|>=|!=|<>|=|<|>/y],
  ['punctuation', /[(),]/y],
];
const STRING = /'((?:[^'\\]|\\[\s\S])*)'/y;
const SPACE = /\s*/y;

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', "'": "'", '\\': '\\' };

/** Splits a SOQL statement. Throws MALFORMED_QUERY with Salesforce's own wording and place. */
export function tokenize(soql: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  for (;;) {
    position += take(SPACE, soql, position)?.[0].length ?? 0;
    if (position >= soql.length) {
      tokens.push({ kind: 'end', text: '<EOF>', position });
      return tokens;
    }
    const text = take(STRING, soql, position);
    if (text) {
      tokens.push({ kind: 'string', text: text[1] ?? '', position });
      position += text[0].length;
      continue;
    }
    if (soql[position] === "'") throw malformed(soql, soql.length, "mismatched character '<EOF>' expecting '''");
    const match = PATTERNS.map(([kind, pattern]) => ({ kind, found: take(pattern, soql, position) })).find(({ found }) => found);
    if (!match?.found) throw malformed(soql, position, `unexpected token: '${soql[position]}'`);
    tokens.push({ kind: match.kind, text: match.found[0], position });
    position += match.found[0].length;
  }
}

/** The value of a string literal. Throws MALFORMED_QUERY for an escape that SOQL does not know. */
export function unescapeString(raw: string): string {
  return raw.replace(/\\([\s\S])/g, (sequence, letter: string) => {
    if (letter === '%' || letter === '_') return letter;
    return ESCAPES[letter] ?? refuseEscape(raw, sequence);
  });
}

/** The pattern of a LIKE as a regular expression: % and _ are wild unless a backslash stands before them. */
export function likePattern(raw: string): RegExp {
  const source = raw.replace(/\\([\s\S])|([%_])|([\s\S])/g, (sequence, escaped?: string, wild?: string, plain?: string) => {
    if (wild) return wild === '%' ? '[\\s\\S]*' : '[\\s\\S]';
    if (plain) return escapeRegex(plain);
    if (escaped === '%' || escaped === '_') return escaped;
    return escapeRegex(ESCAPES[escaped ?? ''] ?? refuseEscape(raw, sequence));
  });
  return new RegExp(`^${source}$`, 'iu');
}

/** The error with the excerpt and the caret that Salesforce prints. */
export function malformed(soql: string, position: number, problem: string): SalesforceError {
  const lines = soql.slice(0, position).split('\n');
  const column = (lines.at(-1)?.length ?? 0) + 1;
  const excerpt = soql.slice(Math.max(0, position - 40), position + 20).replaceAll('\n', ' ');
  const caret = `${' '.repeat(Math.min(40, position))}^`;
  return new SalesforceError('MALFORMED_QUERY', `\n${excerpt}\n${caret}\nERROR at Row:${lines.length}:Column:${column}\n${problem}`);
}

function refuseEscape(raw: string, sequence: string): never {
  throw new SalesforceError(
    'MALFORMED_QUERY',
    `Invalid string literal '${raw}'. Illegal character sequence '${sequence}' in string literal.`,
  );
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function take(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}
