import type { Tx } from '../../platform/postgres.ts';

/** An admin has been sent to Microsoft's page. What the page came back with before stays. */
export async function saveRequest(tx: Tx, orgId: string, now: Date): Promise<void> {
  await tx.query(
    `insert into admin_consents (org_id, requested_at) values ($1, $2)
     on conflict (org_id) do update set requested_at = excluded.requested_at`,
    [orgId, now],
  );
}

export async function saveAnswer(tx: Tx, orgId: string, answer: 'given' | 'refused', now: Date): Promise<void> {
  await tx.query('update admin_consents set answered_at = $2, answer = $3 where org_id = $1', [orgId, now, answer]);
}

/** Null when nobody of the org was ever sent to the page. */
export async function findAnswer(tx: Tx, orgId: string): Promise<{ answer: string | null; answeredAt: Date | null } | null> {
  const { rows } = await tx.query<{ answer: string | null; answeredAt: Date | null }>(
    'select answer, answered_at as "answeredAt" from admin_consents where org_id = $1',
    [orgId],
  );
  return rows[0] ?? null;
}
