import { mkdirSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { buildLightning } from './build/build.ts';
import { defaultOutDir, forceAppDir, nodeModulesDir } from './build/paths.ts';
import { readProject } from './build/project.ts';
import { contentSecurityPolicy } from './content-security.ts';
import { readSetup, withSidebar } from './setup.ts';
import { buildFailure, shell } from './shell.ts';
import { readStaticResource } from './static-resources.ts';
import { readTranslation } from './translations.ts';

export interface LightningOptions {
  /** Where the components' calls go; takes the place of the trusted URL's placeholder. */
  serviceUrl: string;
  /** Where builds are kept. */
  distDir?: string;
  /** The project whose components are shown. */
  forceApp?: string;
}

/**
 * Lightning pages with the project's components: `/lightning/r/<Object>/<id>/view`, `/lightning/o/<Object>/list`,
 * `/lightning/n/<Tab>`, `/lightning/cmp/c__<component>`. `?lws=1` runs the components under Lightning Web Security, `?production=1`
 * without development warnings, `?sidebar=<component>` with that component alone beside a record, `?dir=rtl` mirrors the page,
 * `?lang=de` shows it in that language and locale instead of the user's. Loading a page compiles what has changed since the last time;
 * a component that does not compile is shown as such.
 */
export function registerLightning(app: FastifyInstance, options: LightningOptions): void {
  const { serviceUrl, distDir = defaultOutDir, forceApp = forceAppDir } = options;
  mkdirSync(distDir, { recursive: true });
  // the address of a build names its content
  app.register(fastifyStatic, { root: distDir, prefix: '/dist/', decorateReply: false, immutable: true, maxAge: '365d' });
  const styles = path.join(nodeModulesDir, '@salesforce-ux/design-system/assets');
  app.register(fastifyStatic, { root: styles, prefix: '/assets/', decorateReply: false, maxAge: '1d' });

  app.get('/lightning', async (_request, reply) => reply.redirect('/lightning/page/home'));
  app.get<{ Querystring: { lws?: string; production?: string; sidebar?: string } }>('/lightning/*', async ({ query }, reply) => {
    const lws = isOn(query.lws);
    const production = isOn(query.production);
    reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store');
    try {
      const build = await buildLightning({ lws, production, outDir: distDir, forceApp });
      reply.header('content-security-policy', contentSecurityPolicy(build.project, { serviceUrl, lws }));
      const setup = readSetup(build.project);
      return await reply.send(shell(build, query.sidebar ? withSidebar(setup, query.sidebar) : setup));
    } catch (error) {
      return reply.code(500).send(buildFailure(error));
    }
  });

  app.get<{ Params: { language: string } }>('/sim/translations/:language', async ({ params }, reply) => {
    reply.header('cache-control', 'no-store');
    return readTranslation(readProject(forceApp), params.language);
  });

  // as in an org, the address changes with the content, so that browsers may keep it
  app.get<{ Params: { key: string; name: string } }>('/resource/:key/:name', async ({ params: { key, name } }, reply) => {
    const code = await readStaticResource(forceApp, name, key);
    if (!code) return reply.code(404).send({ message: `There is no static resource ${name}.` });
    return reply.header('content-type', 'text/javascript').header('cache-control', 'public, max-age=31536000').send(code);
  });
}

function isOn(parameter: string | undefined) {
  return parameter !== undefined && parameter !== '0';
}
