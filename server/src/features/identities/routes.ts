import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { requireActivated } from '../../platform/panel-caller.ts';
import { TEXT_BODY_LIMIT } from '../../platform/request-bodies.ts';
import type { Identities } from './identities.ts';
import { Identity, IdentityChange, IdentityList, NewIdentity } from './schemas.ts';

const Id = z.object({ id: z.uuid() });

/** ID-1: what the caller sends as. An identity is always the caller's own, whatever id comes along. */
export const identityRoutes: FastifyPluginAsyncZodOpenApi<{ identities: Identities }> = async (app, { identities }) => {
  const tags = ['Identities'];

  app.get(
    '/identities',
    { schema: { summary: 'From addresses of the caller, the mailbox first', tags, response: { 200: IdentityList } } },
    ({ caller }) => identities.list(caller.orgId, requireActivated(caller).id),
  );

  app.post(
    '/identities',
    {
      config: {
        problems: [
          'identity_exists',
          'identity_limit_reached',
          'team_smtp_missing',
          'text_too_large',
          'letter_quota_reached',
          'mailbox_unavailable',
        ],
      },
      schema: { summary: 'Add a From address; it gets a verification email', tags, body: NewIdentity, response: { 201: Identity } },
    },
    async ({ caller, body }, reply) => reply.code(201).send(await identities.add(caller.orgId, requireActivated(caller).id, body)),
  );

  app.patch(
    '/identities/:id',
    {
      bodyLimit: TEXT_BODY_LIMIT,
      config: {
        problems: [
          'not_found',
          'mailbox_identity_fixed',
          'identity_not_verified',
          'channel_not_possible',
          'team_smtp_missing',
          'text_too_large',
        ],
      },
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
    {
      config: { problems: ['not_found', 'mailbox_identity_fixed'] },
      schema: { summary: 'Remove a From address', tags, params: Id, response: { 204: z.null() } },
    },
    async ({ caller, params }, reply) => {
      await identities.remove(caller.orgId, requireActivated(caller).id, params.id);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/identities/:id/verification',
    {
      config: { problems: ['not_found', 'already_verified', 'letter_quota_reached'] },
      schema: { summary: 'Send the verification email again', tags, params: Id, response: { 200: Identity } },
    },
    ({ caller, params }) => identities.resendVerification(caller.orgId, requireActivated(caller).id, params.id),
  );

  app.post(
    '/identities/:id/signature-import',
    {
      config: { problems: ['not_found', 'signature_import_unavailable', 'signature_missing', 'text_too_large', 'mailbox_unavailable'] },
      schema: { summary: 'Take over the signature from Gmail', tags, params: Id, response: { 200: Identity } },
    },
    ({ caller, params }) => identities.importSignature(caller.orgId, requireActivated(caller).id, params.id),
  );
};
