import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { FastifyPluginAsync } from 'fastify';

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLES = 'text/css; charset=utf-8';
const PICTURE = 'image/png';

const ASSETS: Record<string, { type: string; file: URL | string }> = {
  'mark.svg': { type: 'image/svg+xml; charset=utf-8', file: own('assets/mark.svg') },
  'onboarding.css': { type: STYLES, file: own('assets/onboarding.css') },
  'continue.js': { type: SCRIPT, file: own('assets/continue.js') },
  'signature.css': { type: STYLES, file: own('signature/assets/signature.css') },
  'signature.js': { type: SCRIPT, file: own('signature/assets/signature.js') },
  'trix.js': { type: SCRIPT, file: createRequire(import.meta.url).resolve('trix/dist/trix.esm.min.js') },
  'tour-1.png': { type: PICTURE, file: own('assets/tour-1.png') },
  'tour-2.png': { type: PICTURE, file: own('assets/tour-2.png') },
  'tour-3.png': { type: PICTURE, file: own('assets/tour-3.png') },
};

function own(file: string): URL {
  return new URL(`./${file}`, import.meta.url);
}

/**
 * What the pages load, in a scope without their cookie: a cache may keep the answers. Texts leave compressed where the browser takes that:
 * the editor has 208 KB, and 52 KB so.
 */
export const onboardingAssets: FastifyPluginAsync = async (app) => {
  for (const [name, { type, file }] of Object.entries(ASSETS)) {
    const content = readFileSync(file);
    const compressed = type === PICTURE ? null : gzipSync(content);
    app.get(`/onboarding/assets/${name}`, { schema: { hide: true } }, async (request, reply) => {
      reply.type(type).header('cache-control', 'public, max-age=3600');
      if (!compressed) return reply.send(content);
      reply.header('vary', 'accept-encoding');
      if (request.encoding(['gzip', 'identity']) !== 'gzip') return reply.send(content);
      return reply.header('content-encoding', 'gzip').send(compressed);
    });
  }
};
