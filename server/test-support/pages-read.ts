import type { Tx } from '../src/platform/postgres.ts';

/** What `ask` finds, and how many pages of the database are read for it. */
export async function explain<T>(tx: Tx, ask: (tx: Tx) => Promise<T>): Promise<{ pages: number; found: T }> {
  let pages = 0;
  const query = async (asked: string | { text: string; values: unknown[] }, given: unknown[] = []): Promise<unknown> => {
    const { text, values } = typeof asked === 'string' ? { text: asked, values: given } : asked;
    // The first time a connection also reads what it plans by
    await tx.query(text, values);
    const { rows } = await tx.query<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }>(
      `explain (analyze, buffers, format json) ${text}`,
      values,
    );
    for (const { Plan } of rows[0]?.['QUERY PLAN'] ?? []) pages += (Plan['Shared Hit Blocks'] ?? NaN) + (Plan['Shared Read Blocks'] ?? NaN);
    return tx.query(text, values);
  };
  const found = await ask({ query } as unknown as Tx);
  return { pages, found };
}
