import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { requireAdmin } from '../../platform/panel-caller.ts';
import { TEXT_BODY_LIMIT } from '../../platform/request-bodies.ts';
import { SALESFORCE_PROBLEMS } from '../people/index.ts';
import type { ChangeAccess } from './change-access.ts';
import type { CheckInvitations } from './check-invitations.ts';
import type { FindSalesforceUsers } from './find-salesforce-users.ts';
import type { InvitationTeams } from './invitation-teams.ts';
import type { InviteUsers } from './invite-users.ts';
import { inviterOf } from './inviter-of.ts';
import { readInvitationCsv } from './read-invitation-csv.ts';
import type { ResendInvitations } from './resend-invitations.ts';
import {
  InvitationChecks,
  InvitationCsv,
  InvitationDraft,
  InvitationFile,
  InvitationResult,
  Invitations,
  ResentInvitations,
  SalesforceUserList,
  SalesforceUserQuery,
  User,
} from './schemas.ts';

interface InvitationRoutes {
  inviteUsers: InviteUsers;
  invitationTeams: Pick<InvitationTeams, 'finder'>;
  checkInvitations: CheckInvitations;
  findSalesforceUsers: FindSalesforceUsers;
  resendInvitations: ResendInvitations;
  changeAccess: Pick<ChangeAccess, 'resendInvitation'>;
}

/** AD-1: how an admin brings people in. */
export const invitationRoutes: FastifyPluginAsyncZodOpenApi<InvitationRoutes> = async (app, use) => {
  const tags = ['Users'];

  app.post(
    '/users/invitations',
    {
      bodyLimit: TEXT_BODY_LIMIT,
      config: { problems: ['not_found'] },
      schema: { summary: 'Invite people', tags, body: Invitations, response: { 200: InvitationResult } },
    },
    async (request) => ({ results: await use.inviteUsers(request.caller.orgId, inviterOf(request), request.body) }),
  );

  app.post(
    '/users/invitations/check',
    {
      bodyLimit: TEXT_BODY_LIMIT,
      schema: {
        summary: 'What an invitation of each address would come to',
        description: 'Sends nothing. Names addresses that are no active user of the org in Salesforce.',
        tags,
        body: InvitationDraft,
        response: { 200: InvitationChecks },
      },
    },
    ({ caller, body }) => use.checkInvitations(caller.orgId, requireAdmin(caller).id, body.emails),
  );

  app.post(
    '/users/invitations/csv',
    {
      bodyLimit: TEXT_BODY_LIMIT,
      config: { problems: ['csv_unreadable'] },
      schema: { summary: 'Read a file of people to invite', tags, body: InvitationFile, response: { 200: InvitationCsv } },
    },
    async ({ caller, body }) => {
      requireAdmin(caller);
      return readInvitationCsv(body, await use.invitationTeams.finder(caller.orgId));
    },
  );

  app.post(
    '/users/invitations/resend',
    {
      schema: {
        summary: 'Send the welcome email again to everybody who has not activated',
        description: 'Each counts in the quota of letters; one that is held back says until when and holds up no other.',
        tags,
        response: { 200: ResentInvitations },
      },
    },
    async (request) => ({ results: await use.resendInvitations(request.caller.orgId, inviterOf(request)) }),
  );

  app.get(
    '/users/salesforce-users',
    {
      config: { problems: [...SALESFORCE_PROBLEMS] },
      schema: {
        summary: 'Active Salesforce users whose name or address has these words in it',
        tags,
        querystring: SalesforceUserQuery,
        response: { 200: SalesforceUserList },
      },
    },
    async ({ caller, query: { q } }) => ({ users: await use.findSalesforceUsers.search(caller.orgId, requireAdmin(caller).id, q) }),
  );

  app.post(
    '/users/:id/invitation',
    {
      config: { problems: ['not_found', 'already_active', 'user_deactivated', 'no_seat_left', 'letter_quota_reached'] },
      schema: {
        summary: 'Send the welcome email again',
        description: 'Counts in the quota of letters; 429 `letter_quota_reached` says in `retryAt` when it is possible again.',
        tags,
        params: z.object({ id: z.uuid() }),
        response: { 200: User },
      },
    },
    (request) => use.changeAccess.resendInvitation(request.caller.orgId, inviterOf(request), request.params.id),
  );
};
