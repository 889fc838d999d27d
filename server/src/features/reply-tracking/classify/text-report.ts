import { messageIdsIn } from './headers.ts';

export interface WrittenReport {
  recipient: string | null;
  /** What the host wrote about this recipient, on one line. */
  words: string;
}

/** The line with which qmail, Exim, Sendmail and others begin the copy of what they return. */
const COPY = /^[ \t>]*-{2,}.*\b(?:copy of|below this line|original message|returned message|unsent message|message header)|^return-path:/i;
/** Longer lines are no lines of a report, and cost time to look at. */
const LONGEST_LINE = 400;
const LONGEST_WORDS = 4000;
/** An address at the start of a line, alone or followed by the host's words: `<dana@globex.example>: host mx said: 550 …`. */
const ADDRESS_LINE =
  /^[ \t]{0,8}(?:<([^\s<>@]{1,64}@[^\s<>]{1,255})>|([^\s<>@:]{1,64}@[^\s<>:,()]{1,255}))(?:[ \t]*:?[ \t]*$|:[ \t]+(.*)$|[ \t]+(\(.*\))$)/;

/**
 * The recipients of a report that is plain text only. `failed` are those that a header names: then nobody else counts.
 * At least one entry; its recipient is null when the text names nobody.
 */
export function reportsInText(text: string, failed: readonly string[]): WrittenReport[] {
  const lines = text.split(/\r?\n/).map((line) => line.slice(0, LONGEST_LINE));
  const copyAt = lines.findIndex((line) => COPY.test(line));
  const before = copyAt === -1 ? lines : lines.slice(0, copyAt);
  const found: WrittenReport[] = [];
  for (const line of before) {
    const [, bracketed, plain, said, inParentheses] = ADDRESS_LINE.exec(line) ?? [];
    const address = bracketed ?? plain;
    const last = found.at(-1);
    if (address !== undefined) found.push({ recipient: address.toLowerCase(), words: said ?? inParentheses ?? '' });
    else if (last && last.words.length < LONGEST_WORDS) last.words = `${last.words} ${line.trim()}`.trim();
  }
  const whole = before.join(' ').replace(/\s+/g, ' ').trim().slice(0, LONGEST_WORDS);
  if (failed.length > 0) {
    return failed.map((recipient) => ({ recipient, words: found.find((one) => one.recipient === recipient)?.words || whole }));
  }
  return found.length > 0
    ? found.map(({ recipient, words }) => ({ recipient, words: words || whole }))
    : [{ recipient: null, words: whole }];
}

/** The Message-IDs of the header lines that a report quotes in its text. */
export function originalIdsInText(text: string): string[] {
  const lines = text.match(/^[ \t>]*message-id:[ \t]*\r?\n?[ \t]*<[^<>\s]{1,996}>/gim) ?? [];
  return [...new Set(lines.flatMap(messageIdsIn))];
}
