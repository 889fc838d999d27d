import { inOrg, isUniqueViolation, type Pool, type Tx } from '../../platform/postgres.ts';

/** What is longer in bytes than in characters has a letter beyond ASCII. */
export async function listAddressesBeyondAscii(tx: Tx, orgId: string): Promise<{ id: string; email: string }[]> {
  const { rows } = await tx.query<{ id: string; email: string }>(
    'select id, email from users where org_id = $1 and octet_length(email) > char_length(email)',
    [orgId],
  );
  return rows;
}

/** A transaction of its own. False when the user has another address by now, or when somebody has the new one, here or in another org. */
export async function rewriteAddress(
  pool: Pool,
  orgId: string,
  userId: string,
  { from, to }: { from: string; to: string },
): Promise<boolean> {
  try {
    const { rowCount } = await inOrg(pool, orgId, (tx) =>
      tx.query(
        `update users set email = $4, proven_address = case when proven_address = $3 then $4 else proven_address end
          where org_id = $1 and id = $2 and email = $3`,
        [orgId, userId, from, to],
      ),
    );
    return rowCount === 1;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}
