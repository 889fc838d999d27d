import type { Tx } from '../../platform/postgres.ts';
import { recordSecurityEvent, type Actor } from '../../platform/security-events.ts';
import type { MailboxPolicy } from './schemas.ts';

const DEFAULT: MailboxPolicy = { google: 'headers', microsoft: 'headers' };

/** Whether the admin lets the text of emails be read in the mailbox `c` of a statement whose `$1` is the org. */
export const READS_BODIES_SQL = `exists (
  select from mailbox_policies p
   where p.org_id = $1 and case c.provider when 'google' then p.google_tier when 'microsoft' then p.microsoft_tier end = 'bodies')`;

/** What the org's admin allows in mailboxes, by vendor. */
export async function readMailboxPolicy(tx: Tx, orgId: string): Promise<MailboxPolicy> {
  const { rows } = await tx.query<MailboxPolicy>(
    'select google_tier as google, microsoft_tier as microsoft from mailbox_policies where org_id = $1',
    [orgId],
  );
  return rows[0] ?? DEFAULT;
}

/**
 * Counts at once for what is done in mailboxes, and for consent from now on. Mailboxes whose grant gives less than the policy wants say so
 * and are connected again by their owners; those whose grant gives more are used for less.
 */
export async function changeMailboxPolicy(
  tx: Tx,
  orgId: string,
  policy: MailboxPolicy,
  { adminId, by, now }: { adminId: string; by: Actor; now: Date },
): Promise<void> {
  const before = await readMailboxPolicy(tx, orgId);
  await tx.query(
    `insert into mailbox_policies (org_id, google_tier, microsoft_tier, updated_at, updated_by) values ($1, $2, $3, $4, $5)
     on conflict (org_id) do update
        set google_tier = excluded.google_tier, microsoft_tier = excluded.microsoft_tier, updated_at = excluded.updated_at,
            updated_by = excluded.updated_by`,
    [orgId, policy.google, policy.microsoft, now, adminId],
  );
  const details = { google: policy.google, microsoft: policy.microsoft, googleBefore: before.google, microsoftBefore: before.microsoft };
  await recordSecurityEvent(tx, orgId, { kind: 'mailbox_policy_changed', outcome: 'done', by, details, at: now });
}
