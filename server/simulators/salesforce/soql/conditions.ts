import type { FieldValue, SObject } from '../entities.ts';
import { SalesforceError } from '../errors.ts';
import { parseId } from '../ids.ts';
import type { FieldDefinition } from '../schema/index.ts';
import { timeOf } from '../values.ts';
import type { Condition, Literal, Operator, Query } from './ast.ts';
import type { CompiledPath } from './paths.ts';
import { likePattern } from './tokenizer.ts';

const DAY_MS = 86_400_000;

/** What a condition needs to know of its surroundings. */
export interface Scope {
  path(text: string): CompiledPath;
  /** Runs a semi-join and gives the values of its one field. */
  values(query: Query): FieldValue[];
  nowMs: number;
}

type Test = (record: SObject) => boolean;

/** Turns a WHERE into a function. Every field and literal is checked now, as Salesforce does, even when no record is read. */
export function compileCondition(scope: Scope, condition: Condition): Test {
  switch (condition.kind) {
    case 'and': {
      const tests = condition.items.map((item) => compileCondition(scope, item));
      return (record) => tests.every((test) => test(record));
    }
    case 'or': {
      const tests = condition.items.map((item) => compileCondition(scope, item));
      return (record) => tests.some((test) => test(record));
    }
    case 'not': {
      const test = compileCondition(scope, condition.item);
      return (record) => !test(record);
    }
    case 'compare':
      return compileCompare(scope, filterable(scope.path(condition.path)), condition.operator, condition.literal);
    case 'in': {
      const path = filterable(scope.path(condition.path));
      const tests = condition.literals.map((literal) => compileCompare(scope, path, '=', literal));
      return (record) => tests.some((test) => test(record)) !== condition.negated;
    }
    case 'semijoin': {
      const path = filterable(scope.path(condition.path));
      const values = new Set(scope.values(condition.query));
      return (record) => values.has(path.read(record)) !== condition.negated;
    }
  }
}

function compileCompare(scope: Scope, path: CompiledPath, operator: Operator, literal: Literal): Test {
  const { field } = path;
  if (operator === 'like') return compileLike(path, literal);
  if (literal.kind === 'null') {
    if (operator !== '=' && operator !== '!=') throw wrongOperator();
    return (record) => (path.read(record) === null) === (operator === '=');
  }
  if (literal.kind === 'period') return comparePeriod(scope, path, operator, literal);
  const wanted = comparable(field, literalValue(field, literal));
  return function compares(record) {
    const value = path.read(record);
    if (value === null) return operator === '!=';
    return compare(comparable(field, value), operator, wanted);
  };
}

function compileLike(path: CompiledPath, literal: Literal): Test {
  if (literal.kind !== 'string' || !isText(path.field)) {
    throw new SalesforceError('INVALID_QUERY_FILTER_OPERATOR', `invalid operator on ${path.field.type} field`);
  }
  const pattern = likePattern(literal.raw);
  return function isLike(record) {
    const value = path.read(record);
    return typeof value === 'string' && pattern.test(value);
  };
}

/** A period such as TODAY is a span: before its start, within it, or after its end. */
function comparePeriod({ nowMs }: Scope, path: CompiledPath, operator: Operator, literal: Extract<Literal, { kind: 'period' }>): Test {
  if (!isTime(path.field)) throw wrongLiteral(path.field);
  const today = Math.floor(nowMs / DAY_MS) * DAY_MS;
  const [start, end] = periodOf(literal, today);
  return function isInPeriod(record) {
    const value = path.read(record);
    if (typeof value !== 'string') return operator === '!=';
    const time = timeOf(value);
    const side = time < start ? -1 : time >= end ? 1 : 0;
    return compare(side, operator, 0);
  };
}

function periodOf({ name, days }: { name: string; days: number }, today: number): [number, number] {
  if (name === 'YESTERDAY') return [today - DAY_MS, today];
  if (name === 'TOMORROW') return [today + DAY_MS, today + 2 * DAY_MS];
  if (name === 'LAST_N_DAYS') return [today - days * DAY_MS, today + DAY_MS];
  if (name === 'NEXT_N_DAYS') return [today + DAY_MS, today + (days + 1) * DAY_MS];
  return [today, today + DAY_MS];
}

function literalValue(field: FieldDefinition, literal: Exclude<Literal, { kind: 'null' | 'period' }>): FieldValue {
  const isFitting =
    literal.kind === 'string'
      ? isText(field) || field.type === 'id' || field.type === 'reference'
      : literal.kind === 'number'
        ? ['int', 'double', 'currency', 'percent'].includes(field.type)
        : literal.kind === field.type;
  if (!isFitting) throw wrongLiteral(field);
  if (field.type !== 'id' && field.type !== 'reference') return literal.value;
  const id = parseId(literal.value);
  if (!id) throw new SalesforceError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${String(literal.value)}`);
  return id;
}

/** A form in which two values of the field can be compared: text ignores case, times are milliseconds. */
export function comparable(field: FieldDefinition, value: FieldValue): FieldValue {
  if (typeof value !== 'string') return value;
  if (isTime(field)) return timeOf(value);
  return isText(field) ? value.toLowerCase() : value;
}

function compare(left: FieldValue, operator: Operator, right: FieldValue): boolean {
  if (operator === '=') return left === right;
  if (operator === '!=') return left !== right;
  if (left === null || right === null) return false;
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  return operator === '>' ? left > right : left >= right;
}

function filterable(path: CompiledPath): CompiledPath {
  if (!path.field.filterable) throw new SalesforceError('INVALID_FIELD', `field '${path.field.name}' can not be filtered in a query call`);
  return path;
}

function isText({ type }: FieldDefinition): boolean {
  return ['string', 'textarea', 'email', 'phone', 'url', 'picklist', 'multipicklist', 'combobox'].includes(type);
}

function isTime({ type }: FieldDefinition): boolean {
  return type === 'date' || type === 'datetime';
}

function wrongLiteral(field: FieldDefinition): SalesforceError {
  const type = isText(field) ? 'string' : field.type === 'datetime' ? 'dateTime' : field.type;
  const quotes =
    isText(field) || field.type === 'id' || field.type === 'reference'
      ? 'should be enclosed in quotes'
      : 'should not be enclosed in quotes';
  return new SalesforceError('INVALID_FIELD', `value of filter criterion for field '${field.name}' must be of type ${type} and ${quotes}`);
}

function wrongOperator(): SalesforceError {
  return new SalesforceError('INVALID_QUERY_FILTER_OPERATOR', 'invalid operator on null');
}
