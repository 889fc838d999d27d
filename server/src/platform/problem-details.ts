import fp from 'fastify-plugin';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { RequestValidationError } from 'fastify-zod-openapi';
import { AppError } from './errors.ts';
import { isFailedProof } from './failed-proofs.ts';
import { ProviderError } from './provider-error.ts';
import type { Problem } from './schemas.ts';

const VENDORS = { salesforce: 'Salesforce', google: 'Gmail', microsoft: 'Outlook', smtp: 'The mail server' } as const;
const IN = { body: 'body', params: 'path', querystring: 'query', headers: 'headers' } as const;
const PAGE_OUT_OF_DATE: [code: string, title: string] = ['page_out_of_date', 'This page is out of date. Go back, reload it and try again.'];
/** Faults of a request that Fastify and its plugins find by themselves. */
const FRAMEWORK_FAULTS: Record<string, [code: string, title: string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['too_large', 'This is larger than the service accepts.'],
  FST_REQ_FILE_TOO_LARGE: ['too_large', 'This file is larger than the service accepts.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported_media_type', 'The service does not accept this type of content.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['validation_failed', 'The request has no body.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['validation_failed', 'The body of the request is not valid JSON.'],
  FST_CSRF_MISSING_SECRET: PAGE_OUT_OF_DATE,
  FST_CSRF_INVALID_TOKEN: PAGE_OUT_OF_DATE,
};

/**
 * Every failure leaves as problem+json (RFC 9457) with a stable `code` and the request's id; what is not written for people is not shown.
 */
export const problemDetails = fp(
  async (app) => {
    app.setErrorHandler<FastifyError | AppError | ProviderError>((error, request, reply) => sendProblem(request, reply, error));
    app.setNotFoundHandler((request, reply) =>
      sendProblem(request, reply, new AppError(404, 'not_found', 'There is nothing at this address.')),
    );
  },
  { name: 'problem-details' },
);

/** The answer that a failure becomes; logs it when it is ours. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: Error): FastifyReply {
  const problem = problemOf(error, request);
  if (problem.status >= 500) request.log.error({ err: error }, 'A request failed');
  if (typeof problem.retryAt === 'string')
    reply.header('retry-after', String(Math.max(1, Math.ceil((Date.parse(problem.retryAt) - Date.now()) / 1000))));
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer, PanelToken');
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem);
}

/** What people are told about a failure. Sets the request's `hasFailedProof` when a proof has failed. */
export function problemOf(error: Error & Partial<FastifyError>, request: FastifyRequest): Problem & Record<string, unknown> {
  const requestId = request.id;
  if (error instanceof AppError && isFailedProof(error)) request.hasFailedProof = true;
  const make = (status: number, code: string, title: string, extra: Record<string, unknown> = {}) => ({
    ...extra,
    type: `urn:msi-actions:problem:${code}`,
    title,
    status,
    code,
    requestId,
  });
  if (error instanceof AppError) return make(error.status, error.code, error.title, error.extra);
  if (error instanceof ProviderError) return providerProblem(error, make);
  if (error.validation?.every((fault) => fault instanceof RequestValidationError)) {
    const where = IN[error.validationContext ?? 'body'];
    const errors = error.validation.map((fault) => ({
      in: where,
      pointer: fault.instancePath,
      code: fault.keyword,
      detail: fault.message,
    }));
    return make(400, 'validation_failed', errors[0]?.detail ?? 'The request is not valid.', { errors });
  }
  const known = FRAMEWORK_FAULTS[error.code ?? ''];
  if (known) return make(error.statusCode ?? 400, ...known);
  if (error.statusCode === 429) return make(429, 'rate_limited', 'Too many requests. Wait a moment, then try again.');
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return make(error.statusCode, 'bad_request', 'The request is not valid.');
  return make(500, 'unexpected', 'Something went wrong on our side. Try again; if it happens again, tell your admin the request id.');
}

/** A vendor's failure that no use case has turned into something better. */
function providerProblem(
  error: ProviderError,
  make: (status: number, code: string, title: string, extra?: Record<string, unknown>) => Problem,
): Problem {
  const vendor = VENDORS[error.provider];
  const area = error.provider === 'salesforce' ? 'salesforce' : 'mailbox';
  switch (error.kind) {
    case 'reconnect_required':
    case 'auth_expired':
      return make(409, `${area}_reconnect_required`, `${vendor} no longer accepts the connection. Connect again.`);
    case 'admin_action':
      return make(409, `${area}_admin_action`, `${vendor} needs a change by your administrator first.`);
    case 'permission':
      return make(403, 'permission_denied', `${vendor} does not allow you to do this.`);
    case 'not_found':
      return make(404, 'not_found', `${vendor} does not have this, or you may not see it.`);
    case 'rate_limited':
    case 'transient':
    case 'uncertain': {
      const retryAt = error.retryAt ? { retryAt: error.retryAt.toISOString() } : {};
      return make(503, `${area}_unavailable`, `${vendor} did not answer in time. Try again in a moment.`, retryAt);
    }
    default:
      return make(502, `${area}_unavailable`, `${vendor} refused the request.`);
  }
}
