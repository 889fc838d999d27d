import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { requireActivated, requireAdmin } from '../../platform/panel-caller.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { TEXT_BODY_LIMIT } from '../../platform/request-bodies.ts';
import type { ChangeAccess } from './change-access.ts';
import { queueApiAccessCheck } from './check-api-access.ts';
import type { ExportUsers } from './export-users.ts';
import { inviterOf } from './inviter-of.ts';
import type { ListUsers } from './list-users.ts';
import { changeProfile, findProfile } from './repository.ts';
import { sanitizeSignature } from '../../platform/rich-text/sanitize-signature.ts';
import { commonSentence } from '../../platform/error-words/index.ts';
import { ApiAccessCheck, Me, MeChange, RoleChange, User, UserList } from './schemas.ts';

const UserId = z.object({ id: z.uuid() });

interface UserRoutes {
  pool: Pool;
  clock: Clock;
  listUsers: ListUsers;
  exportUsers: ExportUsers;
  changeAccess: ChangeAccess;
}

export const userRoutes: FastifyPluginAsyncZodOpenApi<UserRoutes> = async (app, use) => {
  const { pool, clock, changeAccess } = use;
  const tags = ['Users'];

  app.get(
    '/me',
    { config: { problems: ['not_found'] }, schema: { summary: 'The caller', tags, response: { 200: Me } } },
    async ({ caller }) => {
      const me = await inOrg(pool, caller.orgId, (tx) => findProfile(tx, caller.orgId, requireActivated(caller).id));
      return me ?? notFound();
    },
  );

  app.patch(
    '/me',
    {
      bodyLimit: TEXT_BODY_LIMIT,
      config: { problems: ['not_found', 'text_too_large'] },
      schema: { summary: 'Change signature or tour', tags, body: MeChange, response: { 200: Me } },
    },
    async ({ caller, body }) => {
      const signatureHtml = body.signatureHtml === undefined ? undefined : sanitizeSignature(body.signatureHtml);
      const change = { signatureHtml, panelTourDone: body.panelTourDone };
      const me = await inOrg(pool, caller.orgId, (tx) => changeProfile(tx, caller.orgId, requireActivated(caller).id, change));
      return me ?? notFound();
    },
  );

  app.get('/users', { schema: { summary: 'Everybody in this org', tags, response: { 200: UserList } } }, ({ caller }) =>
    use.listUsers(caller.orgId, requireAdmin(caller).id),
  );

  app.get(
    '/users/csv',
    {
      schema: {
        summary: 'The same as CSV',
        tags,
        response: { 200: { content: { 'text/csv': { schema: z.string() } } } },
      },
    },
    async ({ caller }, reply) => {
      const csv = await use.exportUsers(caller.orgId, requireAdmin(caller).id);
      return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="users.csv"').send(csv);
    },
  );

  app.post(
    '/users/api-access-checks',
    { schema: { summary: 'Ask Salesforce who may use its API', tags, response: { 202: ApiAccessCheck } } },
    async ({ caller }, reply) => {
      requireAdmin(caller);
      const askedAt = clock.now().toISOString();
      await inOrg(pool, caller.orgId, (tx) => queueApiAccessCheck(tx, caller.orgId));
      return reply.code(202).send({ askedAt });
    },
  );

  app.post(
    '/users/:id/deactivation',
    {
      config: { problems: ['not_found', 'own_access', 'last_admin'] },
      schema: { summary: "End a user's access", tags, params: UserId, response: { 200: User } },
    },
    (request) => changeAccess.deactivate(request.caller.orgId, inviterOf(request), request.params.id),
  );

  app.post(
    '/users/:id/reactivation',
    {
      config: { problems: ['not_found', 'address_taken', 'salesforce_user_unknown', 'no_seat_left', 'letter_quota_reached'] },
      schema: { summary: 'Give access back', tags, params: UserId, response: { 200: User } },
    },
    (request) => changeAccess.reactivate(request.caller.orgId, inviterOf(request), request.params.id),
  );

  app.put(
    '/users/:id/role',
    {
      config: { problems: ['not_found', 'last_admin'] },
      schema: { summary: 'Make somebody a rep or an admin', tags, params: UserId, body: RoleChange, response: { 200: User } },
    },
    (request) => changeAccess.changeRole(request.caller.orgId, inviterOf(request), request.params.id, request.body.role),
  );
};

function notFound(): never {
  throw new AppError('not_found', { title: commonSentence('userUnknown') });
}
