import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { recordSecurityEvent } from '../../platform/security-events.ts';
import { lockAccess, type Inviter } from '../users/index.ts';
import { sentence } from './error-words/index.ts';
import { readTeam } from './read-teams.ts';
import { countTeams, deleteTeam, findTeamByName, insertTeam, setName } from './repository.ts';
import { MOST_TEAMS, type Team } from './schemas.ts';
import { isEveryone, teamNameKey } from './team-name-key.ts';

/** `by` is the admin who does it. */
export interface ChangeTeams {
  /** AppError 409 `team_name_taken`, `team_limit_reached`. */
  create(orgId: string, by: Inviter, name: string): Promise<Team>;
  /** AppError 404, 409 `team_name_taken`. */
  rename(orgId: string, by: Inviter, teamId: string, name: string): Promise<Team>;
  /** Its members stay users. AppError 404. */
  remove(orgId: string, by: Inviter, teamId: string): Promise<void>;
}

/** AD-3: what an admin does with teams. Changes of one org come one after another, so that the limit and the names are exact. */
export function createChangeTeams({ pool, clock }: { pool: Pool; clock: Clock }): ChangeTeams {
  const changing = <Result>(orgId: string, work: (tx: Tx, at: Date) => Promise<Result>): Promise<Result> =>
    inOrg(pool, orgId, async (tx) => {
      await lockAccess(tx, orgId);
      return work(tx, clock.now());
    });

  return {
    create: (orgId, by, name) =>
      changing(orgId, async (tx, at) => {
        const nameKey = await refuseTakenName(tx, orgId, name);
        if ((await countTeams(tx, orgId)) >= MOST_TEAMS) throw new AppError('team_limit_reached');
        const id = await insertTeam(tx, orgId, { name, nameKey, createdBy: by.userId, now: at });
        await recordSecurityEvent(tx, orgId, { kind: 'team_created', outcome: 'done', by, about: name, at });
        return { id, name, memberCount: 0 };
      }),

    rename: (orgId, by, teamId, name) =>
      changing(orgId, async (tx, at) => {
        const team = await readTeam(tx, orgId, teamId);
        if (team.name === name) return team;
        const nameKey = await refuseTakenName(tx, orgId, name, teamId);
        await setName(tx, orgId, teamId, { name, nameKey });
        const details = { from: team.name };
        await recordSecurityEvent(tx, orgId, { kind: 'team_renamed', outcome: 'done', by, about: name, details, at });
        return { ...team, name };
      }),

    remove: (orgId, by, teamId) =>
      changing(orgId, async (tx, at) => {
        const { name, memberCount } = await readTeam(tx, orgId, teamId);
        await deleteTeam(tx, orgId, teamId);
        const details = { members: memberCount };
        await recordSecurityEvent(tx, orgId, { kind: 'team_deleted', outcome: 'done', by, about: name, details, at });
      }),
  };
}

async function refuseTakenName(tx: Tx, orgId: string, name: string, ownId?: string): Promise<string> {
  const nameKey = teamNameKey(name);
  if (isEveryone(nameKey)) throw new AppError('team_name_taken', { title: sentence('everyoneIsTaken') });
  const other = await findTeamByName(tx, orgId, nameKey);
  if (other && other.id !== ownId) throw new AppError('team_name_taken', { title: sentence('nameTaken', { name: other.name }) });
  return nameKey;
}
