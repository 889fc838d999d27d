/** What mail gateways put before a subject: `[EXTERNAL]`, `***SPAM***`, `{Spam?}`, `EXT:`. */
const MARK = new RegExp(
  [
    String.raw`^\s*(?:\[[^\]\n]{1,40}\]|\{[^}\n]{1,40}\}|\*{2,}[^*\n]{1,40}\*{2,}`,
    String.raw`|(?:extern(?:al|[aeo])?|ext|caution|suspicious|spam)\s*[:：])\s*`,
  ].join(''),
  'iu',
);
const MOST_MARKS = 5;
/** What mail programs put before a subject that is answered, by language. Sources of regular expressions. */
const ANSWERED = 're|aw|sv|antw?|rif|res|odp|ynt|vá|απ|σχετ|رد|回复|答复|回覆|返信|답장|회신';
/** The same for a subject that is passed on; `vs` is so in Danish and Norwegian, and an answer in Finnish. */
const PASSED_ON = 'fwd?|wg|tr|rv|enc|doorst|vs|vl|vb|pd|[iİ]lt|továbbítás|πρθ|إعادة توجيه|转发|轉寄|轉發|転送|전달';
/** `Re[2]:` counts the answers. */
const END = String.raw`\s*(?:\[\d+\])?\s*[:：]`;
const ANSWER = new RegExp(String.raw`^\s*(?:${ANSWERED}|r)${END}`, 'iu');
const FORWARD = new RegExp(String.raw`^\s*(?:${PASSED_ON}|i)${END}`, 'iu');
const OTHERS_SUBJECT = new RegExp(String.raw`(?:^|[\s(:])(?:${ANSWERED}|${PASSED_ON})${END}`, 'iu');

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

/** Whether somebody answers what somebody else has written. */
export function isAnswer(subject: string): boolean {
  return ANSWER.test(withoutMarks(subject));
}

/** Whether somebody passes on what somebody else has written. */
export function isForwarded(subject: string): boolean {
  return FORWARD.test(withoutMarks(subject));
}

/** What stands before `Re:` or `Fwd:` and the subject of somebody else. */
export function beforeOthersSubject(subject: string): string {
  return withoutMarks(subject).split(OTHERS_SUBJECT, 1)[0]?.trim() ?? '';
}
