import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { requireActivated } from '../../platform/panel-caller.ts';
import { CHECK_PROBLEMS, type CheckFile } from './keep-file.ts';
import { REMOVE_PROBLEMS, type RemoveFile } from './remove-file.ts';
import { NewFile, UploadLink } from './schemas.ts';
import type { UploadLinks } from './upload-links.ts';

const tags = ['Files'];

interface FileRouteOptions {
  checkFile: CheckFile;
  uploadLinks: UploadLinks;
  removeFile: RemoveFile;
}

export const fileRoutes: FastifyPluginAsyncZodOpenApi<FileRouteOptions> = async (app, { checkFile, uploadLinks, removeFile }) => {
  app.post(
    '/files/upload-links',
    {
      config: { problems: [...CHECK_PROBLEMS] },
      schema: { summary: 'Where a file for emails can be sent to', tags, body: NewFile, response: { 200: UploadLink } },
    },
    async ({ caller: { orgId, ...caller }, body: { size, ...file } }) => {
      const { id: userId } = requireActivated({ orgId, ...caller });
      await checkFile(orgId, userId, { ...file, declaredSize: size });
      return { url: uploadLinks.linkTo({ orgId, userId }, file) };
    },
  );

  app.delete(
    '/files/:id',
    {
      config: { problems: [...REMOVE_PROBLEMS] },
      schema: { summary: 'Remove a file that no email has', tags, params: z.object({ id: z.uuid() }), response: { 204: z.null() } },
    },
    async ({ caller, params }, reply) => {
      await removeFile(caller.orgId, requireActivated(caller).id, params.id);
      return reply.code(204).send(null);
    },
  );
};
