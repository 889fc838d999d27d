import type { Tx } from '../../platform/postgres.ts';
import type { MailboxTrouble } from '../../platform/provider-error.ts';

/**
 * Counts how often in a row the vendor has named this trouble. Null when the mailbox is not connected any more, or has got another token.
 * Troubles of a mailbox that seems to be gone are counted together, and all others together.
 */
export async function noteTrouble(
  tx: Tx,
  orgId: string,
  id: string,
  { trouble, now, tokenVersion }: { trouble: MailboxTrouble; now: Date; tokenVersion?: number | undefined },
): Promise<{ count: number; since: Date } | null> {
  const { rows } = await tx.query<{ count: number; since: Date }>(
    `update email_connections set trouble = $3, trouble_count = case when ${IN_A_ROW} then trouble_count + 1 else 1 end,
            trouble_since = case when ${IN_A_ROW} then trouble_since else $4 end
      where org_id = $1 and id = $2 and state = 'connected' and ($5::int is null or token_version = $5)
     returning trouble_count as count, trouble_since as since`,
    [orgId, id, trouble, now, tokenVersion ?? null],
  );
  return rows[0] ?? null;
}

const SEEMS_GONE = `in ('closed', 'doubtful')`;
const IN_A_ROW = `trouble is not null and (trouble ${SEEMS_GONE}) = ($3 ${SEEMS_GONE})`;

/**
 * A mailbox that can be read is not gone, so that the row begins anew. Whether it may send is another matter, and ends with what is sent.
 */
export async function noteAnswer(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.query(
    `update email_connections set trouble_count = 0, trouble = case when send_refusals > 0 then trouble end,
            trouble_since = case when send_refusals > 0 then trouble_since end
      where org_id = $1 and id = $2 and trouble ${SEEMS_GONE}`,
    [orgId, id],
  );
}
