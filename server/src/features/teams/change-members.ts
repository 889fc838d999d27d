import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { recordSecurityEvent, type Actor } from '../../platform/security-events.ts';
import { commonSentence } from '../../platform/error-words/index.ts';
import { lockAccess } from '../users/index.ts';
import { readTeam, readTeamPage } from './read-teams.ts';
import { deleteMember, findPerson, insertMember } from './repository.ts';
import type { Team, TeamPage } from './schemas.ts';

interface Membership {
  teamId: string;
  userId: string;
}

/** `by` is the admin who does it; the answer is the team as it then is. */
export interface ChangeMembers {
  /** Twice is once. AppError 404, 409 `user_deactivated`. */
  add(orgId: string, by: Actor, membership: Membership): Promise<TeamPage>;
  /** Also somebody whose access has ended. Whoever is no member stays none. AppError 404. */
  remove(orgId: string, by: Actor, membership: Membership): Promise<TeamPage>;
}

/** AD-3: who is in a team. Changes of one org come one after another, so that nobody is added to a team that is being deleted. */
export function createChangeMembers({ pool, clock }: { pool: Pool; clock: Clock }): ChangeMembers {
  const changing = (
    orgId: string,
    { teamId, userId }: Membership,
    work: (tx: Tx, team: Team, user: { email: string; state: string }) => Promise<void>,
  ): Promise<TeamPage> =>
    inOrg(pool, orgId, async (tx) => {
      await lockAccess(tx, orgId);
      const team = await readTeam(tx, orgId, teamId);
      const user = await findPerson(tx, orgId, userId);
      if (!user) throw new AppError('not_found', { title: commonSentence('userUnknown') });
      await work(tx, team, user);
      return readTeamPage(tx, orgId, teamId);
    });

  return {
    add: (orgId, by, membership) =>
      changing(orgId, membership, async (tx, team, { email, state }) => {
        if (state === 'deactivated') throw new AppError('user_deactivated', { status: 409, title: commonSentence('userDeactivated') });
        await addMember(tx, orgId, by, { team, user: { id: membership.userId, email }, at: clock.now() });
      }),
    remove: (orgId, by, { teamId, userId }) =>
      changing(orgId, { teamId, userId }, async (tx, { name }, { email }) => {
        if (!(await deleteMember(tx, orgId, teamId, userId))) return;
        const about = `${name}: ${email}`;
        await recordSecurityEvent(tx, orgId, { kind: 'team_member_removed', outcome: 'done', by, about, at: clock.now() });
      }),
  };
}

/** With access locked. */
export async function addMember(
  tx: Tx,
  orgId: string,
  by: Actor,
  { team, user, at }: { team: Pick<Team, 'id' | 'name'>; user: { id: string; email: string }; at: Date },
): Promise<void> {
  if (!(await insertMember(tx, orgId, { teamId: team.id, userId: user.id, now: at }))) return;
  const about = `${team.name}: ${user.email}`;
  await recordSecurityEvent(tx, orgId, { kind: 'team_member_added', outcome: 'done', by, about, at });
}
