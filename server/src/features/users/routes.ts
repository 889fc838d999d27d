import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { requireActivated, requireAdmin } from '../../platform/panel-caller.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { TEXT_BODY_LIMIT } from '../../platform/request-bodies.ts';
import { actorOf } from '../../platform/security-events.ts';
import type { ChangeAccess } from './change-access.ts';
import { openSince } from './invitation-period.ts';
import type { InviteUsers, Inviter } from './invite-users.ts';
import { changeProfile, findProfile, listUsers } from './repository.ts';
import { sanitizeSignature } from '../../platform/rich-text/sanitize-signature.ts';
import { InvitationResult, Invitations, Me, MeChange, RoleChange, User, UserList } from './schemas.ts';

const UserId = z.object({ id: z.uuid() });

interface UserRoutes {
  pool: Pool;
  clock: Clock;
  inviteUsers: InviteUsers;
  changeAccess: ChangeAccess;
}

export const userRoutes: FastifyPluginAsyncZodOpenApi<UserRoutes> = async (app, { pool, clock, inviteUsers, changeAccess }) => {
  const tags = ['Users'];

  app.get('/me', { schema: { summary: 'The caller', tags, response: { 200: Me } } }, async ({ caller }) => {
    const me = await inOrg(pool, caller.orgId, (tx) => findProfile(tx, caller.orgId, requireActivated(caller).id));
    return me ?? notFound();
  });

  app.patch(
    '/me',
    { bodyLimit: TEXT_BODY_LIMIT, schema: { summary: 'Change signature or tour', tags, body: MeChange, response: { 200: Me } } },
    async ({ caller, body }) => {
      const signatureHtml = body.signatureHtml === undefined ? undefined : sanitizeSignature(body.signatureHtml);
      const change = { signatureHtml, panelTourDone: body.panelTourDone };
      const me = await inOrg(pool, caller.orgId, (tx) => changeProfile(tx, caller.orgId, requireActivated(caller).id, change));
      return me ?? notFound();
    },
  );

  app.get('/users', { schema: { summary: 'Everybody in this org', tags, response: { 200: UserList } } }, async ({ caller }) => {
    requireAdmin(caller);
    return { users: await inOrg(pool, caller.orgId, (tx) => listUsers(tx, caller.orgId, openSince(clock.now()))) };
  });

  app.post(
    '/users/invitations',
    { bodyLimit: TEXT_BODY_LIMIT, schema: { summary: 'Invite people', tags, body: Invitations, response: { 200: InvitationResult } } },
    async (request) => ({ results: await inviteUsers(request.caller.orgId, adminOf(request), request.body) }),
  );

  app.post(
    '/users/:id/invitation',
    {
      schema: {
        summary: 'Send the welcome email again',
        description: 'Counts in the quota of letters; 429 `letter_quota_reached` says in `retryAt` when it is possible again.',
        tags,
        params: UserId,
        response: { 200: User },
      },
    },
    (request) => changeAccess.resendInvitation(request.caller.orgId, adminOf(request), request.params.id),
  );

  app.post(
    '/users/:id/deactivation',
    { schema: { summary: "End a user's access", tags, params: UserId, response: { 200: User } } },
    (request) => changeAccess.deactivate(request.caller.orgId, adminOf(request), request.params.id),
  );

  app.post(
    '/users/:id/reactivation',
    { schema: { summary: 'Give access back', tags, params: UserId, response: { 200: User } } },
    (request) => changeAccess.reactivate(request.caller.orgId, adminOf(request), request.params.id),
  );

  app.put(
    '/users/:id/role',
    { schema: { summary: 'Make somebody a rep or an admin', tags, params: UserId, body: RoleChange, response: { 200: User } } },
    (request) => changeAccess.changeRole(request.caller.orgId, adminOf(request), request.params.id, request.body.role),
  );
};

/** The calling admin, for the log and for what is counted of each. */
function adminOf(request: Pick<FastifyRequest, 'caller' | 'ip'>): Inviter {
  return {
    ...actorOf(request),
    userId: requireAdmin(request.caller).id,
  };
}

function notFound(): never {
  throw new AppError(404, 'not_found', 'This user does not exist.');
}
