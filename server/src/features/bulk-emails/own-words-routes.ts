import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { requireActivated } from '../../platform/panel-caller.ts';
import { EMAIL_BODY_LIMIT } from '../../platform/request-bodies.ts';
import { RecordId } from '../../platform/schemas.ts';
import type { ChangeBulkEmail } from './change-bulk-email.ts';
import { DespiteBounce, OwnWords } from './schemas.ts';
import type { ReadBulkEmails } from './show-bulk-email.ts';

const tags = ['Bulk emails'];
const Id = z.object({ id: z.uuid() });
const Person = Id.extend({ personId: RecordId });

interface OwnWordsRoutes {
  changeBulkEmail: ChangeBulkEmail;
  readBulkEmails: ReadBulkEmails;
}

/** What differs for one person of a draft to many. */
export const ownWordsRoutes: FastifyPluginAsyncZodOpenApi<OwnWordsRoutes> = async (app, { changeBulkEmail, readBulkEmails }) => {
  app.get(
    '/bulk-emails/:id/people/:personId/words',
    {
      config: { problems: ['not_found', 'bulk_email_accepted'] },
      schema: { summary: 'The words for one person', tags, params: Person, response: { 200: OwnWords } },
    },
    ({ caller, params: { id, personId } }) => readBulkEmails.showWords(caller.orgId, requireActivated(caller).id, id, personId),
  );

  app.put(
    '/bulk-emails/:id/people/:personId/words',
    {
      bodyLimit: EMAIL_BODY_LIMIT,
      config: { problems: ['not_found', 'bulk_email_accepted', 'text_too_large'] },
      schema: { summary: 'Own words for one person', tags, params: Person, body: OwnWords, response: { 204: z.null() } },
    },
    async ({ caller, params: { id, personId }, body }, reply) => {
      await changeBulkEmail.saveOwnWords(caller.orgId, requireActivated(caller).id, id, personId, body);
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/bulk-emails/:id/people/:personId/words',
    {
      config: { problems: ['not_found', 'bulk_email_accepted'] },
      schema: { summary: 'The words for all for this person again', tags, params: Person, response: { 204: z.null() } },
    },
    async ({ caller, params: { id, personId } }, reply) => {
      await changeBulkEmail.saveOwnWords(caller.orgId, requireActivated(caller).id, id, personId, null);
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/bulk-emails/:id/own-words',
    {
      config: { problems: ['not_found', 'bulk_email_accepted'] },
      schema: { summary: 'The words for all for everybody', tags, params: Id, response: { 204: z.null() } },
    },
    async ({ caller, params }, reply) => {
      await changeBulkEmail.clearOwnWords(caller.orgId, requireActivated(caller).id, params.id);
      return reply.code(204).send(null);
    },
  );

  app.put(
    '/bulk-emails/:id/people/:personId/despite-bounce',
    {
      config: { problems: ['not_found', 'bulk_email_accepted'] },
      schema: {
        summary: 'Whether one person gets it though an email came back',
        tags,
        params: Person,
        body: DespiteBounce,
        response: { 204: z.null() },
      },
    },
    async ({ caller, params: { id, personId }, body }, reply) => {
      await changeBulkEmail.setDespiteBounce(caller.orgId, requireActivated(caller).id, id, personId, body.value);
      return reply.code(204).send(null);
    },
  );
};
