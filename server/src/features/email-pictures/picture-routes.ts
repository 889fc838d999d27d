import type { FastifyPluginAsync } from 'fastify';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { AppError } from '../../platform/errors.ts';
import { findByAddress } from './repository.ts';

const NAME = /^([A-Za-z0-9]{18})\.([\w-]{24})$/;

/** What stands at such an address never changes. */
const A_YEAR = 'private, max-age=31536000, immutable';

/**
 * A picture for the editor and for nobody else: in an email it is a part of the message. Whoever has the address may see it. A file that
 * passes for something else than a picture can do nothing here.
 */
export const pictureRoutes: FastifyPluginAsync<{ pool: Pool }> = async (app, { pool }) => {
  app.get<{ Params: { name: string } }>('/pictures/:name', { schema: { hide: true } }, async (request, reply) => {
    const [, orgId, id] = NAME.exec(request.params.name) ?? [];
    const picture = orgId && id ? await inOrg(pool, orgId, (tx) => findByAddress(tx, orgId, id)) : null;
    if (!picture) throw new AppError('not_found');
    return reply
      .header('content-security-policy', "default-src 'none'")
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('cache-control', A_YEAR)
      .type(picture.type)
      .send(picture.bytes);
  });
};
