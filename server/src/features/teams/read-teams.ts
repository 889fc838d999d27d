import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { sentence } from './error-words/index.ts';
import { countEveryone, findTeam, listMembers, listTeams } from './repository.ts';
import { MOST_TEAMS, type Team, type TeamList, type TeamPage } from './schemas.ts';

export interface ReadTeams {
  list(orgId: string): Promise<TeamList>;
  /** AppError 404 for a team that is not there. */
  show(orgId: string, teamId: string): Promise<TeamPage>;
}

/** AD-3: the teams of an org, and who is in one. */
export function createReadTeams({ pool }: { pool: Pool }): ReadTeams {
  return {
    list: (orgId) =>
      inOrg(pool, orgId, async (tx) => ({
        teams: await listTeams(tx, orgId),
        everyoneCount: await countEveryone(tx, orgId),
        mostTeams: MOST_TEAMS,
      })),
    show: (orgId, teamId) => inOrg(pool, orgId, (tx) => readTeamPage(tx, orgId, teamId)),
  };
}

export async function readTeamPage(tx: Tx, orgId: string, teamId: string): Promise<TeamPage> {
  const team = await readTeam(tx, orgId, teamId);
  return { ...team, members: await listMembers(tx, orgId, teamId) };
}

/** AppError 404 when another admin has deleted it, or it never was. */
export async function readTeam(tx: Tx, orgId: string, teamId: string): Promise<Team> {
  const team = await findTeam(tx, orgId, teamId);
  if (!team) throw new AppError('not_found', { title: sentence('teamGone') });
  return team;
}
