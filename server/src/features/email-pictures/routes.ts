import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { requireActivated } from '../../platform/panel-caller.ts';
import { EMAIL_BODY_LIMIT } from '../../platform/request-bodies.ts';
import { PICTURE_PROBLEMS, type KeepPicture } from './keep-picture.ts';
import { NewPicture, Picture } from './schemas.ts';

/** JSON like everything that the panel sends: the browser's module for calls is loaded with the first content, and knows nothing else. */
export const emailPictureRoutes: FastifyPluginAsyncZodOpenApi<{ keepPicture: KeepPicture }> = async (app, { keepPicture }) => {
  app.post(
    '/pictures',
    {
      bodyLimit: EMAIL_BODY_LIMIT,
      config: { problems: [...PICTURE_PROBLEMS] },
      schema: { summary: 'Keep a picture for an email', tags: ['Pictures of emails'], body: NewPicture, response: { 201: Picture } },
    },
    async ({ caller, body }, reply) => {
      const picture = await keepPicture(caller.orgId, requireActivated(caller).id, Buffer.from(body.content, 'base64'));
      return reply.code(201).send(picture);
    },
  );
};
