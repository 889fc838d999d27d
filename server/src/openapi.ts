import { readFileSync } from 'node:fs';
import swagger from '@fastify/swagger';
import fp from 'fastify-plugin';
import { fastifyZodOpenApiTransformers } from 'fastify-zod-openapi';
import { documentProblems, noteProblems } from './platform/api-problems.ts';

/** Collects every route of the API into one OpenAPI 3.1 document; shows it at /docs when it is to be shown. */
export const apiDocumentation = fp<{ serverUrl: string; isShown: boolean }>(
  async (app, { serverUrl, isShown }) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'MSI Actions API',
          version: '1',
          description: 'What the panel in Salesforce asks the service. Failures are problem+json (RFC 9457).',
        },
        servers: [{ url: serverUrl }],
        components: {
          securitySchemes: {
            session: { type: 'http', scheme: 'bearer', description: 'The session of the panel, 15 minutes.' },
            panelToken: { type: 'apiKey', in: 'header', name: 'authorization', description: '`PanelToken <jwt>`, signed by Apex, once.' },
          },
        },
        security: [{ session: [] }, { panelToken: [] }],
      },
      ...fastifyZodOpenApiTransformers,
      transform: (source) => {
        const { schema, url } = fastifyZodOpenApiTransformers.transform(source);
        return { schema: noteProblems(schema, source.route.config ?? {}), url };
      },
      transformObject: (source) => documentProblems(fastifyZodOpenApiTransformers.transformObject(source)),
    });
    if (!isShown) return;
    const mark = { type: 'image/svg+xml', content: readFileSync(new URL('./features/onboarding/assets/mark.svg', import.meta.url)) };
    const logo = { ...mark, href: '/docs' };
    const theme = { title: 'MSI Actions API', favicon: [{ ...mark, filename: 'mark.svg', rel: 'icon', sizes: 'any' }] };
    await app.register(async (docs) => {
      const { default: swaggerUi } = await import('@fastify/swagger-ui');
      await docs.register(swaggerUi, { routePrefix: '/docs', staticCSP: true, uiConfig: { deepLinking: false }, logo, theme });
    });
  },
  { name: 'api-documentation' },
);
