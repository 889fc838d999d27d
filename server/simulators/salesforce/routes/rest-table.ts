import { notFound, SalesforceError } from '../errors.ts';
import { collectionRoutes } from './collections.ts';
import { createCompositeRoutes } from './composite.ts';
import { describeRoutes } from './describe.ts';
import { limitRoutes } from './limits.ts';
import { listViewRoutes } from './list-views.ts';
import { queryRoutes } from './query.ts';
import { replicationRoutes } from './replication.ts';
import type { RestAnswer, RestCall, RestRoute } from './rest-call.ts';
import { sobjectRoutes } from './sobjects.ts';
import { toolingRoutes } from './tooling.ts';
import { uiApiRoutes } from './ui-api.ts';

let compiled: { method: string; pattern: RegExp; handle: RestRoute['handle'] }[] | undefined;

/** Finds the resource and runs it. Throws SalesforceError, NOT_FOUND and METHOD_NOT_ALLOWED among others. */
export function answerCall(call: RestCall): RestAnswer {
  compiled ??= [
    ...limitRoutes,
    ...queryRoutes,
    ...createCompositeRoutes(answerCall),
    ...collectionRoutes,
    ...describeRoutes,
    ...listViewRoutes,
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
