import type { FastifyPluginAsync } from 'fastify';
import type { ShowPreview } from './show-preview.ts';

const EXPIRED =
  '<!doctype html><html lang="en"><title>Preview</title><p>This preview has expired. Open the email again in Salesforce.</p></html>';

/**
 * The exact HTML of an email for a frame in the panel. Nothing in it runs, and nothing is loaded from anywhere: a preview must not count
 * as an open, nor tell anybody that it was looked at.
 */
export const previewRoutes: FastifyPluginAsync<{ showPreview: ShowPreview }> = async (app, { showPreview }) => {
  app.get<{ Params: { token: string } }>(
    '/previews/:token',
    // X-Frame-Options cannot name the addresses that may frame this; frame-ancestors does
    { schema: { hide: true }, helmet: { frameguard: false } },
    async (request, reply) => {
      const { html, frameOrigins } = await showPreview(request.params.token);
      return reply
        .code(html === null ? 404 : 200)
        .header('content-security-policy', contentSecurityPolicy(frameOrigins))
        .type('text/html; charset=utf-8')
        .send(html ?? EXPIRED);
    },
  );
};

function contentSecurityPolicy(frameOrigins: string[]): string {
  return [
    'sandbox',
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${frameOrigins.join(' ') || "'none'"}`,
  ].join('; ');
}
