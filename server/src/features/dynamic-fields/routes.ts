import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { requireActivated } from '../../platform/panel-caller.ts';
import { EMAIL_BODY_LIMIT } from '../../platform/request-bodies.ts';
import { RecordId } from '../../platform/schemas.ts';
import { SALESFORCE_PROBLEMS } from '../people/index.ts';
import type { CheckFields, ListFields } from './ports.ts';
import { DynamicFieldList, FieldCheck, TextToCheck } from './schemas.ts';

interface DynamicFieldRouteOptions {
  listFields: ListFields;
  checkFields: CheckFields;
}

const tags = ['Dynamic fields'];
const ListQuery = z.object({
  recordId: RecordId.optional().meta({ description: 'The record whose page the rep acts from; left out: fields of all objects' }),
});

/** What can be put into an email, and what an email with fields would come to. */
export const dynamicFieldRoutes: FastifyPluginAsyncZodOpenApi<DynamicFieldRouteOptions> = async (app, use) => {
  app.get(
    '/dynamic-fields',
    {
      config: { problems: [...SALESFORCE_PROBLEMS] },
      schema: { summary: 'Dynamic fields for an email', tags, querystring: ListQuery, response: { 200: DynamicFieldList } },
    },
    async ({ caller, query }) => use.listFields(caller.orgId, requireActivated(caller).id, query.recordId ?? null),
  );

  app.post(
    '/dynamic-fields/check',
    {
      bodyLimit: EMAIL_BODY_LIMIT,
      config: { problems: [...SALESFORCE_PROBLEMS, 'text_too_large'] },
      schema: {
        summary: 'What the dynamic fields of an email come to for each person',
        tags,
        body: TextToCheck,
        response: { 200: FieldCheck },
      },
    },
    async ({ caller, body }) => use.checkFields(caller.orgId, requireActivated(caller).id, body),
  );
};
