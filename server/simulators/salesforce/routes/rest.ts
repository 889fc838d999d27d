import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SimUser } from '../entities.ts';
import { invalidSession, notFound, SalesforceError } from '../errors.ts';
import { userOfAccessToken } from '../grants.ts';
import { sessionUser } from '../lightning-session.ts';
import type { Store } from '../store.ts';
import type { RestAnswer, RestCall } from './rest-call.ts';
import { answerCall } from './rest-table.ts';

const OLDEST_VERSION = 62;
const NEWEST_VERSION = 67;

/** `/services/data`: who calls, with which version, within which limits; the resources themselves are in the rest table. */
export function registerRest(app: FastifyInstance, store: Store): void {
  app.get('/services/data', async () =>
    Array.from({ length: NEWEST_VERSION - OLDEST_VERSION + 1 }, (_, index) => {
      const version = `${OLDEST_VERSION + index}.0`;
      return { label: `Version ${version}`, url: `/services/data/v${version}`, version };
    }),
  );

  app.route<{ Params: { version: string; '*': string } }>({
    method: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
    url: '/services/data/v:version/*',
    handler: async (request, reply) => {
      try {
        return await handle(store, request, reply);
      } catch (error) {
        if (error instanceof SalesforceError) return reply.code(error.status).send(error.body);
        throw error;
      }
    },
  });
}

async function handle(store: Store, request: FastifyRequest<{ Params: { version: string; '*': string } }>, reply: FastifyReply) {
  const { version } = request.params;
  if (!isKnownVersion(version))
    throw new SalesforceError('UNSUPPORTED_API_VERSION', 'Invalid Api version specified on URI', { status: 404 });
  const [path = '', search = ''] = request.url.slice(`/services/data/v${version}`.length).split(/\?(.*)/s);
  const user = caller(store, request, path);
  countCall(store, user, reply);
  const call: RestCall = {
    actor: { store, org: store.orgOf(user), user },
    version,
    method: request.method,
    path,
    query: new URLSearchParams(search),
    headers: request.headers,
    body: request.body,
  };
  return send(reply, answerCall(call));
}

function send(reply: FastifyReply, answer: RestAnswer) {
  reply.code(answer.status).headers(answer.headers ?? {});
  return answer.body === undefined ? reply.send() : reply.type('application/json;charset=UTF-8').send(answer.body);
}

/** A bearer of an access token, or for the UI API the Lightning page's session. Throws 401 or, without the API Enabled right, 403. */
function caller(store: Store, request: FastifyRequest, path: string): SimUser {
  const token = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!token && path.startsWith('/ui-api/')) {
    const user = sessionUser(store, request);
    if (user) return user;
  }
  const found = token ? userOfAccessToken(store, token) : null;
  if (!found) throw invalidSession();
  if (!found.user.apiEnabled) throw new SalesforceError('API_CURRENTLY_DISABLED', 'API is disabled for this User', { status: 403 });
  return found.user;
}

function countCall(store: Store, user: SimUser, reply: FastifyReply): void {
  const org = store.orgOf(user);
  const max = org.settings.apiCallsMax;
  const today = store.now().toISOString().slice(0, 10);
  if (org.apiCallsDay !== today) Object.assign(org, { apiCalls: 0, apiCallsDay: today });
  if (org.apiCalls >= max) throw new SalesforceError('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', { status: 403 });
  org.apiCalls += 1;
  reply.header('sforce-limit-info', `api-usage=${org.apiCalls}/${max}`);
}

function isKnownVersion(version: string): boolean {
  const number = Number(version);
  if (!/^\d+\.0$/.test(version)) throw notFound();
  return number >= OLDEST_VERSION && number <= NEWEST_VERSION;
}
