import { SalesforceError } from '../errors.ts';
import type { Condition, Literal, Operator, Query } from './ast.ts';
import { malformed, tokenize, unescapeString, type Token } from './tokenizer.ts';

const NOT_SIMULATED = ['GROUP', 'HAVING', 'WITH', 'FOR', 'USING', 'TYPEOF', 'UPDATE', 'ALL'];
const PERIODS = ['TODAY', 'YESTERDAY', 'TOMORROW', 'LAST_N_DAYS', 'NEXT_N_DAYS'];

/** Parses the part of SOQL that the simulator knows. Throws MALFORMED_QUERY, worded as Salesforce does. */
export function parseSoql(soql: string): Query {
  const parser = new Parser(soql);
  const query = parser.query();
  parser.expectEnd();
  return query;
}

class Parser {
  readonly soql: string;
  readonly tokens: Token[];
  index = 0;

  constructor(soql: string) {
    this.soql = soql;
    this.tokens = tokenize(soql);
  }

  query(): Query {
    this.word('SELECT');
    const isCount = this.isCount();
    const fields = isCount ? [] : this.fieldList();
    this.word('FROM');
    const from = this.name();
    const where = this.tryWord('WHERE') ? this.condition() : null;
    const orderBy = this.tryWord('ORDER') ? this.orderBy() : [];
    const limit = this.tryWord('LIMIT') ? this.count() : null;
    const offset = this.tryWord('OFFSET') ? this.count() : 0;
    return { fields, isCount, from, where, orderBy, limit, offset };
  }

  expectEnd(): void {
    if (this.peek.kind !== 'end') throw this.unexpected();
  }

  private isCount(): boolean {
    if (this.peek.text.toUpperCase() !== 'COUNT' || this.tokens[this.index + 1]?.text !== '(') return false;
    if (this.tokens[this.index + 2]?.text !== ')') throw notSimulated('an aggregate of a field');
    this.index += 3;
    return true;
  }

  private fieldList(): string[] {
    const fields = [this.path()];
    while (this.tryPunctuation(',')) fields.push(this.path());
    return fields;
  }

  private path(): string {
    if (this.peek.text === '(') throw notSimulated('a subquery in SELECT');
    const path = this.name();
    if (this.peek.text === '(') throw notSimulated(`the function ${path}()`);
    return path;
  }

  private orderBy(): Query['orderBy'] {
    this.word('BY');
    const items: Query['orderBy'] = [];
    do {
      const path = this.path();
      const descending = this.tryWord('DESC');
      if (!descending) this.tryWord('ASC');
      let nullsLast = false;
      if (this.tryWord('NULLS')) {
        nullsLast = this.tryWord('LAST');
        if (!nullsLast) this.word('FIRST');
      }
      items.push({ path, descending, nullsLast });
    } while (this.tryPunctuation(','));
    return items;
  }

  /** AND and OR may not be mixed without parentheses: Salesforce refuses it too. */
  private condition(): Condition {
    const first = this.simpleCondition();
    const joint = (['AND', 'OR'] as const).find((word) => this.isWord(word));
    if (!joint) return first;
    const items = [first];
    while (this.tryWord(joint)) items.push(this.simpleCondition());
    if (this.isWord('AND') || this.isWord('OR')) throw this.unexpected();
    return { kind: joint === 'AND' ? 'and' : 'or', items };
  }

  private simpleCondition(): Condition {
    if (this.tryWord('NOT')) return { kind: 'not', item: this.simpleCondition() };
    if (this.tryPunctuation('(')) {
      const inner = this.condition();
      this.punctuation(')');
      return inner;
    }
    const path = this.path();
    if (this.tryWord('LIKE')) return { kind: 'compare', path, operator: 'like', literal: this.literal() };
    if (this.tryWord('IN')) return this.membership(path, false);
    if (this.tryWord('NOT')) {
      this.word('IN');
      return this.membership(path, true);
    }
    if (this.peek.kind !== 'operator') throw this.unexpected();
    const operator = this.next().text.replace('<>', '!=') as Operator;
    return { kind: 'compare', path, operator, literal: this.literal() };
  }

  private membership(path: string, negated: boolean): Condition {
    this.punctuation('(');
    if (this.isWord('SELECT')) {
      const query = this.query();
      this.punctuation(')');
      return { kind: 'semijoin', path, negated, query };
    }
    const literals = [this.literal()];
    while (this.tryPunctuation(',')) literals.push(this.literal());
    this.punctuation(')');
    return { kind: 'in', path, negated, literals };
  }

  private literal(): Literal {
    const token = this.next();
    switch (token.kind) {
      case 'string':
        return { kind: 'string', value: unescapeString(token.text), raw: token.text };
      case 'number':
        return { kind: 'number', value: Number(token.text) };
      case 'date':
      case 'datetime':
        return { kind: token.kind, value: token.text };
      case 'name':
        return this.wordLiteral(token);
      default:
        this.index -= 1;
        throw this.unexpected();
    }
  }

  private wordLiteral(token: Token): Literal {
    const [name = '', days] = token.text.toUpperCase().split(':');
    if (name === 'NULL') return { kind: 'null' };
    if (name === 'TRUE' || name === 'FALSE') return { kind: 'boolean', value: name === 'TRUE' };
    if (PERIODS.includes(name)) return { kind: 'period', name, days: Number(days ?? 0) };
    this.index -= 1;
    throw this.unexpected();
  }

  private count(): number {
    const token = this.next();
    if (token.kind === 'number' && /^\d+$/.test(token.text)) return Number(token.text);
    this.index -= 1;
    throw this.unexpected();
  }

  private name(): string {
    if (this.peek.kind !== 'name') throw this.unexpected();
    return this.next().text;
  }

  private get peek(): Token {
    return this.tokens[this.index] as Token;
  }

  private next(): Token {
    const token = this.peek;
    if (token.kind !== 'end') this.index += 1;
    return token;
  }

  private isWord(word: string): boolean {
    return this.peek.kind === 'name' && this.peek.text.toUpperCase() === word;
  }

  private tryWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.index += 1;
    return true;
  }

  private word(word: string): void {
    if (!this.tryWord(word)) throw this.unexpected();
  }

  private tryPunctuation(text: string): boolean {
    if (this.peek.kind !== 'punctuation' || this.peek.text !== text) return false;
    this.index += 1;
    return true;
  }

  private punctuation(text: string): void {
    if (!this.tryPunctuation(text)) throw this.unexpected();
  }

  private unexpected(): SalesforceError {
    const token = this.peek;
    const isClause = token.kind === 'name' && NOT_SIMULATED.includes(token.text.toUpperCase());
    if (isClause) return notSimulated(`the clause ${token.text}`);
    return malformed(this.soql, token.position, token.kind === 'end' ? "unexpected token: '<EOF>'" : `unexpected token: '${token.text}'`);
  }
}

/** Real SOQL can do more; the message says that the limit is the simulator's. */
function notSimulated(what: string): SalesforceError {
  return new SalesforceError('MALFORMED_QUERY', `The Salesforce simulator does not know ${what}`);
}
