/** What mail gateways put before a subject: `[EXTERNAL]`, `***SPAM***`, `{Spam?}`, `EXT:`. */
const MARK =
  /^\s*(?:\[[^\]\n]{1,40}\]|\{[^}\n]{1,40}\}|\*{2,}[^*\n]{1,40}\*{2,}|(?:external|externe?|externo|extern[ao]?l?|ext|caution|suspicious|spam)\s*[:：])\s*/iu;
const MOST_MARKS = 5;

/** A subject as its writer wrote it: without the marks that gateways have put before it. */
export function withoutMarks(subject: string): string {
  let rest = subject;
  for (let count = 0; count < MOST_MARKS; count += 1) {
    const [mark] = MARK.exec(rest) ?? [];
    if (mark === undefined || mark.length === rest.length) break;
    rest = rest.slice(mark.length);
  }
  return rest;
}
