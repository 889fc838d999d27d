import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { html } from '../../platform/html.ts';
import { directionOf, noteLanguage, type Language } from '../../platform/languages/index.ts';
import type { ShowPreview } from './show-preview.ts';
import { inLanguage } from './words/index.ts';

/**
 * The exact HTML of an email for a frame in the panel. Nothing in it runs, and nothing is loaded from anywhere: a preview must not count
 * as an open, nor tell anybody that it was looked at.
 */
export const previewRoutes: FastifyPluginAsync<{ showPreview: ShowPreview }> = async (app, { showPreview }) => {
  app.get<{ Params: { token: string } }>('/previews/:token', { schema: { hide: true } }, async (request, reply) => {
    // X-Frame-Options cannot name the addresses that may frame this; frame-ancestors does
    reply.raw.removeHeader('x-frame-options');
    const { html: exactHtml, frameOrigins } = await showPreview(request.params.token);
    void reply.header('content-security-policy', contentSecurityPolicy(frameOrigins)).type('text/html; charset=utf-8');
    return exactHtml === null ? sayThatItExpired(reply, request.answerLanguage) : reply.send(exactHtml);
  });
};

function sayThatItExpired(reply: FastifyReply, language: Language): FastifyReply {
  const say = inLanguage(language);
  noteLanguage(reply, language);
  return reply.code(404).send(
    html`<!doctype html>
      <html lang="${language}" dir="${directionOf(language)}">
        <title>${say('preview.title')}</title>
        <p>${say('preview.expired')}</p>
      </html>`.markup,
  );
}

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
