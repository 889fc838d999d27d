import { Readable } from 'node:stream';
import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { sentence } from './error-words/index.ts';
import type { KeepFile } from './keep-file.ts';
import { MOST_FILES } from './limits.ts';
import { isActivated } from './repository.ts';
import { Attachment, FileName, FilePurpose } from './schemas.ts';
import type { UploadGrant, UploadLinks } from './upload-links.ts';

interface UploadRouteOptions {
  pool: Pool;
  uploadLinks: UploadLinks;
  keepFile: KeepFile;
}

/**
 * The bytes of a file, by a link of its rep. AppError 404 `not_found` for a link that is not good, also one of a rep whose access has
 * ended; else what `keepFile` refuses.
 */
export const uploadRoutes: FastifyPluginAsyncZodOpenApi<UploadRouteOptions> = async (app, { pool, uploadLinks, keepFile }) => {
  // In this scope alone: a body that is not read is no body for anybody else
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/octet-stream', (_request, bytes, done) => done(null, bytes));
  const underWay = new Map<string, number>();

  app.post(
    '/:token',
    {
      schema: {
        hide: true,
        params: z.object({ token: z.string() }),
        querystring: z.object({ name: FileName, purpose: FilePurpose }),
        response: { 201: Attachment },
      },
    },
    async ({ params, query, body, headers }, reply) => {
      const { orgId, userId } = await openLink(params.token);
      const others = underWay.get(userId) ?? 0;
      // All files of an email at once and no more: each takes its size on the disk of the service until it is kept
      if (others >= MOST_FILES) throw new AppError('rate_limited');
      underWay.set(userId, others + 1);
      try {
        const declaredSize = headers['content-length'] === undefined ? null : Number(headers['content-length']);
        // Without a type and a length there is no body at all
        const bytes = body instanceof Readable ? body : Readable.from([]);
        return await reply.code(201).send(await keepFile(orgId, userId, { ...query, bytes, declaredSize }));
      } finally {
        const left = (underWay.get(userId) ?? 1) - 1;
        if (left > 0) underWay.set(userId, left);
        else underWay.delete(userId);
      }
    },
  );

  async function openLink(token: string): Promise<UploadGrant> {
    const grant = uploadLinks.read(token);
    const isGood = grant && (await inOrg(pool, grant.orgId, (tx) => isActivated(tx, grant.orgId, grant.userId)));
    if (!isGood) throw new AppError('not_found', { title: sentence('uploadEnded') });
    return grant;
  }
};
