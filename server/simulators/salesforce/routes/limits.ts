import type { RestRoute } from './rest-call.ts';

export const limitRoutes: RestRoute[] = [
  {
    method: 'GET',
    path: '/limits',
    handle({ actor }) {
      const { apiCalls, settings } = actor.org;
      return {
        status: 200,
        body: {
          DailyApiRequests: { Max: settings.apiCallsMax, Remaining: settings.apiCallsMax - apiCalls },
          DailyBulkV2QueryJobs: { Max: 10_000, Remaining: 10_000 },
          DataStorageMB: { Max: 1024, Remaining: 1000 },
          FileStorageMB: { Max: 1024, Remaining: 1000 },
          SingleEmail: { Max: 5000, Remaining: 5000 },
        },
      };
    },
  },
  {
    method: 'GET',
    path: '/',
    handle({ version }) {
      const base = `/services/data/v${version}`;
      const names = ['sobjects', 'query', 'queryAll', 'composite', 'limits', 'ui-api'];
      return { status: 200, body: Object.fromEntries(names.map((name) => [name, `${base}/${name}`])) };
    },
  },
];
