import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { requireAdmin } from '../../platform/panel-caller.ts';
import { inviterOf } from '../users/index.ts';
import type { ChangeMembers } from './change-members.ts';
import type { ChangeTeams } from './change-teams.ts';
import type { ReadTeams } from './read-teams.ts';
import { Team, TeamList, TeamPage, TeamWords } from './schemas.ts';

const TeamId = z.object({ id: z.uuid() });
const Membership = z.object({ id: z.uuid(), userId: z.uuid() });

interface TeamRoutes {
  readTeams: ReadTeams;
  changeTeams: ChangeTeams;
  changeMembers: ChangeMembers;
}

/** AD-3: the teams of an org, for its admins. */
export const teamRoutes: FastifyPluginAsyncZodOpenApi<TeamRoutes> = async (app, { readTeams, changeTeams, changeMembers }) => {
  const tags = ['Teams'];

  app.get('/teams', { schema: { summary: 'All teams of this org', tags, response: { 200: TeamList } } }, ({ caller }) => {
    requireAdmin(caller);
    return readTeams.list(caller.orgId);
  });

  app.post(
    '/teams',
    {
      config: { problems: ['team_name_taken', 'team_limit_reached'] },
      schema: { summary: 'Create a team', tags, body: TeamWords, response: { 201: Team } },
    },
    async (request, reply) => {
      const team = await changeTeams.create(request.caller.orgId, inviterOf(request), request.body.name);
      return reply.code(201).send(team);
    },
  );

  app.get(
    '/teams/:id',
    {
      config: { problems: ['not_found'] },
      schema: { summary: 'One team with its members', tags, params: TeamId, response: { 200: TeamPage } },
    },
    ({ caller, params }) => {
      requireAdmin(caller);
      return readTeams.show(caller.orgId, params.id);
    },
  );

  app.patch(
    '/teams/:id',
    {
      config: { problems: ['not_found', 'team_name_taken'] },
      schema: { summary: 'Rename a team', tags, params: TeamId, body: TeamWords, response: { 200: Team } },
    },
    (request) => changeTeams.rename(request.caller.orgId, inviterOf(request), request.params.id, request.body.name),
  );

  app.delete(
    '/teams/:id',
    {
      config: { problems: ['not_found'] },
      schema: { summary: 'Delete a team; its members stay users', tags, params: TeamId, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await changeTeams.remove(request.caller.orgId, inviterOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );

  app.put(
    '/teams/:id/members/:userId',
    {
      config: { problems: ['not_found', 'user_deactivated'] },
      schema: { summary: 'Add somebody to a team', tags, params: Membership, response: { 200: TeamPage } },
    },
    (request) => changeMembers.add(request.caller.orgId, inviterOf(request), membershipOf(request.params)),
  );

  app.delete(
    '/teams/:id/members/:userId',
    {
      config: { problems: ['not_found'] },
      schema: { summary: 'Take somebody out of a team', tags, params: Membership, response: { 200: TeamPage } },
    },
    (request) => changeMembers.remove(request.caller.orgId, inviterOf(request), membershipOf(request.params)),
  );
};

function membershipOf({ id, userId }: z.infer<typeof Membership>) {
  return { teamId: id, userId };
}
