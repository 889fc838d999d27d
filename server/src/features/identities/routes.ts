import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { requireActivated } from '../../platform/panel-caller.ts';
import { TEXT_BODY_LIMIT } from '../../platform/request-bodies.ts';
import type { Identities } from './index.ts';
import { Identity, IdentityChange, IdentityList, NewIdentity } from './schemas.ts';

const Id = z.object({ id: z.uuid() });

/** ID-1: what the caller sends as. An identity is always the caller's own, whatever id comes along. */
export const identityRoutes: FastifyPluginAsyncZodOpenApi<{ identities: Identities }> = async (app, { identities }) => {
  const tags = ['identities'];

  app.get(
    '/identities',
    { schema: { summary: 'From addresses of the caller, the mailbox first', tags, response: { 200: IdentityList } } },
    ({ caller }) => identities.list(caller.orgId, requireActivated(caller).id),
  );

  app.post(
    '/identities',
    { schema: { summary: 'Add a From address; it gets a verification email', tags, body: NewIdentity, response: { 201: Identity } } },
    async ({ caller, body }, reply) => reply.code(201).send(await identities.add(caller.orgId, requireActivated(caller).id, body)),
  );

  app.patch(
    '/identities/:id',
    {
      bodyLimit: TEXT_BODY_LIMIT,
      schema: {
        summary: 'Change name, signature, channel or default',
        tags,
        params: Id,
        body: IdentityChange,
        response: { 200: Identity },
      },
    },
    ({ caller, params, body }) => identities.change(caller.orgId, requireActivated(caller).id, params.id, body),
  );

  app.delete(
    '/identities/:id',
    { schema: { summary: 'Remove a From address', tags, params: Id, response: { 204: z.null() } } },
    async ({ caller, params }, reply) => {
      await identities.remove(caller.orgId, requireActivated(caller).id, params.id);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/identities/:id/verification',
    { schema: { summary: 'Send the verification email again', tags, params: Id, response: { 200: Identity } } },
    ({ caller, params }) => identities.resendVerification(caller.orgId, requireActivated(caller).id, params.id),
  );

  app.post(
    '/identities/:id/signature-import',
    { schema: { summary: 'Take over the signature from Gmail', tags, params: Id, response: { 200: Identity } } },
    ({ caller, params }) => identities.importSignature(caller.orgId, requireActivated(caller).id, params.id),
  );
};
