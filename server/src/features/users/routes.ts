import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { AppError } from '../../platform/errors.ts';
import { requireAdmin, requireUser } from '../../platform/panel-caller.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { TEXT_BODY_LIMIT } from '../../platform/request-bodies.ts';
import type { ChangeAccess } from './change-access.ts';
import type { InviteUsers } from './invite-users.ts';
import { changeProfile, findProfile, listUsers } from './repository.ts';
import { sanitizeSignature } from './sanitize-signature.ts';
import { InvitationResult, Invitations, Me, MeChange, User, UserList } from './schemas.ts';

const UserId = z.object({ id: z.uuid() });

interface UserRoutes {
  pool: Pool;
  inviteUsers: InviteUsers;
  changeAccess: ChangeAccess;
}

export const userRoutes: FastifyPluginAsyncZodOpenApi<UserRoutes> = async (app, { pool, inviteUsers, changeAccess }) => {
  const tags = ['Users'];

  app.get('/me', { schema: { summary: 'The caller', tags, response: { 200: Me } } }, async ({ caller }) => {
    const me = await inOrg(pool, caller.orgId, (tx) => findProfile(tx, caller.orgId, requireUser(caller).id));
    return me ?? notFound();
  });

  app.patch(
    '/me',
    { bodyLimit: TEXT_BODY_LIMIT, schema: { summary: 'Change signature or tour', tags, body: MeChange, response: { 200: Me } } },
    async ({ caller, body }) => {
      const signatureHtml = body.signatureHtml === undefined ? undefined : sanitizeSignature(body.signatureHtml);
      const change = { signatureHtml, panelTourDone: body.panelTourDone };
      const me = await inOrg(pool, caller.orgId, (tx) => changeProfile(tx, caller.orgId, requireUser(caller).id, change));
      return me ?? notFound();
    },
  );

  app.get('/users', { schema: { summary: 'Everybody in this org', tags, response: { 200: UserList } } }, async ({ caller }) => {
    requireAdmin(caller);
    return { users: await inOrg(pool, caller.orgId, (tx) => listUsers(tx, caller.orgId)) };
  });

  app.post(
    '/users/invitations',
    { bodyLimit: TEXT_BODY_LIMIT, schema: { summary: 'Invite people', tags, body: Invitations, response: { 200: InvitationResult } } },
    async ({ caller, body }) => ({ results: await inviteUsers(caller.orgId, requireAdmin(caller).id, body) }),
  );

  app.post(
    '/users/:id/invitation',
    { schema: { summary: 'Send the welcome email again', tags, params: UserId, response: { 200: User } } },
    (request) => {
      requireAdmin(request.caller);
      return changeAccess.resendInvitation(request.caller.orgId, request.params.id);
    },
  );

  app.post(
    '/users/:id/deactivation',
    { schema: { summary: "End a user's access", tags, params: UserId, response: { 200: User } } },
    (request) => changeAccess.deactivate(request.caller.orgId, requireAdmin(request.caller).id, request.params.id),
  );

  app.post(
    '/users/:id/reactivation',
    { schema: { summary: 'Give access back', tags, params: UserId, response: { 200: User } } },
    (request) => {
      requireAdmin(request.caller);
      return changeAccess.reactivate(request.caller.orgId, request.params.id);
    },
  );
};

const notFound = (): never => {
  throw new AppError(404, 'not_found', 'This user does not exist.');
};
