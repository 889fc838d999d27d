import type { Tx } from '../../platform/postgres.ts';
import type { Team, TeamMember } from './schemas.ts';

/** Somebody whose access has ended counts in no team. */
const TEAM = `t.id, t.name, (select count(*)::int from team_members m join users u on u.org_id = m.org_id and u.id = m.user_id
  where m.org_id = t.org_id and m.team_id = t.id and u.state <> 'deactivated') as "memberCount"`;

export async function listTeams(tx: Tx, orgId: string): Promise<Team[]> {
  const { rows } = await tx.query<Team>(`select ${TEAM} from teams t where t.org_id = $1 order by t.name_key, t.id`, [orgId]);
  return rows;
}

export async function findTeam(tx: Tx, orgId: string, teamId: string): Promise<Team | null> {
  const { rows } = await tx.query<Team>(`select ${TEAM} from teams t where t.org_id = $1 and t.id = $2`, [orgId, teamId]);
  return rows[0] ?? null;
}

export async function findTeamByName(tx: Tx, orgId: string, nameKey: string): Promise<Team | null> {
  const { rows } = await tx.query<Team>(`select ${TEAM} from teams t where t.org_id = $1 and t.name_key = $2`, [orgId, nameKey]);
  return rows[0] ?? null;
}

export async function countTeams(tx: Tx, orgId: string): Promise<number> {
  const { rows } = await tx.query<{ teams: number }>('select count(*)::int as teams from teams where org_id = $1', [orgId]);
  return rows[0]?.teams ?? 0;
}

export async function countEveryone(tx: Tx, orgId: string): Promise<number> {
  const { rows } = await tx.query<{ people: number }>(
    `select count(*)::int as people from users where org_id = $1 and state <> 'deactivated'`,
    [orgId],
  );
  return rows[0]?.people ?? 0;
}

export async function insertTeam(
  tx: Tx,
  orgId: string,
  { name, nameKey, createdBy, now }: { name: string; nameKey: string; createdBy: string; now: Date },
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    'insert into teams (org_id, name, name_key, created_by, created_at) values ($1, $2, $3, $4, $5) returning id',
    [orgId, name, nameKey, createdBy, now],
  );
  return rows[0]?.id ?? '';
}

export async function setName(tx: Tx, orgId: string, teamId: string, { name, nameKey }: { name: string; nameKey: string }): Promise<void> {
  await tx.query('update teams set name = $3, name_key = $4 where org_id = $1 and id = $2', [orgId, teamId, name, nameKey]);
}

/** Its members go with it. */
export async function deleteTeam(tx: Tx, orgId: string, teamId: string): Promise<void> {
  await tx.query('delete from teams where org_id = $1 and id = $2', [orgId, teamId]);
}

/** Those whose access has ended come last. */
export async function listMembers(tx: Tx, orgId: string, teamId: string): Promise<TeamMember[]> {
  const { rows } = await tx.query<TeamMember>(
    `select u.id as "userId", u.name, u.email, u.state from team_members m join users u on u.org_id = m.org_id and u.id = m.user_id
      where m.org_id = $1 and m.team_id = $2 order by u.state = 'deactivated', lower(coalesce(u.name, u.email)), u.id`,
    [orgId, teamId],
  );
  return rows;
}

export async function findPerson(tx: Tx, orgId: string, userId: string): Promise<Pick<TeamMember, 'email' | 'state'> | null> {
  const { rows } = await tx.query<Pick<TeamMember, 'email' | 'state'>>('select email, state from users where org_id = $1 and id = $2', [
    orgId,
    userId,
  ]);
  return rows[0] ?? null;
}

/** False when the user is a member already. */
export async function insertMember(
  tx: Tx,
  orgId: string,
  { teamId, userId, now }: { teamId: string; userId: string; now: Date },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'insert into team_members (org_id, team_id, user_id, added_at) values ($1, $2, $3, $4) on conflict do nothing',
    [orgId, teamId, userId, now],
  );
  return rowCount === 1;
}

/** False when the user is no member. */
export async function deleteMember(tx: Tx, orgId: string, teamId: string, userId: string): Promise<boolean> {
  const { rowCount } = await tx.query('delete from team_members where org_id = $1 and team_id = $2 and user_id = $3', [
    orgId,
    teamId,
    userId,
  ]);
  return rowCount === 1;
}

/**
 * An invitation goes because its user of before has come back (`giveBackFormerUser`): that user is in the teams of both from now on.
 * To be called before the row of the invitation is deleted, with access locked.
 */
export async function handOverTeams(tx: Tx, orgId: string, { from, to }: { from: string; to: string }): Promise<void> {
  await tx.query(
    `insert into team_members (org_id, team_id, user_id, added_at)
     select org_id, team_id, $3, added_at from team_members where org_id = $1 and user_id = $2 on conflict do nothing`,
    [orgId, from, to],
  );
}

/** Which teams a user is in: what is shared with one of them is shared with the user. Nobody whose access has ended is in a team. */
export async function listTeamsOfUser(tx: Tx, orgId: string, userId: string): Promise<{ isInEveryone: boolean; teamIds: string[] }> {
  const { rows } = await tx.query<{ teamIds: string[] }>(
    `select coalesce((select array_agg(m.team_id order by m.team_id) from team_members m
                       where m.org_id = u.org_id and m.user_id = u.id), '{}')
         as "teamIds"
       from users u where u.org_id = $1 and u.id = $2 and u.state <> 'deactivated'`,
    [orgId, userId],
  );
  const [user] = rows;
  return { isInEveryone: user !== undefined, teamIds: user?.teamIds ?? [] };
}
