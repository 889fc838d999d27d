import type { z } from 'zod';
import { canonicalAddress } from '../../platform/canonical-address.ts';
import type { Clock } from '../../platform/clock.ts';
import { bySlot, countLetter } from '../../platform/letters.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { EmailAddress } from '../../platform/schemas.ts';
import { recordSecurityEvent, type Actor } from '../../platform/security-events.ts';
import type { SalesforceUser } from '../../providers/salesforce/index.ts';
import type { CallerUsers } from './caller-users.ts';
import type { FindSalesforceUsers } from './find-salesforce-users.ts';
import type { InvitationTeams } from './invitation-teams.ts';
import { saveInvitation } from './invitation-repository.ts';
import { openSince } from './invitation-period.ts';
import { countSeats, findUser, findUserByEmail, lockAccess, type Role } from './repository.ts';
import type { InvitationResult } from './schemas.ts';
import { queueInvitation } from './send-invitation.ts';

/** AD-2 */
export const SEATS = 100;

type Result = z.infer<typeof InvitationResult>['results'][number];

interface Dependencies {
  pool: Pool;
  clock: Clock;
  callerUsers: CallerUsers;
  findSalesforceUsers: Pick<FindSalesforceUsers, 'byAddress'>;
  invitationTeams: InvitationTeams;
}

/** Somebody with a user in this org. */
export type Inviter = Actor & { userId: string };

interface Wanted {
  emails: string[];
  role: Role;
  admins: string[];
  /** Which of `emails` are in which team from the beginning. */
  teams: { id: string; emails: string[] }[];
}

/** AppError 404 when one of the teams does not exist any more; nobody is invited then. */
export type InviteUsers = (orgId: string, by: Inviter, wanted: Wanted) => Promise<Result[]>;

/**
 * AD-1: invites each address and answers for each in the order asked. The user and the job that writes the welcome email commit together.
 * What Salesforce says of a person is asked for the name alone and holds no invitation up.
 * Whether an address is active in another org is not looked at: an answer that depends on it would tell who is a customer.
 */
export function createInviteUsers({ pool, clock, callerUsers, findSalesforceUsers, invitationTeams }: Dependencies): InviteUsers {
  return async function inviteUsers(orgId, by, { emails, role, admins, teams }) {
    // Asked outside the transaction; without an answer the letter greets nobody by name
    const inSalesforce = await findSalesforceUsers.byAddress(orgId, by.userId, emails.filter(isAddress));
    const makesAdmin = new Set(admins.map(canonicalAddress));
    const members = teams.map(({ id, emails: those }) => ({ id, emails: new Set(those.map(canonicalAddress)) }));
    const teamsOf = (email: string) => members.filter((team) => team.emails.has(email));
    const results = await inOrg(pool, orgId, async (tx) => {
      const now = clock.now();
      await lockAccess(tx, orgId);
      await invitationTeams.refuseMissing(
        tx,
        orgId,
        teams.map(({ id }) => id),
      );
      let free = SEATS - (await countSeats(tx, orgId, openSince(now)));
      const results: Result[] = [];
      for (const typed of emails) {
        const email = canonicalAddress(typed);
        const as = { role: makesAdmin.has(email) ? ('admin' as const) : role, person: inSalesforce?.get(email) ?? null };
        const result = await invite(tx, orgId, typed, { ...as, by, now, hasSeat: free > 0 });
        if (result.outcome === 'invited') free -= 1;
        results.push(result);
      }
      const invited = results.flatMap(({ outcome, user }) => (outcome === 'invited' && user ? [user] : []));
      for (const user of invited.sort(bySlot)) {
        await queueInvitation(tx, orgId, user, now);
        for (const { id: teamId } of teamsOf(user.email)) await invitationTeams.join(tx, orgId, by, { user, teamId, at: now });
      }
      return results;
    });
    callerUsers.forget(orgId);
    return results;
  };
}

async function invite(
  tx: Tx,
  orgId: string,
  typed: string,
  { role, person, by, now, hasSeat }: { role: Role; person: SalesforceUser | null; by: Inviter; now: Date; hasSeat: boolean },
): Promise<Result> {
  const email = canonicalAddress(typed);
  const refuse = (outcome: Result['outcome'], user: Result['user'] = null): Result => ({ email, outcome, retryAt: null, user });
  if (!isAddress(typed)) return { ...refuse('not_an_address'), email: typed };
  const known = await findUserByEmail(tx, orgId, email, openSince(now));
  if (known?.state === 'activated') return refuse('already_active', known);
  if (known?.state === 'invited' && !known.isInvitationExpired) return refuse('already_invited', known);
  if (!hasSeat) return refuse('no_seat_left');
  const full = await countLetter(tx, orgId, { kind: 'invitation', to: email, askedBy: by.userId, now });
  if (full) return { ...refuse('too_many_letters'), retryAt: full.retryAt.toISOString() };
  const userId = await saveInvitation(tx, orgId, { email, role, person, invitedBy: by.userId, now });
  await recordSecurityEvent(tx, orgId, { kind: 'user_invited', outcome: 'done', by, about: email, details: { role }, at: now });
  return { email, outcome: 'invited', retryAt: null, user: await findUser(tx, orgId, userId, openSince(now)) };
}

function isAddress(typed: string): boolean {
  return EmailAddress.safeParse(canonicalAddress(typed)).success;
}
