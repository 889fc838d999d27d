import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { requireActivated } from '../../platform/panel-caller.ts';
import { RecordId } from '../../platform/schemas.ts';
import { SALESFORCE_PROBLEMS } from './salesforce-problem.ts';
import { PersonList } from './schemas.ts';
import type { SearchPeople } from './search-people.ts';

const PeopleQuery = z.object({ recordId: RecordId.optional(), q: z.string().max(100).optional() });

export const peopleRoutes: FastifyPluginAsyncZodOpenApi<{ searchPeople: SearchPeople }> = async (app, { searchPeople }) => {
  const tags = ['People'];
  app.get(
    '/people',
    {
      config: { problems: [...SALESFORCE_PROBLEMS] },
      schema: {
        summary: 'People of a record, or whoever fits what was typed',
        tags,
        querystring: PeopleQuery,
        response: { 200: PersonList },
      },
    },
    async (request) => ({ people: await searchPeople(request.caller.orgId, requireActivated(request.caller).id, request.query) }),
  );
};
