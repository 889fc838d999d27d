import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../platform/errors.ts';
import { noteLanguage } from '../../platform/languages/index.ts';
import { NO_ORG, orgOfSecret } from '../../platform/one-time-tickets.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { problemOf } from '../../platform/problem-details.ts';
import type { Clock } from '../../platform/clock.ts';
import { sentence } from './error-words/index.ts';
import { renderPage, type Page } from './layout.ts';
import { problemPage } from './problem-page.ts';
import { findRepOfBrowser, type Rep } from './repository.ts';
import { inLanguage, type SayPage } from './words/index.ts';

/** A page in the language of the request. */
export function show(reply: FastifyReply, page: Page, status = 200): FastifyReply {
  const say = sayFor(reply);
  noteLanguage(reply, say.language);
  return reply.code(status).type('text/html; charset=utf-8').send(renderPage(say, page));
}

/**
 * What the pages of an answer say: in the language of the browser, which is the one that the person reads now, also where Salesforce has
 * told us another.
 */
export function sayFor({ request }: FastifyReply): SayPage {
  return inLanguage(request.answerLanguage);
}

export function goTo(reply: FastifyReply, path: string): FastifyReply {
  return reply.code(303).header('location', path).send();
}

/** Failures of this scope are pages for people. */
export function showProblemsAsPages(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | AppError>((error, request, reply) => showProblem(app, request, reply, error));
  app.get('/onboarding/*', { schema: { hide: true } }, async () => {
    throw new AppError('not_found', { title: sentence('pageUnknown') });
  });
}

function showProblem(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply, error: Error): FastifyReply {
  const { status, code, title, requestId } = problemOf(error, request);
  if (status >= 500) request.log.error({ err: error }, 'A page failed');
  return show(reply, problemPage(sayFor(reply), app.csrfToken(reply), { code, title, requestId: requestId ?? '' }), status);
}

/** Whoever has signed in with this browser; null when nobody has. */
export async function repOf({ pool, clock }: { pool: Pool; clock: Clock }, request: FastifyRequest): Promise<Rep | null> {
  const orgId = orgOfSecret(request.browser);
  if (!orgId || orgId === NO_ORG) return null;
  return inOrg(pool, orgId, (tx) => findRepOfBrowser(tx, orgId, request.browser, clock.now()));
}
