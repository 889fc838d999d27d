import type { Api } from './connection.ts';

const MAX_ROWS = 2000;

export interface QueryOptions {
  /** Also what was deleted or merged and is still in the bin. */
  withDeleted?: boolean;
}

/** Runs one SOQL query and follows its pages up to 2,000 rows. Build literals with `quoted` and `quotedId` only. */
export async function query<Row extends object>(api: Api, soql: string, { withDeleted = false }: QueryOptions = {}): Promise<Row[]> {
  const result = await api.call((connection) =>
    connection.query<Row>(soql).execute({ autoFetch: true, maxFetch: MAX_ROWS, scanAll: withDeleted }),
  );
  return result.records;
}
