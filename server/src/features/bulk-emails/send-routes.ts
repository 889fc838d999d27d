import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { requireActivated } from '../../platform/panel-caller.ts';
import { RecordId } from '../../platform/schemas.ts';
import { BODY_CONTENT_PROBLEMS } from '../content/index.ts';
import { BODY_PICTURE_PROBLEMS } from '../email-pictures/index.ts';
import { ATTACHMENT_PROBLEMS } from '../files/index.ts';
import { SALESFORCE_PROBLEMS } from '../people/index.ts';
import { SENDER_PROBLEMS } from '../sales-emails/index.ts';
import { DraftPreview } from '../sales-emails/schemas.ts';
import type { CheckBulkEmail } from './check-bulk-email.ts';
import type { PreviewPerson } from './preview-person.ts';
import { BulkCheck, BulkProgress, BulkSend } from './schemas.ts';
import type { SendBulkEmail } from './send-bulk-email.ts';
import type { Progress } from './show-progress.ts';

const tags = ['Bulk emails'];
const Id = z.object({ id: z.uuid() });
const Person = Id.extend({ personId: RecordId });

interface SendRoutes {
  checkBulkEmail: CheckBulkEmail;
  previewPerson: PreviewPerson;
  sendBulkEmail: SendBulkEmail;
  progress: Progress;
}

/** BK-3: what an email to many people comes to, and its way. */
export const bulkSendRoutes: FastifyPluginAsyncZodOpenApi<SendRoutes> = async (app, use) => {
  app.get(
    '/bulk-emails/:id/check',
    {
      config: { problems: [...SALESFORCE_PROBLEMS, 'bulk_email_accepted'] },
      schema: { summary: 'Who will get it and who will not, and when it leaves', tags, params: Id, response: { 200: BulkCheck } },
    },
    ({ caller, params }) => use.checkBulkEmail(caller.orgId, requireActivated(caller).id, params.id),
  );

  app.get(
    '/bulk-emails/:id/people/:personId/preview',
    {
      config: { problems: [...SALESFORCE_PROBLEMS, 'bulk_email_accepted', 'text_too_large'] },
      schema: { summary: 'It as it would leave for one person', tags, params: Person, response: { 200: DraftPreview } },
    },
    ({ caller, params: { id, personId } }) => use.previewPerson(caller.orgId, requireActivated(caller).id, id, personId),
  );

  app.post(
    '/bulk-emails/:id/send',
    {
      config: {
        problems: [
          ...SENDER_PROBLEMS,
          ...SALESFORCE_PROBLEMS,
          ...BODY_PICTURE_PROBLEMS,
          ...BODY_CONTENT_PROBLEMS,
          ...ATTACHMENT_PROBLEMS,
          'org_stopped',
          'nobody_gets_it',
          'bulk_email_changed',
        ],
      },
      schema: { summary: 'Send it to all who can get it', tags, params: Id, body: BulkSend, response: { 202: BulkProgress } },
    },
    async ({ caller, params, body }, reply) =>
      reply.code(202).send(await use.sendBulkEmail(caller.orgId, requireActivated(caller).id, params.id, body.version)),
  );

  app.get(
    '/bulk-emails/:id/progress',
    {
      config: { problems: ['not_found'] },
      schema: { summary: 'How far it is', tags, params: Id, response: { 200: BulkProgress } },
    },
    ({ caller, params }) => use.progress.show(caller.orgId, requireActivated(caller).id, params.id),
  );

  app.post(
    '/bulk-emails/:id/stop',
    {
      config: { problems: ['not_found'] },
      schema: { summary: 'Cancel what waits of it', tags, params: Id, response: { 200: BulkProgress } },
    },
    ({ caller, params }) => use.progress.stop(caller.orgId, requireActivated(caller).id, params.id),
  );
};
