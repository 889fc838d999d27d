import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits until `probe` gives something truthy and returns it. Tests wait for a condition, never for a time:
 * the deadline only says when to give up. Errors of `probe` rise at once.
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T> | T,
  { deadlineMs = 10_000, everyMs = 20 }: { deadlineMs?: number; everyMs?: number } = {},
): Promise<NonNullable<T>> {
  const giveUpAt = Date.now() + deadlineMs;
  for (;;) {
    const answer = await probe();
    if (answer) return answer;
    if (Date.now() > giveUpAt) throw new Error(`Waited ${String(deadlineMs)} ms in vain until ${what}.`);
    await delay(everyMs);
  }
}
