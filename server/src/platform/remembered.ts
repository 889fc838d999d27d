/** Asks again only when the last answer has come and is older than `forMs`. A failure is remembered as well. */
export function remembered<T>(forMs: number, ask: () => Promise<T>): () => Promise<T> {
  let last: { answer: Promise<T>; until: number } | undefined;
  return function askOrRemember() {
    if (last && performance.now() < last.until) return last.answer;
    const asked = { answer: ask(), until: Infinity };
    const settle = (): void => void (asked.until = performance.now() + forMs);
    asked.answer.then(settle, settle);
    last = asked;
    return asked.answer;
  };
}
