import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { CursorParameter } from '../../platform/cursors.ts';
import { requireActivated } from '../../platform/panel-caller.ts';
import { EMAIL_BODY_LIMIT } from '../../platform/request-bodies.ts';
import { RecordId } from '../../platform/schemas.ts';
import { BODY_CONTENT_PROBLEMS } from '../content/index.ts';
import { BODY_PICTURE_PROBLEMS } from '../email-pictures/index.ts';
import { FIELD_PROBLEMS } from '../dynamic-fields/index.ts';
import { ATTACHMENT_PROBLEMS } from '../files/index.ts';
import { SALESFORCE_PROBLEMS } from '../people/index.ts';
import { RECIPIENT_PROBLEMS } from '../suppression/index.ts';
import { NotModified, unchangedAnswers } from '../../platform/unchanged-answers.ts';
import type { ActOnSalesEmail } from './cancel-sales-email.ts';
import type { DecideUncertainEmail } from './decide-uncertain-email.ts';
import { DRAFT_AGAIN_PROBLEMS, type DraftAgain } from './draft-again.ts';
import type { Drafts } from './drafts.ts';
import type { BeginFollowUp } from './begin-follow-up.ts';
import { SENDER_PROBLEMS } from './find-sender-of.ts';
import type { ListSalesEmails } from './list-sales-emails.ts';
import { ACCEPTANCE_PROBLEMS } from './refusals.ts';
import { Compose, Draft, DraftPreview, SalesEmail, SalesEmailList, SalesEmailRow, SavedDraft, Settlement } from './schemas.ts';
import type { ChangeSchedule } from './change-schedule.ts';
import type { CheckSchedule } from './schedule.ts';
import { scheduleRoutes } from './schedule-routes.ts';
import type { PreviewDraft } from './preview-draft.ts';
import type { SendSalesEmail } from './send-sales-email.ts';
import type { ShowSalesEmail } from './show-sales-email.ts';

const tags = ['Sales emails'];

interface SalesEmailRouteOptions {
  beginFollowUp: BeginFollowUp;
  drafts: Drafts;
  previewDraft: PreviewDraft;
  sendSalesEmail: SendSalesEmail;
  listSalesEmails: ListSalesEmails;
  showSalesEmail: ShowSalesEmail;
  retrySalesEmail: ActOnSalesEmail;
  cancelSalesEmail: ActOnSalesEmail;
  draftAgain: DraftAgain;
  decideUncertainEmail: DecideUncertainEmail;
  changeSchedule: ChangeSchedule;
  sendNow: ActOnSalesEmail;
  checkSchedule: CheckSchedule;
}

const Id = z.object({ id: z.uuid() });
const OfRecord = z.object({ recordId: RecordId });
const ComposeQuery = OfRecord.extend({
  followsEmailId: z.uuid().optional().meta({ description: 'The own email that it follows' }),
  reply: z.enum(['true']).optional().meta({ description: 'It answers the newest reply to that email' }),
});
const PreviewQuery = z.object({ personId: RecordId.optional().meta({ description: 'Left out: the person in To' }) });
const ListQuery = OfRecord.extend({ cursor: CursorParameter });
const SendHeaders = z.object({ 'idempotency-key': z.uuid('Idempotency-Key must be a UUID.') });

export const salesEmailRoutes: FastifyPluginAsyncZodOpenApi<SalesEmailRouteOptions> = async (app, use) => {
  app.get(
    '/compose',
    {
      config: { problems: ['not_found', 'not_followable'] },
      schema: { summary: 'Everything the compose window opens with', tags, querystring: ComposeQuery, response: { 200: Compose } },
    },
    async ({ caller, query: { recordId, followsEmailId, reply } }) => {
      const userId = requireActivated(caller).id;
      const asked = followsEmailId === undefined ? null : { emailId: followsEmailId, isReply: reply === 'true' };
      const [compose, followUp] = await Promise.all([
        use.drafts.compose(caller.orgId, userId, recordId),
        asked && use.beginFollowUp(caller.orgId, userId, recordId, asked),
      ]);
      return { ...compose, followUp };
    },
  );

  app.put(
    '/drafts',
    {
      bodyLimit: EMAIL_BODY_LIMIT,
      config: { problems: ['text_too_large'] },
      schema: { summary: 'Save a draft', tags, body: Draft, response: { 200: SavedDraft } },
    },
    async (request) => use.drafts.save(request.caller.orgId, requireActivated(request.caller).id, request.body),
  );

  app.delete(
    '/drafts/:id',
    { config: { problems: ['not_found'] }, schema: { summary: 'Discard a draft', tags, params: Id, response: { 204: z.null() } } },
    async (request, reply) => {
      await use.drafts.discard(request.caller.orgId, requireActivated(request.caller).id, request.params.id);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/drafts/:id/preview',
    {
      config: { problems: [...SALESFORCE_PROBLEMS, 'text_too_large'] },
      schema: {
        summary: 'A draft as it would leave for one person',
        tags,
        params: Id,
        querystring: PreviewQuery,
        response: { 200: DraftPreview },
      },
    },
    async ({ caller, params, query }) => use.previewDraft(caller.orgId, requireActivated(caller).id, params.id, query.personId ?? null),
  );

  app.post(
    '/sales-emails',
    {
      bodyLimit: EMAIL_BODY_LIMIT,
      config: {
        problems: [
          ...ACCEPTANCE_PROBLEMS,
          ...SALESFORCE_PROBLEMS,
          ...BODY_PICTURE_PROBLEMS,
          ...BODY_CONTENT_PROBLEMS,
          ...ATTACHMENT_PROBLEMS,
          ...FIELD_PROBLEMS,
          'text_too_large',
        ],
      },
      schema: { summary: 'Send Sales Email', tags, headers: SendHeaders, body: Draft, response: { 202: SalesEmailRow } },
    },
    async (request, reply) => {
      const { caller, headers, body } = request;
      const row = await use.sendSalesEmail(caller.orgId, requireActivated(caller).id, headers['idempotency-key'].toLowerCase(), body);
      return reply.code(202).send(row);
    },
  );

  await app.register(listRoute, use);
  await app.register(scheduleRoutes, use);

  app.get(
    '/sales-emails/:id',
    {
      config: { problems: [...SALESFORCE_PROBLEMS] },
      schema: { summary: 'One sales email with its history', tags, params: Id, response: { 200: SalesEmail } },
    },
    async (request) => use.showSalesEmail(request.caller.orgId, requireActivated(request.caller).id, request.params.id),
  );

  app.post(
    '/sales-emails/:id/retry',
    {
      config: {
        problems: [
          ...SENDER_PROBLEMS,
          ...RECIPIENT_PROBLEMS,
          ...SALESFORCE_PROBLEMS,
          ...BODY_PICTURE_PROBLEMS,
          ...BODY_CONTENT_PROBLEMS,
          'file_gone',
          'no_email_address',
          'not_failed',
        ],
      },
      schema: { summary: 'Send a failed email again', tags, params: Id, response: { 202: SalesEmailRow } },
    },
    async (request, reply) =>
      reply.code(202).send(await use.retrySalesEmail(request.caller.orgId, requireActivated(request.caller).id, request.params.id)),
  );

  app.post(
    '/sales-emails/:id/cancel',
    {
      config: { problems: ['not_found', 'already_left'] },
      schema: { summary: 'Undo, or cancel an email that waits', tags, params: Id, response: { 200: SalesEmailRow } },
    },
    async (request) => use.cancelSalesEmail(request.caller.orgId, requireActivated(request.caller).id, request.params.id),
  );

  app.post(
    '/sales-emails/:id/draft',
    {
      config: { problems: [...DRAFT_AGAIN_PROBLEMS] },
      schema: { summary: 'Write an email that came back again, as a draft', tags, params: Id, response: { 201: SavedDraft } },
    },
    async (request, reply) =>
      reply.code(201).send(await use.draftAgain(request.caller.orgId, requireActivated(request.caller).id, request.params.id)),
  );

  app.post(
    '/sales-emails/:id/settlement',
    {
      config: { problems: [...RECIPIENT_PROBLEMS, 'not_found', 'already_settled', 'still_looking', 'mailbox_reconnect_required'] },
      schema: { summary: 'Decide about an email of unknown outcome', tags, params: Id, body: Settlement, response: { 200: SalesEmailRow } },
    },
    async (request) =>
      use.decideUncertainEmail(request.caller.orgId, requireActivated(request.caller).id, request.params.id, request.body.decision),
  );
};

/** What the panel polls. */
const listRoute: FastifyPluginAsyncZodOpenApi<Pick<SalesEmailRouteOptions, 'listSalesEmails'>> = async (app, use) => {
  await app.register(unchangedAnswers);
  app.get(
    '/sales-emails',
    {
      config: { problems: ['not_found'] },
      schema: {
        summary: 'Sales emails of a record, newest first',
        tags,
        querystring: ListQuery,
        response: { 200: SalesEmailList, 304: NotModified },
      },
    },
    async ({ caller, query }) => use.listSalesEmails(caller.orgId, requireActivated(caller).id, query.recordId, query.cursor),
  );
};
