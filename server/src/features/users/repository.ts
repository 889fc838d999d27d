import { fromEnglish } from '../../platform/english-sentences.ts';
import type { Tx } from '../../platform/postgres.ts';
import { findEndedAccess } from '../kill-switch/index.ts';
import type { User } from './schemas.ts';

export type Role = 'rep' | 'admin';
export type UserState = 'invited' | 'activated' | 'deactivated';

export interface CallerUser {
  id: string;
  role: Role;
  state: UserState;
  sessionVersion: number;
  /** To the hour, as JSON writes a time; null: not since it is kept. */
  lastActiveAt: string | null;
}

/** What is known of a Salesforce user: the user who signed in as this one, and whether an open invitation waits for the address. */
export interface KnownCaller {
  user: CallerUser | null;
  isInvited: boolean;
}

export interface UserProfile {
  id: string;
  email: string;
  name: string | null;
  role: Role;
  state: UserState;
  signatureHtml: string;
  panelTourDone: boolean;
}

interface UserRow {
  id: string;
  email: string;
  name: string | null;
  role: Role;
  state: UserState;
  invitedAt: Date;
  invitationSentAt: Date | null;
  invitationError: string | null;
  activatedAt: Date | null;
  lastActiveAt: Date | null;
  salesforce: User['salesforce'];
  mailbox: User['mailbox'];
}

const USER = `u.id, u.email, u.name, u.role, u.state, u.invited_at as "invitedAt", u.invitation_sent_at as "invitationSentAt",
  u.invitation_error as "invitationError", u.activated_at as "activatedAt", u.last_active_at as "lastActiveAt",
  (select s.state from salesforce_connections s where s.org_id = u.org_id and s.user_id = u.id) as salesforce,
  (select jsonb_build_object('provider', c.provider, 'address', c.address, 'state', c.state) from email_connections c
    where c.org_id = u.org_id and c.user_id = u.id and c.state <> 'disconnected' and c.provider <> 'smtp') as mailbox`;
const PROFILE = `id, email, name, role, state, signature_html as "signatureHtml", panel_tour_done as "panelTourDone"`;

/** With what became of the grants of those whose access has ended. Invitations from before `openSince` have expired. */
async function toUsers(tx: Tx, orgId: string, rows: readonly UserRow[], openSince: Date): Promise<User[]> {
  const ended = await findEndedAccess(
    tx,
    orgId,
    rows.flatMap(({ id, state }) => (state === 'deactivated' ? [id] : [])),
  );
  return rows.map(({ invitedAt, invitationSentAt, invitationError, activatedAt, lastActiveAt, ...row }) => ({
    ...row,
    isInvitationExpired: row.state === 'invited' && invitedAt <= openSince,
    invitedAt: invitedAt.toISOString(),
    invitationSentAt: invitationSentAt?.toISOString() ?? null,
    invitationError: fromEnglish(invitationError),
    activatedAt: activatedAt?.toISOString() ?? null,
    lastActiveAt: lastActiveAt?.toISOString() ?? null,
    endedAccess: ended.get(row.id) ?? null,
  }));
}

async function toUser(tx: Tx, orgId: string, rows: readonly UserRow[], openSince: Date): Promise<User | null> {
  return (await toUsers(tx, orgId, rows, openSince))[0] ?? null;
}

/** Somebody who is invited anew counts as nobody yet, whoever it was before: the sign-in decides. */
export async function findKnownCaller(
  tx: Tx,
  { orgId, salesforceUserId, email }: { orgId: string; salesforceUserId: string; email: string },
  openSince: Date,
): Promise<KnownCaller> {
  const { rows } = await tx.query<KnownCaller>(
    `select (select jsonb_build_object('id', id, 'role', role, 'state', state, 'sessionVersion', session_version,
                'lastActiveAt', last_active_at) from users
              where org_id = $1 and salesforce_user_id = $2) as user,
       exists (select from users where org_id = $1 and address_held = $3 and state = 'invited' and invited_at > $4) as "isInvited"`,
    [orgId, salesforceUserId, email, openSince],
  );
  const { user, isInvited } = rows[0] ?? { user: null, isInvited: false };
  return { user: isInvited && user?.state === 'deactivated' ? null : user, isInvited };
}

export async function listUsers(tx: Tx, orgId: string, openSince: Date): Promise<User[]> {
  const { rows } = await tx.query<UserRow>(
    `select ${USER} from users u where u.org_id = $1 order by lower(coalesce(u.name, u.email)), u.id`,
    [orgId],
  );
  return toUsers(tx, orgId, rows, openSince);
}

export async function noteActive(tx: Tx, orgId: string, userId: string, now: Date): Promise<void> {
  await tx.query('update users set last_active_at = $3 where org_id = $1 and id = $2', [orgId, userId, now]);
}

export async function findUser(tx: Tx, orgId: string, userId: string, openSince: Date): Promise<User | null> {
  const { rows } = await tx.query<UserRow>(`select ${USER} from users u where u.org_id = $1 and u.id = $2`, [orgId, userId]);
  return toUser(tx, orgId, rows, openSince);
}

/** The user who has the address now: one whose access has ended has none. */
export async function findUserByEmail(tx: Tx, orgId: string, email: string, openSince: Date): Promise<User | null> {
  const { rows } = await tx.query<UserRow>(`select ${USER} from users u where u.org_id = $1 and u.address_held = $2`, [orgId, email]);
  return toUser(tx, orgId, rows, openSince);
}

/** The state of whoever has each of these addresses now. */
export async function findStatesByEmail(tx: Tx, orgId: string, emails: readonly string[]): Promise<Map<string, UserState>> {
  const { rows } = await tx.query<{ email: string; state: UserState }>(
    'select address_held as email, state from users where org_id = $1 and address_held = any($2)',
    [orgId, emails],
  );
  return new Map(rows.map(({ email, state }) => [email, state]));
}

export async function findProfile(tx: Tx, orgId: string, userId: string): Promise<UserProfile | null> {
  const { rows } = await tx.query<UserProfile>(`select ${PROFILE} from users where org_id = $1 and id = $2`, [orgId, userId]);
  return rows[0] ?? null;
}

export async function changeProfile(
  tx: Tx,
  orgId: string,
  userId: string,
  change: { signatureHtml?: string | undefined; panelTourDone?: boolean | undefined },
): Promise<UserProfile | null> {
  const { rows } = await tx.query<UserProfile>(
    `update users set signature_html = coalesce($3, signature_html), panel_tour_done = coalesce($4, panel_tour_done)
      where org_id = $1 and id = $2 returning ${PROFILE}`,
    [orgId, userId, change.signatureHtml ?? null, change.panelTourDone ?? null],
  );
  return rows[0] ?? null;
}

/** Until the transaction ends nobody else can take or free a seat in this org, or change who its admins are. */
export async function lockAccess(tx: Tx, orgId: string): Promise<void> {
  await tx.query('select 1 from orgs where org_id = $1 for no key update', [orgId]);
}

/** Users who hold a seat; an invitation that has expired holds none. Ask while access is locked. */
export async function countSeats(tx: Tx, orgId: string, openSince: Date): Promise<number> {
  const { rows } = await tx.query<{ taken: number }>(
    `select count(*)::int as taken from users where org_id = $1 and (state = 'activated' or (state = 'invited' and invited_at > $2))`,
    [orgId, openSince],
  );
  return rows[0]?.taken ?? 0;
}

export async function setRole(tx: Tx, orgId: string, userId: string, role: Role): Promise<void> {
  await tx.query('update users set role = $3 where org_id = $1 and id = $2', [orgId, userId, role]);
}

/**
 * Gives a user who was deactivated the seat back; one who never activated is invited again. Another org may have proven the address
 * meanwhile, so that it is proven anew with the next sign-in.
 */
export async function setReactivated(tx: Tx, orgId: string, userId: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update users set state = case when activated_at is null then 'invited' else 'activated' end, deactivated_at = null,
        proven_address = null, invited_at = case when activated_at is null then $3 else invited_at end
      where org_id = $1 and id = $2 and state = 'deactivated'`,
    [orgId, userId, now],
  );
  return rowCount === 1;
}

/** False for one whose Salesforce user an earlier release has struck out: nobody can prove to be that user any more. */
export async function isKnownInSalesforce(tx: Tx, orgId: string, userId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'select 1 from users where org_id = $1 and id = $2 and (salesforce_user_id is not null or activated_at is null)',
    [orgId, userId],
  );
  return rowCount === 1;
}

/** Ends access, and every session with it. Another org can have the address from now on (ON-4). */
export async function setDeactivated(tx: Tx, orgId: string, userId: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update users set state = 'deactivated', deactivated_at = $3, session_version = session_version + 1, proven_address = null
      where org_id = $1 and id = $2 and state <> 'deactivated'`,
    [orgId, userId, now],
  );
  return rowCount === 1;
}

export async function countOtherAdmins(tx: Tx, orgId: string, userId: string): Promise<number> {
  const { rows } = await tx.query<{ others: number }>(
    `select count(*)::int as others from users where org_id = $1 and id <> $2 and role = 'admin' and state = 'activated'`,
    [orgId, userId],
  );
  return rows[0]?.others ?? 0;
}

/** Somebody who can be given something to do in Salesforce. */
export interface Assignee {
  id: string;
  salesforceUserId: string;
  name: string;
}

/** The active users of an org, as far as their Salesforce user is known: this one first, then by name. */
export async function listAssignees(tx: Tx, orgId: string, userId: string): Promise<Assignee[]> {
  const { rows } = await tx.query<Assignee>(
    `select id, salesforce_user_id as "salesforceUserId", coalesce(name, email) as name from users
      where org_id = $1 and state = 'activated' and salesforce_user_id is not null
      order by id <> $2, lower(coalesce(name, email)), id`,
    [orgId, userId],
  );
  return rows;
}

export interface Admin {
  id: string;
  salesforceUserId: string | null;
  name: string | null;
  email: string;
  /** What they read, as they chose or as Salesforce says it; null: not known. */
  language: string | null;
}

export async function listAdmins(tx: Tx, orgId: string): Promise<Admin[]> {
  const { rows } = await tx.query<Admin>(
    `select id, salesforce_user_id as "salesforceUserId", name, email, coalesce(chosen_language, language) as language from users
      where org_id = $1 and role = 'admin' and state = 'activated' order by invited_at`,
    [orgId],
  );
  return rows;
}

/**
 * TP-10: who gets what belonged to somebody whose access has ended: the admin who ended it, else the admin who has been active longest.
 * Null where there is none, and for somebody who has access again.
 */
export async function findHeir(tx: Tx, orgId: string, { from, endedBy }: { from: string; endedBy: string | null }): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `select u.id from users u
      where u.org_id = $1 and u.role = 'admin' and u.state = 'activated' and u.id <> $2
        and exists (select from users gone where gone.org_id = $1 and gone.id = $2 and gone.state = 'deactivated')
      order by u.id is not distinct from $3 desc, u.activated_at, u.id limit 1`,
    [orgId, from, endedBy],
  );
  return rows[0]?.id ?? null;
}

/**
 * The first admin of an org, active at once; Salesforce has verified the address. ON-4: null when the address is active in another org.
 */
export async function admitAdmin(
  tx: Tx,
  orgId: string,
  person: {
    email: string;
    salesforceUserId: string;
    name: string;
    timeZone: string | null;
    language: string | null;
    locale: string | null;
    now: Date;
  },
): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into users (org_id, email, proven_address, name, salesforce_user_id, role, state, onboarding_step, time_zone, locale, language,
       invited_at, activated_at)
     values ($1, $2, $2, $3, $4, 'admin', 'activated', 'welcome', $5, $6, $8, $7, $7) on conflict do nothing returning id`,
    [orgId, person.email, person.name, person.salesforceUserId, person.timeZone, person.locale, person.now, person.language],
  );
  return rows[0]?.id ?? null;
}

/** What the user with this address reads, as they chose or as Salesforce says it; null: not known. */
export async function findLanguage(tx: Tx, orgId: string, address: string): Promise<string | null> {
  const { rows } = await tx.query<{ language: string | null }>(
    'select coalesce(chosen_language, language) as language from users where org_id = $1 and address_held = $2',
    [orgId, address],
  );
  return rows[0]?.language ?? null;
}
