import type { Tx } from '../../platform/postgres.ts';
import type { Actor } from '../../platform/security-events.ts';

/** What inviting needs of teams. Teams stand above users, so they are handed in. */
export interface InvitationTeams {
  /** For the names in a file: the id of a team, null for Everyone, in which everybody is, and undefined where there is none. */
  finder(orgId: string): Promise<TeamFinder>;
  /** AppError 404 when one of them does not exist any more. With access locked. */
  refuseMissing(tx: Tx, orgId: string, teamIds: readonly string[]): Promise<void>;
  /** With access locked. */
  join(tx: Tx, orgId: string, by: Actor, joining: { user: { id: string; email: string }; teamId: string; at: Date }): Promise<void>;
}

export type TeamFinder = (name: string) => string | null | undefined;
