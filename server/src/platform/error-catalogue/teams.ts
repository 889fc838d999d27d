import type { ErrorEntry } from './entry.ts';

/** Teams of an org. */
export const TEAM_ERRORS = {
  team_name_taken: { status: 409, remedy: 'change_request', title: 'There is a team of this name already. Choose another name.' },
  team_limit_reached: { status: 409, remedy: 'change_request', title: 'You have 20 teams, as many as there can be. Delete one first.' },
} as const satisfies Record<string, ErrorEntry>;
