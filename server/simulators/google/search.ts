import { addressesIn, headerOf, readableHeader } from '../mail/index.ts';
import type { Message } from './entities.ts';
import { rawOf } from './mailbox.ts';

const DAY_MS = 86_400_000;
const UNITS: Record<string, number> = { d: DAY_MS, m: 30 * DAY_MS, y: 365 * DAY_MS };

type Test = (message: Message) => boolean;

/**
 * Turns the `q` of a search into a test: `rfc822msgid: in: from: to: subject: after: before: newer: older: newer_than: older_than:`
 * and plain words, each of which may be negated with a minus.
 */
export function compileSearch(q: string, nowMs: number): Test {
  const terms = q.match(/-?(?:\w+:)?(?:"[^"]*"|\([^)]*\)|\S+)/g) ?? [];
  const tests = terms.map((term) => {
    const isNegated = term.startsWith('-');
    const test = compileTerm(isNegated ? term.slice(1) : term, nowMs);
    return (message: Message) => test(message) !== isNegated;
  });
  return function matchesAll(message) {
    return tests.every((test) => test(message));
  };
}

function compileTerm(term: string, nowMs: number): Test {
  const colon = term.indexOf(':');
  const operator = colon === -1 ? '' : term.slice(0, colon).toLowerCase();
  const value = term.slice(colon + 1).replace(/^["(]|[")]$/g, '');
  switch (operator) {
    case 'rfc822msgid':
      return (message) => bare(message.messageId) === bare(value);
    case 'in':
    case 'label':
      return (message) => value.toLowerCase() === 'anywhere' || message.labelIds.includes(value.toUpperCase());
    case 'from':
    case 'to':
      return (message) => matchesAddress(headerOf(rawOf(message), operator), value);
    case 'subject':
      return (message) => contains(readableHeader(rawOf(message), 'Subject'), value);
    case 'after':
    case 'newer':
      return (message) => message.at >= instant(value);
    case 'before':
    case 'older':
      return (message) => message.at < instant(value);
    case 'newer_than':
      return (message) => message.at >= nowMs - period(value);
    case 'older_than':
      return (message) => message.at < nowMs - period(value);
    default:
      return (message) =>
        contains(`${readableHeader(rawOf(message), 'Subject')} ${rawOf(message).toString('utf8')}`, term.replaceAll('"', ''));
  }
}

function matchesAddress(header: string | undefined, value: string): boolean {
  return addressesIn(header).includes(value.toLowerCase()) || contains(header ?? '', value);
}

function contains(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

function bare(messageId: string): string {
  return messageId.replace(/^<|>$/g, '');
}

/** Seconds since 1970, or a date as YYYY/MM/DD. Answers NaN, which matches nothing, for anything else. */
function instant(value: string): number {
  return /^\d{5,}$/.test(value) ? Number(value) * 1000 : Date.parse(`${value.replaceAll('/', '-')}T00:00:00Z`);
}

function period(value: string): number {
  const match = /^(\d+)([dmy])$/.exec(value);
  return match ? Number(match[1]) * (UNITS[match[2] ?? ''] ?? NaN) : NaN;
}
