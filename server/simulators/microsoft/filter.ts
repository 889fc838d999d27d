import type { Message } from './entities.ts';
import { badRequest } from './graph-error.ts';
import { folderId } from './folders.ts';

type Value = string | number | boolean;
type Test = (message: Message) => boolean;

const PROPERTIES: Record<string, (message: Message) => Value> = {
  internetmessageid: (message) => message.internetMessageId,
  conversationid: (message) => message.conversationId,
  parentfolderid: (message) => folderId(message.folder),
  isdraft: (message) => message.folder === 'drafts',
  receiveddatetime: (message) => message.submittedAt ?? message.createdAt,
  sentdatetime: (message) => message.submittedAt ?? message.createdAt,
  createddatetime: (message) => message.createdAt,
  lastmodifieddatetime: (message) => message.modifiedAt,
};

const OPERATORS: Record<string, (a: Value, b: Value) => boolean> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
};

const CLAUSE = /\s*(\w+)\s+(\w+)\s+('(?:[^']|'')*'|[^\s']+)\s*/y;

/** Turns a `$filter` of comparisons joined by `and` into a test. Throws GraphError for anything else. */
export function compileFilter(filter: string): Test {
  const tests: Test[] = [];
  CLAUSE.lastIndex = 0;
  for (;;) {
    const [, name, operator, literal] = CLAUSE.exec(filter) ?? [];
    const read = PROPERTIES[name?.toLowerCase() ?? ''];
    const compare = OPERATORS[operator ?? ''];
    const end = CLAUSE.lastIndex;
    if (!read || !compare || literal === undefined) throw badRequest(`Invalid filter clause: ${filter}`);
    const value = parseLiteral(literal);
    tests.push((message) => compare(read(message), value));
    if (end >= filter.length) return (message) => tests.every((test) => test(message));
    if (!/^and\s/i.test(filter.slice(end))) throw badRequest(`Invalid filter clause: ${filter}`);
    CLAUSE.lastIndex = end + 'and'.length;
  }
}

function parseLiteral(literal: string): Value {
  if (literal.startsWith("'")) return literal.slice(1, -1).replaceAll("''", "'");
  if (literal === 'true' || literal === 'false') return literal === 'true';
  const at = Date.parse(literal);
  if (Number.isNaN(at)) throw badRequest(`Invalid filter clause: ${literal}`);
  return at;
}
