import { inOrg, type Pool } from '../../platform/postgres.ts';
import type { InvitationTeams } from '../users/index.ts';
import { addMember } from './change-members.ts';
import { readTeam } from './read-teams.ts';
import { listTeams } from './repository.ts';
import { isEveryone, teamNameKey } from './team-name-key.ts';

/** AD-1: those who are invited may be in teams from the beginning. */
export function createInvitationTeams({ pool }: { pool: Pool }): InvitationTeams {
  return {
    async finder(orgId) {
      const teams = await inOrg(pool, orgId, (tx) => listTeams(tx, orgId));
      const byKey = new Map(teams.map(({ id, name }) => [teamNameKey(name), id]));
      return (name) => {
        const key = teamNameKey(name);
        return isEveryone(key) ? null : byKey.get(key);
      };
    },
    async refuseMissing(tx, orgId, teamIds) {
      for (const teamId of teamIds) await readTeam(tx, orgId, teamId);
    },
    async join(tx, orgId, by, { user, teamId, at }) {
      const team = await readTeam(tx, orgId, teamId);
      await addMember(tx, orgId, by, { team, user, at });
    },
  };
}
