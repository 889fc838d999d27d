import fp from 'fastify-plugin';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from './error-catalogue/index.ts';
import { commonSentence } from './error-words/index.ts';
import { AppError } from './errors.ts';
import { isFailedProof } from './failed-proofs.ts';
import { noteLanguage, refusalLanguage, type Sentence } from './languages/index.ts';
import { ProviderError } from './provider-error.ts';
import { providerProblem } from './provider-problem.ts';
import { faultsOf } from './request-faults.ts';
import type { Problem } from './schemas.ts';

/** Faults of a request that Fastify and its plugins find by themselves; without a title the catalogue's is right. */
const FRAMEWORK_FAULTS: Readonly<Record<string, [code: ErrorCode, title?: Sentence]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['too_large'],
  FST_REQ_FILE_TOO_LARGE: ['too_large', commonSentence('fileTooLarge')],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported_media_type'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['validation_failed', commonSentence('noBody')],
  FST_ERR_CTP_INVALID_JSON_BODY: ['validation_failed', commonSentence('badJson')],
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
  { name: 'problem-details', dependencies: ['request-language'] },
);

/** The answer that a failure becomes; logs it when it is ours. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: Error): FastifyReply {
  const problem = problemOf(error, request);
  if (problem.status >= 500) request.log.error({ err: error }, 'A request failed');
  if (typeof problem.retryAt === 'string')
    reply.header('retry-after', String(Math.max(1, Math.ceil((Date.parse(problem.retryAt) - Date.now()) / 1000))));
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer, PanelToken');
  noteLanguage(reply, refusalLanguage(request));
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem);
}

/** What people are told about a failure, in the language of the request. Sets the request's `hasFailedProof` when a proof has failed. */
export function problemOf(error: Error & Partial<FastifyError>, request: FastifyRequest): Problem & Record<string, unknown> {
  const problem = appErrorOf(error, request);
  const { status, code, faults, extra } = problem;
  const language = refusalLanguage(request);
  if (error instanceof AppError && isFailedProof(error)) request.hasFailedProof = true;
  const { statusCode = status } = error;
  return {
    ...extra,
    ...(faults.length > 0 ? { errors: faults.map(({ detail, ...fault }) => ({ ...fault, detail: detail(language) })) } : {}),
    type: `urn:msi-actions:problem:${code}`,
    title: problem.titleIn(language),
    // Whatever else Fastify refuses keeps the status that Fastify gives it
    status: code === 'bad_request' && isFaultOfCaller(statusCode) ? statusCode : status,
    code,
    requestId: request.id,
  };
}

function isFaultOfCaller(statusCode: number): boolean {
  return statusCode >= 400 && statusCode < 500;
}

function appErrorOf(error: Error & Partial<FastifyError>, request: FastifyRequest): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof ProviderError) return providerProblem(error);
  const errors = faultsOf(error, request);
  if (errors) return new AppError('validation_failed', { ...(errors[0] ? { title: errors[0].detail } : {}), errors });
  const known = FRAMEWORK_FAULTS[error.code ?? ''];
  if (known) {
    const [code, title] = known;
    return title ? new AppError(code, { title }) : new AppError(code);
  }
  if (error.statusCode === 429) return new AppError('rate_limited');
  return new AppError(error.statusCode !== undefined && isFaultOfCaller(error.statusCode) ? 'bad_request' : 'unexpected');
}
