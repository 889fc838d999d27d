import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { asEnglish } from '../../platform/english-sentences.ts';
import { requireActivated } from '../../platform/panel-caller.ts';
import { EMAIL_BODY_LIMIT } from '../../platform/request-bodies.ts';
import { RecordId, Timestamp } from '../../platform/schemas.ts';
import { SALESFORCE_PROBLEMS } from '../people/index.ts';
import type { ChangeBulkEmail } from './change-bulk-email.ts';
import { sentence } from './error-words/index.ts';
import { BulkEmail, BulkEmailList, MorePeople, NewBulkEmail, SaveBulkWords } from './schemas.ts';
import type { ReadBulkEmails } from './show-bulk-email.ts';

const tags = ['Bulk emails'];
/** It stands in the address of a page, which may be cut or old. */
const Id = z.object({ id: z.uuid(asEnglish(sentence('unknown'))) });
const Person = Id.extend({ personId: RecordId });
const SavedWords = z.object({ version: z.int(), updatedAt: Timestamp }).meta({ id: 'SavedBulkWords' });

interface BulkEmailRoutes {
  changeBulkEmail: ChangeBulkEmail;
  readBulkEmails: ReadBulkEmails;
}

/** BK-1: drafts to many people, with the words for all. */
export const bulkEmailRoutes: FastifyPluginAsyncZodOpenApi<BulkEmailRoutes> = async (app, { changeBulkEmail, readBulkEmails }) => {
  app.post(
    '/bulk-emails',
    {
      config: { problems: [...SALESFORCE_PROBLEMS] },
      schema: { summary: 'Begin an email to many people', tags, body: NewBulkEmail, response: { 201: BulkEmail } },
    },
    async ({ caller, body }, reply) => {
      const userId = requireActivated(caller).id;
      const id = await changeBulkEmail.create(caller.orgId, userId, body);
      return reply.code(201).send(await readBulkEmails.show(caller.orgId, userId, id));
    },
  );

  app.get(
    '/bulk-emails',
    { schema: { summary: 'Own emails to many people: drafts, and what is under way', tags, response: { 200: BulkEmailList } } },
    ({ caller }) => readBulkEmails.list(caller.orgId, requireActivated(caller).id),
  );

  app.get(
    '/bulk-emails/:id',
    {
      config: { problems: ['not_found'] },
      schema: { summary: 'An email to many people', tags, params: Id, response: { 200: BulkEmail } },
    },
    ({ caller, params }) => readBulkEmails.show(caller.orgId, requireActivated(caller).id, params.id),
  );

  app.delete(
    '/bulk-emails/:id',
    {
      config: { problems: ['not_found', 'bulk_email_accepted'] },
      schema: { summary: 'Discard a draft to many people', tags, params: Id, response: { 204: z.null() } },
    },
    async ({ caller, params }, reply) => {
      await changeBulkEmail.discard(caller.orgId, requireActivated(caller).id, params.id);
      return reply.code(204).send(null);
    },
  );

  app.put(
    '/bulk-emails/:id/words',
    {
      bodyLimit: EMAIL_BODY_LIMIT,
      config: { problems: ['not_found', 'bulk_email_accepted', 'bulk_email_changed', 'text_too_large'] },
      schema: { summary: 'Save the words for all', tags, params: Id, body: SaveBulkWords, response: { 200: SavedWords } },
    },
    ({ caller, params, body }) => changeBulkEmail.saveWords(caller.orgId, requireActivated(caller).id, params.id, body),
  );

  app.post(
    '/bulk-emails/:id/people',
    {
      config: { problems: [...SALESFORCE_PROBLEMS, 'bulk_email_accepted'] },
      schema: { summary: 'More people for it', tags, params: Id, body: MorePeople, response: { 200: BulkEmail } },
    },
    async ({ caller, params: { id }, body }) => {
      const userId = requireActivated(caller).id;
      await changeBulkEmail.addPeople(caller.orgId, userId, id, body.personIds);
      return readBulkEmails.show(caller.orgId, userId, id);
    },
  );

  app.delete(
    '/bulk-emails/:id/people/:personId',
    {
      config: { problems: ['not_found', 'bulk_email_accepted'] },
      schema: { summary: 'One person less', tags, params: Person, response: { 204: z.null() } },
    },
    async ({ caller, params: { id, personId } }, reply) => {
      await changeBulkEmail.removePerson(caller.orgId, requireActivated(caller).id, id, personId);
      return reply.code(204).send(null);
    },
  );
};
