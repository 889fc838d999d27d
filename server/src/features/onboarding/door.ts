import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../platform/errors.ts';
import { NO_ORG, orgOfSecret } from '../../platform/one-time-tickets.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { problemOf } from '../../platform/problem-details.ts';
import type { Clock } from '../../platform/clock.ts';
import { sentence } from './error-words/index.ts';
import { renderPage, type Page } from './layout.ts';
import { problemPage } from './problem-page.ts';
import { findRepOfBrowser, type Rep } from './repository.ts';

export function show(reply: FastifyReply, page: Page, status = 200): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(renderPage(page));
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
  return show(reply, problemPage(app.csrfToken(reply), { code, title, requestId: requestId ?? '' }), status);
}

/** Whoever has signed in with this browser; null when nobody has. */
export async function repOf({ pool, clock }: { pool: Pool; clock: Clock }, request: FastifyRequest): Promise<Rep | null> {
  const orgId = orgOfSecret(request.browser);
  if (!orgId || orgId === NO_ORG) return null;
  return inOrg(pool, orgId, (tx) => findRepOfBrowser(tx, orgId, request.browser, clock.now()));
}
