import type { FastifyContextConfig } from 'fastify';
import { z } from 'zod';
import { ERROR_CATALOGUE, type ErrorCode } from './error-catalogue/index.ts';
import { ErrorCode as CodeSchema, FaultCode as FaultSchema, Problem } from './schemas.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What this route may answer besides what every route behind the panel's door may, for the API document. */
    problems?: readonly ErrorCode[];
  }
}

/** What the door, its limits and the check of a request answer, on every route. */
const OF_EVERY_ROUTE: readonly ErrorCode[] = [
  'validation_failed',
  'bad_request',
  'session_invalid',
  'session_expired',
  'panel_token_invalid',
  'panel_token_expired',
  'panel_token_replayed',
  'panel_token_wrong_audience',
  'certificate_expired',
  'user_deactivated',
  'not_activated',
  'not_invited',
  'admins_only',
  'admin_permission_missing',
  'package_outdated',
  'rate_limited',
  'unexpected',
];
const WITH_PARAMETER: readonly ErrorCode[] = ['not_found'];
const WITH_BODY: readonly ErrorCode[] = ['too_large', 'unsupported_media_type'];

const NAMES: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  413: 'ContentTooLarge',
  415: 'UnsupportedMediaType',
  429: 'TooManyRequests',
  500: 'Unexpected',
};

interface Operation {
  requestBody?: unknown;
  responses?: Record<string, unknown>;
  'x-problems'?: readonly ErrorCode[];
}
interface ApiDocument {
  components?: { schemas?: Record<string, unknown>; responses?: Record<string, unknown> };
  paths?: Record<string, Record<string, Operation>>;
}

/** Takes what a route says of its problems along into its operation, where `documentProblems` finds it. */
export function noteProblems(schema: object, { problems }: FastifyContextConfig): object {
  return problems ? { ...schema, 'x-problems': problems } : schema;
}

/** Every operation gets an answer for each status that it may fail with, and says with which codes. All have one shape. */
export function documentProblems<Document extends object>(document: Document): Document {
  const api = document as ApiDocument;
  const shared = byStatus([...OF_EVERY_ROUTE, ...WITH_PARAMETER, ...WITH_BODY]);
  const responses = [...shared].map(([status, codes]) => [nameOf(status), failure(codes)] as const);
  api.components = {
    ...api.components,
    schemas: { ...api.components?.schemas, ...problemSchemas() },
    responses: { ...api.components?.responses, ...Object.fromEntries(responses), Failed: failure([]) },
  };
  for (const [path, methods] of Object.entries(api.paths ?? {}))
    for (const operation of Object.values(methods)) {
      const { 'x-problems': own = [], requestBody } = operation;
      delete operation['x-problems'];
      const usual = [...OF_EVERY_ROUTE, ...(path.includes('{') ? WITH_PARAMETER : []), ...(requestBody ? WITH_BODY : [])];
      const answers = byStatus(usual);
      for (const [status, codes] of byStatus(own, true)) answers.set(status, [...new Set([...(answers.get(status) ?? []), ...codes])]);
      operation.responses = { ...operation.responses };
      for (const [status, codes] of answers)
        operation.responses[status] = isSame(codes, shared.get(status))
          ? { $ref: `#/components/responses/${nameOf(status)}` }
          : failure(codes);
      operation.responses['default'] = { $ref: '#/components/responses/Failed' };
    }
  return document;
}

/** A route that names a code may answer with its other status as well. */
function byStatus(codes: readonly ErrorCode[], withOther = false): Map<number, ErrorCode[]> {
  const found = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const { status, otherStatus } = ERROR_CATALOGUE[code];
    for (const one of withOther && otherStatus ? [status, otherStatus] : [status]) found.set(one, [...(found.get(one) ?? []), code]);
  }
  return found;
}

function isSame(codes: readonly ErrorCode[], others: readonly ErrorCode[] = []): boolean {
  return codes.length === others.length && codes.every((code) => others.includes(code));
}

function nameOf(status: number): string {
  return NAMES[status] ?? `Status${String(status)}`;
}

function failure(codes: readonly ErrorCode[]): object {
  const description = codes.length > 0 ? `One of: ${codes.map((code) => `\`${code}\``).join(', ')}.` : 'Failed in another way.';
  return { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
}

/** The shape of all failures; the codes stand as schemas of their own, so that types made from the document name them. */
function problemSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  registry.add(CodeSchema, { id: 'ErrorCode' });
  registry.add(FaultSchema, { id: 'FaultCode' });
  registry.add(z.object(Problem.shape), { id: 'Problem' });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _dialect, $id: _id, ...schema }]) => [id, schema as object]));
}
