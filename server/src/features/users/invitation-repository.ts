import type { Tx } from '../../platform/postgres.ts';
import type { Role } from './repository.ts';

interface NewInvitation {
  email: string;
  role: Role;
  /** As Salesforce knows them; null where it could not be asked. */
  person: { name: string; firstName: string | null; language: string | null } | null;
  invitedBy: string;
  now: Date;
}

/**
 * Opens an invitation and gives its user's id. Only an invitation that nobody has accepted is opened again; who has been in before is found
 * by the sign-in (`giveBackFormerUser`), because the address may belong to somebody else by now.
 */
export async function saveInvitation(tx: Tx, orgId: string, { email, role, person, invitedBy, now }: NewInvitation): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `with again as (
       update users set state = 'invited', role = $3, invited_by = $4, invited_at = $5, invitation_sent_at = null, invitation_error = null,
           deactivated_at = null, name = coalesce($6, name), first_name = coalesce($7, first_name), language = coalesce($8, language)
        where org_id = $1 and id = (
          select id from users where org_id = $1 and email = $2 and salesforce_user_id is null and activated_at is null
                                     order by state = 'invited' desc limit 1)
       returning id), anew as (
       insert into users (org_id, email, role, invited_by, invited_at, name, first_name, language)
       select $1, $2, $3, $4, $5, $6, $7, $8 where not exists (select from again)
       returning id)
     select id from again union all select id from anew`,
    [orgId, email, role, invitedBy, now, person?.name ?? null, person?.firstName ?? null, person?.language ?? null],
  );
  return rows[0]?.id ?? '';
}

/**
 * A Salesforce user whose access had ended is invited again and has signed in: the user of before takes the place of the invitation, with
 * its address and role, and has still to be activated. False when the invitation or the user of before is not as it was when it was looked
 * up.
 */
export async function giveBackFormerUser(
  tx: Tx,
  orgId: string,
  { invitedId, formerId }: { invitedId: string; formerId: string },
): Promise<boolean> {
  const { rows } = await tx.query<{ email: string; role: Role; invitedBy: string | null; invitedAt: Date; sentAt: Date | null }>(
    `delete from users where org_id = $1 and id = $2 and state = 'invited' and salesforce_user_id is null
     returning email, role, invited_by as "invitedBy", invited_at as "invitedAt", invitation_sent_at as "sentAt"`,
    [orgId, invitedId],
  );
  const [invitation] = rows;
  if (!invitation) return false;
  const { email, role, invitedBy, invitedAt, sentAt } = invitation;
  const { rowCount } = await tx.query(
    `update users set state = 'invited', email = $3, role = $4, invited_by = $5, invited_at = $6, invitation_sent_at = $7,
     invitation_error = null, deactivated_at = null, proven_address = null
      where org_id = $1 and id = $2 and state = 'deactivated'`,
    [orgId, formerId, email, role, invitedBy, invitedAt, sentAt],
  );
  return rowCount === 1;
}

/** The invitation is open again from now on; its letter has still to leave. */
export async function renewInvitation(tx: Tx, orgId: string, userId: string, now: Date): Promise<void> {
  await tx.query(
    `update users set invited_at = $3, invitation_sent_at = null, invitation_error = null
     where org_id = $1 and id = $2 and state = 'invited'`,
    [orgId, userId, now],
  );
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
  company: string;
  firstName: string | null;
  invitedBy: string | null;
  invitedAt: Date;
  /** As Salesforce says it; null: not known. */
  language: string | null;
  inviterLanguage: string | null;
}

/** What the welcome email says; null when there is nobody left to invite. */
export async function findInvitation(tx: Tx, orgId: string, userId: string, openSince: Date): Promise<OpenInvitation | null> {
  const { rows } = await tx.query<OpenInvitation>(
    `select u.email, o.name as company, u.first_name as "firstName", coalesce(i.name, i.email) as "invitedBy", u.invited_at as "invitedAt",
            coalesce(u.chosen_language, u.language) as language, coalesce(i.chosen_language, i.language) as "inviterLanguage"
       from users u join orgs o on o.org_id = u.org_id left join users i on i.org_id = u.org_id and i.id = u.invited_by
      where u.org_id = $1 and u.id = $2 and u.state = 'invited' and u.invited_at > $3`,
    [orgId, userId, openSince],
  );
  return rows[0] ?? null;
}
