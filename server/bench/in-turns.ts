/** Calls `work` for 0 … count - 1, so many at a time; answers in order. */
export async function inTurns<T>(width: number, count: number, work: (number: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(width, count) }, async () => {
      while (next < count) {
        const mine = next;
        next += 1;
        results[mine] = await work(mine);
      }
    }),
  );
  return results;
}
