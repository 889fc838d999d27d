import type { IncomingHttpHeaders } from 'node:http';
import { notFound, SalesforceError } from '../errors.ts';
import type { Actor } from '../records.ts';
import { collectionRoutes } from './collections.ts';
import { compositeRoutes } from './composite.ts';
import { describeRoutes } from './describe.ts';
import { limitRoutes } from './limits.ts';
import { queryRoutes } from './query.ts';
import { replicationRoutes } from './replication.ts';
import { sobjectRoutes } from './sobjects.ts';
import { toolingRoutes } from './tooling.ts';
import { uiApiRoutes } from './ui-api.ts';

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

let compiled: { method: string; pattern: RegExp; handle: RestRoute['handle'] }[] | undefined;

/** Finds the resource and runs it. Throws SalesforceError, NOT_FOUND and METHOD_NOT_ALLOWED among others. */
export function answerCall(call: RestCall): RestAnswer {
  compiled ??= [
    ...limitRoutes,
    ...queryRoutes,
    ...compositeRoutes,
    ...collectionRoutes,
    ...describeRoutes,
    ...replicationRoutes,
    ...sobjectRoutes,
    ...toolingRoutes,
    ...uiApiRoutes,
  ].map((route) => ({ ...route, pattern: new RegExp(`^${route.path.replace(/:\w+/g, '([^/]+)')}/?$`) }));
  const matching = compiled.filter(({ pattern }) => pattern.test(call.path));
  if (matching.length === 0) throw notFound();
  const route = matching.find(({ method }) => method === call.method);
  if (!route) {
    const allowed = matching.map(({ method }) => method).join(', ');
    throw new SalesforceError('METHOD_NOT_ALLOWED', `HTTP Method '${call.method}' not allowed. Allowed are ${allowed}`, { status: 405 });
  }
  const parameters = (route.pattern.exec(call.path) ?? []).slice(1).map(decodeURIComponent);
  return route.handle(call, ...parameters);
}

/** The body of a call that must carry a JSON object. Throws JSON_PARSER_ERROR. */
export function objectBody(call: RestCall): Record<string, unknown> {
  const { body } = call;
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  throw new SalesforceError('JSON_PARSER_ERROR', 'The HTTP entity body is required, but this request has no entity body.');
}
