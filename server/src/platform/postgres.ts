import pg from 'pg';

export type Pool = pg.Pool;
/** A connection inside a transaction whose row-level security is set to one org. Only `inOrg` makes one. */
export type Tx = pg.PoolClient;

/** Opens a pool; nothing is dialled before the first query. */
export function createPool(connectionString: string, max = 10): Pool {
  const pool = new pg.Pool({ connectionString, max, application_name: 'msi-actions', idleTimeoutMillis: 30_000 });
  // A connection that breaks in use fails its query, which is enough; without a listener it would end the process
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

const ORG_ID = /^[a-zA-Z0-9]{18}$/;

/**
 * Runs `work` in one transaction that sees the rows of `orgId` and of no other customer:
 * `app.org_id` is what every row-level security policy compares with. Commits when `work` resolves,
 * rolls back when it throws.
 */
export async function inOrg<T>(pool: Pool, orgId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!ORG_ID.test(orgId)) throw new TypeError('An org id has 18 letters and digits.');
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // One round trip for both; the id was checked above and cannot leave its quotes
    await client.query(`begin; set local app.org_id = '${orgId}'`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((rollbackError: unknown) => (broken = rollbackError as Error));
    throw error;
  } finally {
    client.release(broken);
  }
}
