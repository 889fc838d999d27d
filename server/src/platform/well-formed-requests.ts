import fp from 'fastify-plugin';
import { wellFormed } from './text.ts';

/** Whatever comes in is well-formed text before a schema sees it: body, query and path. */
export const wellFormedRequests = fp(
  async (app) => {
    app.addHook('preValidation', async (request) => {
      request.body = wellFormed(request.body);
      request.query = wellFormed(request.query);
      request.params = wellFormed(request.params);
    });
  },
  { name: 'well-formed-requests' },
);
