import type { Tx } from '../../platform/postgres.ts';
import type { Role } from './repository.ts';

interface NewInvitation {
  email: string;
  role: Role;
  invitedBy: string;
  now: Date;
}

/**
 * Opens an invitation and gives its user's id. Somebody of this address who has no access is invited anew: what is known of the Salesforce
 * user is dropped, and only a new sign-in with the address makes the account active.
 */
export async function saveInvitation(tx: Tx, orgId: string, { email, role, invitedBy, now }: NewInvitation): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into users (org_id, email, role, invited_by, invited_at) values ($1, $2, $3, $4, $5)
     on conflict on constraint one_user_per_address do update set state = 'invited', role = excluded.role, invited_by = excluded.invited_by,
       invited_at = excluded.invited_at, invitation_sent_at = null, invitation_error = null, salesforce_user_id = null, activated_at = null,
       deactivated_at = null
     returning id`,
    [orgId, email, role, invitedBy, now],
  );
  return rows[0]?.id ?? '';
}

/** The invitation is open again from now on. */
export async function renewInvitation(tx: Tx, orgId: string, userId: string, now: Date): Promise<void> {
  await tx.query(`update users set invited_at = $3, invitation_error = null where org_id = $1 and id = $2 and state = 'invited'`, [
    orgId,
    userId,
    now,
  ]);
}

export async function setInvitationOutcome(
  tx: Tx,
  orgId: string,
  userId: string,
  outcome: { sentAt: Date } | { error: string },
): Promise<void> {
  const [sentAt, error] = 'sentAt' in outcome ? [outcome.sentAt, null] : [null, outcome.error];
  await tx.query(
    `update users set invitation_sent_at = coalesce($3, invitation_sent_at), invitation_error = $4 where org_id = $1 and id = $2`,
    [orgId, userId, sentAt, error],
  );
}

interface OpenInvitation {
  email: string;
  orgName: string;
  invitedBy: string | null;
  invitedAt: Date;
}

/** What the welcome email says; null when there is nobody left to invite. */
export async function findInvitation(tx: Tx, orgId: string, userId: string, openSince: Date): Promise<OpenInvitation | null> {
  const { rows } = await tx.query<OpenInvitation>(
    `select u.email, o.name as "orgName", coalesce(i.name, i.email) as "invitedBy", u.invited_at as "invitedAt"
       from users u join orgs o on o.org_id = u.org_id left join users i on i.org_id = u.org_id and i.id = u.invited_by
      where u.org_id = $1 and u.id = $2 and u.state = 'invited' and u.invited_at > $3`,
    [orgId, userId, openSince],
  );
  return rows[0] ?? null;
}
