export { createChangeMembers } from './change-members.ts';
export { createChangeTeams } from './change-teams.ts';
export { createInvitationTeams } from './invitation-teams.ts';
export { createReadTeams } from './read-teams.ts';
export { handOverTeams, listTeamsOfUser } from './repository.ts';
export { teamRoutes } from './routes.ts';
export { teamNameKey } from './team-name-key.ts';
