import type { IncomingHttpHeaders } from 'node:http';
import { SalesforceError } from '../errors.ts';
import type { Actor } from '../actor.ts';

/** One REST call as the resources see it; a composite request makes several of one HTTP request. */
export interface RestCall {
  actor: Actor;
  /** `66.0` */
  version: string;
  method: string;
  /** After `/services/data/vNN.N`, without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: unknown;
}

export interface RestAnswer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** `path` has `:name` parts; `handle` gets them decoded, in order. Handlers run to their end at once, so each call is a transaction. */
export interface RestRoute {
  method: string;
  path: string;
  handle(call: RestCall, ...parameters: string[]): RestAnswer;
}

/** The body of a call that must carry a JSON object. Throws JSON_PARSER_ERROR. */
export function objectBody(call: RestCall): Record<string, unknown> {
  const { body } = call;
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  throw new SalesforceError('JSON_PARSER_ERROR', 'The HTTP entity body is required, but this request has no entity body.');
}
