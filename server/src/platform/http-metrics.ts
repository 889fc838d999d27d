import fp from 'fastify-plugin';
import { defineHistogram, NO_METRICS, type Metrics } from './metrics.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'other'] as const;
const STATUS_CLASSES = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const;
/** What was asked for matched no route. */
const NO_ROUTE = 'none';

export const HTTP_REQUESTS = defineHistogram({
  name: 'msi_http_request_duration_seconds',
  help: 'Time from the headers of a request to the end of its answer.',
  labels: { route: 'route_patterns', method: METHODS, status: STATUS_CLASSES },
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

/** Counts and times every answer by the pattern of its route: addresses carry ids and tokens. */
export const httpMetrics = fp<{ metrics: Metrics }>(
  async (app, { metrics }) => {
    if (metrics === NO_METRICS) return;
    app.addHook('onResponse', async (request, reply) => {
      const method = METHODS.find((known) => known === request.method) ?? 'other';
      const status = STATUS_CLASSES[Math.floor(reply.statusCode / 100) - 1] ?? '5xx';
      const route = request.is404 ? NO_ROUTE : (request.routeOptions.url ?? NO_ROUTE);
      metrics.observe(HTTP_REQUESTS, { route, method, status }, reply.elapsedTime / 1_000);
    });
  },
  { name: 'http-metrics' },
);
