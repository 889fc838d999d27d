import pg from 'pg';

export type Pool = pg.Pool;
/** A connection inside a transaction whose row-level security is set to one org. Only `inOrg` makes one. */
export type Tx = pg.PoolClient;

/**
 * Opens a pool; nothing is dialled before the first query. Queries of one connection that are asked together travel together and run one
 * after another, each with its own view of the data.
 */
export function createPool(connectionString: string, max = 10): Pool {
  const pool = new pg.Pool({ connectionString, max, application_name: 'msi-actions', idleTimeoutMillis: 30_000, pipeline: true });
  pool.on('connect', (client) => {
    // A connection that breaks in use fails its query, which is enough; without a listener it would end the process
    client.on('error', () => undefined);
    sendTogether(client);
  });
  return pool;
}

/** What is asked in one turn of the event loop leaves in one packet: each packet wakes the server once. */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = client.connection;
  const query = client.query.bind(client) as (...asked: unknown[]) => unknown;
  let isHeld = false;
  const holdUntilNextTurn = (): void => {
    if (isHeld) return;
    isHeld = true;
    stream.cork();
    process.nextTick(() => {
      isHeld = false;
      stream.uncork();
    });
  };
  Object.assign(client, {
    query: (...asked: unknown[]) => {
      holdUntilNextTurn();
      return query(...asked);
    },
  });
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
    // Travels with the first query of `work`; the id was checked above and cannot leave its quotes. Should it fail, no org is set, and what
    // `work` asks sees no row and can write none
    const begun = client.query(`begin; set local app.org_id = '${orgId}'`);
    begun.catch(() => undefined);
    const result = await work(client);
    // Travels with what `work` may have asked last without waiting for it
    const committed = client.query('commit');
    committed.catch(() => undefined);
    await begun;
    await committed;
    return result;
  } catch (error) {
    await client.query('rollback').catch((rollbackError: unknown) => (broken = rollbackError as Error));
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * As `inOrg`, for `ask` that asks all its queries at once and waits for none between them: they travel in one packet with the beginning and
 * the commit. When one of them fails, PostgreSQL makes the commit a rollback, and the error rises.
 */
export async function inOrgAtOnce<T>(pool: Pool, orgId: string, ask: (tx: Tx) => Promise<T>): Promise<T> {
  let asked: Promise<T> | undefined;
  await inOrg(pool, orgId, (tx) => {
    asked = ask(tx);
    // It rises below, after the end of the transaction
    asked.catch(() => undefined);
    return Promise.resolve();
  });
  return asked as Promise<T>;
}

/** Whether a statement failed because a row like it is there already, in this constraint or in any. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const { code, constraint: violated } = error as { code?: string; constraint?: string };
  return code === '23505' && (constraint === undefined || violated === constraint);
}
