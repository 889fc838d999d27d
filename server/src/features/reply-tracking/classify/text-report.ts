import { canonicalAddress } from '../../../platform/canonical-address.ts';
import { messageIdsIn } from './headers.ts';

export interface WrittenReport {
  recipient: string | null;
  /** What the host wrote about this recipient, on one line. */
  words: string;
}

/** A report in words only. */
export interface WrittenReports {
  /** At least one; its recipient is null when the text names nobody. */
  reports: WrittenReport[];
  /** Every address in the report, in its canonical form. */
  named: string[];
  /** The report without the copy of what it returns. */
  whole: string;
}

/** How qmail, Exim, Sendmail and others begin the copy of what they return. */
const COPY = [
  /^[ \t>]*-{2,}.*\b(?:copy of|below this line|original message|original mail|returned message|unsent message|message header)/i,
  /\b(?:original (?:message|mail)|message (?:headers?|text)|returned message)\b.{0,40}\bfollow/i,
  /\b(?:below|here|this|included|attached|enclosed) is a copy of\b/i,
  /^(?:return-path|received):/i,
];
/** Longer lines are no lines of a report, and cost time to look at. */
const LONGEST_LINE = 400;
const LONGEST_WORDS = 4000;
const MOST_LINES = 5000;
/** More people than this are a directory and no report. */
const MOST_NAMED = 50;
/** An address at the start of a line, alone or followed by the host's words: `<dana@globex.example>: host mx said: 550 …`. */
const ADDRESS_LINE = new RegExp(
  [
    String.raw`^[ \t]{0,8}(?:<([^\s<>@]{1,64}@[^\s<>]{1,255})>|"?([\p{L}\p{M}\p{N}.!#$%&'+/=?^_{|}-]{1,64}@[^\s<>:,()"*]{1,255})"?)`,
    String.raw`(?:[ \t]*:?[ \t]*$|:[ \t]+(.*)$|[ \t]+(\(.*\))$)`,
  ].join(''),
  'u',
);
/** Without the characters that programs put around an address: quotation marks of any script, brackets, Markdown. */
const ANY_ADDRESS = /[\p{L}\p{M}\p{N}.!#$%&+/?^_{}-]{1,64}@(?:[\p{L}\p{M}\p{N}-]{1,63}\.){1,8}[\p{L}\p{M}\p{N}-]{2,63}/gu;
/** `_dana@globex.example_`: an address may begin with an underscore, and its domain never ends with one. */
const UNDERSCORED = /(?<![^\s(*])(_{1,3})([^\s@]{1,64}@[^\s@]{1,255}?)(:?)\1(?![\p{L}\p{N}_])/gu;
/** Lines about somebody else than the recipient. */
const OTHERS =
  /^[ \t>*_-]*(?:from|sender|original sender|reply-to|mail from|message-?id|subject|date|return-path|references)\b.{0,20}:|\b(?:contact|assistance|questions?|postmaster)\b|message-?id/i;
const HELPERS = /^(?:postmaster|abuse|support|help|helpdesk|mailer-daemon|no-?reply)@/;

/**
 * Reads a report that is plain text. `failed` are the recipients that a header names: then nobody else counts. `others` are those who
 * report and are told.
 */
export function readWritten(text: string, failed: readonly string[], others: readonly string[]): WrittenReports {
  const lines = text.split(/\r?\n/, MOST_LINES).map((line) => line.slice(0, LONGEST_LINE).replace(UNDERSCORED, '$2$3'));
  const copyAt = lines.findIndex((line) => COPY.some((begin) => begin.test(line)));
  const before = copyAt === -1 ? lines : lines.slice(0, copyAt);
  const whole = before.join(' ').replace(/\s+/g, ' ').trim().slice(0, LONGEST_WORDS);
  const named = [...new Set(before.flatMap((line) => line.match(ANY_ADDRESS) ?? []))].slice(0, MOST_NAMED).map(canonicalAddress);
  const strict = collect(before, addressLine);
  const found = strict.length > 0 ? strict : collect(before, (line) => recipientsIn(line, others));
  const wordsFor = (address: string): string => found.find(({ recipient }) => recipient === address)?.words || whole;
  if (failed.length > 0) return { reports: failed.map((recipient) => ({ recipient, words: wordsFor(recipient) })), named, whole };
  const reports = found.map(({ recipient, words }) => ({ recipient, words: words || whole }));
  return { reports: reports.length > 0 ? reports : [{ recipient: null, words: whole }], named, whole };
}

/** The Message-IDs of the header lines that a report quotes in its text. */
export function originalIdsInText(text: string): string[] {
  const lines = text.match(/^[ \t>*_]*message-id:[ \t*_]*\r?\n?[ \t]*<[^<>\s]{1,996}>/gim) ?? [];
  return [...new Set(lines.flatMap(messageIdsIn))];
}

interface Mention {
  address: string;
  said: string;
}

/** Each address once, with what follows until the next one. */
function collect(lines: readonly string[], mentionsIn: (line: string) => Mention[]): WrittenReport[] {
  const found = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of lines) {
    const mentions = mentionsIn(line);
    for (const { address, said } of mentions) {
      if (!found.has(address) && found.size >= MOST_NAMED) continue;
      current = found.get(address) ?? [];
      current.push(said);
      found.set(address, current);
    }
    if (mentions.length === 0) current.push(line.trim());
  }
  return [...found].map(([recipient, words]) => ({
    recipient,
    words: words.join(' ').replace(/\s+/g, ' ').trim().slice(0, LONGEST_WORDS),
  }));
}

function addressLine(line: string): Mention[] {
  const [, bracketed, plain, said, inParentheses] = ADDRESS_LINE.exec(line) ?? [];
  const address = bracketed ?? plain;
  return address === undefined ? [] : [{ address: canonicalAddress(address), said: said ?? inParentheses ?? '' }];
}

function recipientsIn(line: string, others: readonly string[]): Mention[] {
  if (OTHERS.test(line)) return [];
  const addresses = (line.match(ANY_ADDRESS) ?? []).map((address) => canonicalAddress(address));
  const recipients = [...new Set(addresses)].filter((address) => !others.includes(address) && !HELPERS.test(address));
  return recipients.map((address) => ({ address, said: line.trim() }));
}
