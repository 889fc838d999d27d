import fp from 'fastify-plugin';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { RequestValidationError } from 'fastify-zod-openapi';
import type { ErrorCode } from './error-catalogue/index.ts';
import { AppError } from './errors.ts';
import { isFailedProof } from './failed-proofs.ts';
import { ProviderError } from './provider-error.ts';
import type { Fault, Problem } from './schemas.ts';

const VENDORS = { salesforce: 'Salesforce', google: 'Gmail', microsoft: 'Outlook', smtp: 'The mail server' } as const;
const IN = { body: 'body', params: 'path', querystring: 'query', headers: 'headers' } as const;
/** Faults of a request that Fastify and its plugins find by themselves; without a title the catalogue's is right. */
const FRAMEWORK_FAULTS: Readonly<Record<string, [code: ErrorCode, title?: string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['too_large'],
  FST_REQ_FILE_TOO_LARGE: ['too_large', 'This file is larger than the service accepts.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported_media_type'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['validation_failed', 'The request has no body.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['validation_failed', 'The body of the request is not valid JSON.'],
  FST_CSRF_MISSING_SECRET: ['page_out_of_date'],
  FST_CSRF_INVALID_TOKEN: ['page_out_of_date'],
};

/**
 * Every failure leaves as problem+json (RFC 9457) with a stable `code` and the request's id; what is not written for people is not shown.
 */
export const problemDetails = fp(
  async (app) => {
    app.setErrorHandler<FastifyError | AppError | ProviderError>((error, request, reply) => sendProblem(request, reply, error));
    app.setNotFoundHandler((request, reply) => sendProblem(request, reply, new AppError('not_found')));
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
  const { status, code, title, extra } = appErrorOf(error);
  if (error instanceof AppError && isFailedProof(error)) request.hasFailedProof = true;
  const { statusCode = status } = error;
  return {
    ...extra,
    type: `urn:msi-actions:problem:${code}`,
    title,
    // Whatever else Fastify refuses keeps the status that Fastify gives it
    status: code === 'bad_request' && isFaultOfCaller(statusCode) ? statusCode : status,
    code,
    requestId: request.id,
  };
}

function isFaultOfCaller(statusCode: number): boolean {
  return statusCode >= 400 && statusCode < 500;
}

function appErrorOf(error: Error & Partial<FastifyError>): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof ProviderError) return providerProblem(error);
  if (error.validation?.every((fault) => fault instanceof RequestValidationError)) {
    const where = IN[error.validationContext ?? 'body'];
    const errors = error.validation.map((fault): Fault => ({
      in: where,
      pointer: fault.instancePath,
      code: fault.keyword,
      detail: fault.message,
    }));
    return new AppError('validation_failed', { ...(errors[0] ? { title: errors[0].detail } : {}), errors });
  }
  const known = FRAMEWORK_FAULTS[error.code ?? ''];
  if (known) {
    const [code, title] = known;
    return title ? new AppError(code, { title }) : new AppError(code);
  }
  if (error.statusCode === 429) return new AppError('rate_limited');
  return new AppError(error.statusCode !== undefined && isFaultOfCaller(error.statusCode) ? 'bad_request' : 'unexpected');
}

const VENDOR_CODES = {
  salesforce: { reconnect: 'salesforce_reconnect_required', adminAction: 'salesforce_admin_action', unavailable: 'salesforce_unavailable' },
  mailbox: { reconnect: 'mailbox_reconnect_required', adminAction: 'mailbox_admin_action', unavailable: 'mailbox_unavailable' },
} as const;

/** A vendor's failure that no use case has turned into something better. */
function providerProblem(error: ProviderError): AppError {
  const vendor = VENDORS[error.provider];
  const codes = VENDOR_CODES[error.provider === 'salesforce' ? 'salesforce' : 'mailbox'];
  switch (error.kind) {
    case 'reconnect_required':
    case 'auth_expired':
      return new AppError(codes.reconnect, { title: `${vendor} no longer accepts the connection. Connect again.` });
    case 'admin_action':
      return new AppError(codes.adminAction, { title: `${vendor} needs a change by your administrator first.` });
    case 'permission':
      return new AppError('permission_denied', { title: `${vendor} does not allow you to do this.` });
    case 'not_found':
      return new AppError('not_found', { title: `${vendor} does not have this, or you may not see it.` });
    case 'rate_limited':
    case 'transient':
    case 'uncertain': {
      const title = `${vendor} did not answer in time. Try again in a moment.`;
      return new AppError(codes.unavailable, { title, ...(error.retryAt ? { retryAt: error.retryAt.toISOString() } : {}) });
    }
    default:
      return new AppError(codes.unavailable, { status: 502, title: `${vendor} refused the request.` });
  }
}
