import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hiddenFields, html, sendPage } from '../../common/index.ts';
import type { OAuthClient, Org, SimUser } from '../entities.ts';
import { issueCode, SCOPES } from '../grants.ts';
import { pageOrg, sessionUser } from '../lightning-session.ts';
import { fullName, type Store } from '../store.ts';
import { loginPage } from './login.ts';

type Query = Record<string, string | undefined>;

const SCOPE_TEXTS: Record<string, string> = {
  api: 'Manage user data via APIs',
  refresh_token: 'Perform requests at any time',
  offline_access: 'Perform requests at any time',
  openid: 'Access unique user identifiers',
  id: 'Access the identity URL service',
  web: 'Manage user data via Web browsers',
  full: 'Full access',
};

/** The web-server flow up to the code: login, consent, PKCE S256 demanded, errors as redirects. */
export function registerAuthorize(app: FastifyInstance, store: Store): void {
  app.get<{ Querystring: Query }>('/services/oauth2/authorize', async (request, reply) => authorize(store, request, reply, request.query));

  app.post<{ Body: Query | undefined }>('/services/oauth2/approve', async (request, reply) => {
    const query = request.body ?? {};
    const client = checkedClient(store, query);
    const user = sessionUser(store, request);
    if (!client || !user) return reply.redirect('/sim/login');
    if (query['decision'] !== 'allow') return fail(reply, query, 'access_denied', 'end-user denied authorization');
    const approval = `${user.id}|${client.id}`;
    if (!store.state.approvals.includes(approval)) store.state.approvals.push(approval);
    return giveCode(store, reply, query, client, user);
  });
}

async function authorize(store: Store, request: FastifyRequest, reply: FastifyReply, query: Query) {
  const client = store.clients.find(({ id }) => id === query['client_id']);
  if (!client) return errorPage(reply, 'invalid_client_id', 'client identifier invalid');
  if (!client.redirectUris.includes(query['redirect_uri'] ?? '')) {
    return errorPage(reply, 'redirect_uri_mismatch', 'redirect_uri must match configuration');
  }
  const problem = problemOf(query);
  if (problem) return fail(reply, query, ...problem);

  const user = sessionUser(store, request);
  const host = pageOrg(store, request);
  const isLoginHost = host.id === Object.keys(store.state.orgs)[0];
  if (!user || mustLogIn(store, query, user)) {
    const orgId = isLoginHost ? undefined : host.id;
    return sendPage(reply, loginPage(store, pathAfterLogin(query), null, { orgId, hint: query['login_hint'] }));
  }
  const block = blockOf(store.orgOf(user), user);
  if (block) return fail(reply, query, ...block);
  const isApproved = store.state.approvals.includes(`${user.id}|${client.id}`);
  if (isApproved && !(query['prompt'] ?? '').includes('consent')) return giveCode(store, reply, query, client, user);
  return sendPage(reply, consentPage(query, user));
}

function problemOf(query: Query): [string, string] | null {
  if (query['response_type'] !== 'code') return ['unsupported_response_type', 'response type not supported'];
  if (!query['code_challenge']) return ['invalid_request', 'missing required code challenge'];
  if ((query['code_challenge_method'] ?? 'S256') !== 'S256') return ['invalid_request', 'invalid code challenge method'];
  const unknown = (query['scope'] ?? '').split(' ').find((scope) => scope && !SCOPES.includes(scope));
  return unknown ? ['invalid_scope', 'the requested scope is invalid, unknown or malformed'] : null;
}

/** A session of another org than the hinted person's is of no use; within one org Salesforce ignores the hint. */
function mustLogIn(store: Store, query: Query, user: SimUser): boolean {
  if (/login|select_account/.test(query['prompt'] ?? '')) return true;
  const hint = query['login_hint']?.toLowerCase();
  const hinted = Object.values(store.state.users).find(
    ({ username, email }) => username.toLowerCase() === hint || email.toLowerCase() === hint,
  );
  return hinted !== undefined && hinted.orgId !== user.orgId;
}

function blockOf(org: Org, user: SimUser): [string, string] | null {
  if (user.oauthBlock === 'OAUTH_APP_BLOCKED') return ['OAUTH_APP_BLOCKED', 'this app is blocked by admin'];
  if (user.oauthBlock ?? !org.settings.appInstalled) {
    return ['OAUTH_APPROVAL_ERROR_GENERIC', 'An unexpected error has occurred during authentication. Please try again.'];
  }
  return null;
}

function consentPage(query: Query, user: SimUser) {
  const scopes = [...new Set((query['scope'] ?? 'api id').split(' ').map((scope) => SCOPE_TEXTS[scope] ?? scope))];
  return {
    brand: 'Salesforce (simulated)',
    title: 'Allow Access?',
    body: html`
      <p>MSI Actions is asking to:</p>
      <ul class="scopes">
        ${scopes.map((text) => html`<li>${text}</li>`)}
      </ul>
      <p>Do you want to allow access for ${fullName(user)} (${user.username})?</p>
      <form method="post" action="/services/oauth2/approve">
        ${hiddenFields(query)}
        <div class="actions">
          <button name="decision" value="deny">Deny</button>
          <button class="primary" name="decision" value="allow">Allow</button>
        </div>
      </form>
    `,
  };
}

function giveCode(store: Store, reply: FastifyReply, query: Query, client: OAuthClient, user: SimUser) {
  const code = issueCode(store, {
    userId: user.id,
    clientId: client.id,
    redirectUri: query['redirect_uri'] ?? '',
    scope: [...new Set([...(query['scope'] || 'api').split(' '), 'id'])].join(' '),
    codeChallenge: query['code_challenge'] ?? '',
    nonce: query['nonce'] ?? null,
  });
  return back(reply, query, { code });
}

function checkedClient(store: Store, query: Query): OAuthClient | undefined {
  return store.clients.find(({ id, redirectUris }) => id === query['client_id'] && redirectUris.includes(query['redirect_uri'] ?? ''));
}

function fail(reply: FastifyReply, query: Query, error: string, description: string) {
  return back(reply, query, { error, error_description: description });
}

function back(reply: FastifyReply, query: Query, values: Record<string, string>) {
  const url = new URL(query['redirect_uri'] ?? '');
  for (const [name, value] of Object.entries({ ...values, state: query['state'] }))
    if (value !== undefined) url.searchParams.set(name, value);
  return reply.redirect(url.href, 302);
}

function errorPage(reply: FastifyReply, error: string, description: string) {
  return sendPage(reply, {
    brand: 'Salesforce (simulated)',
    title: 'OAuth Error',
    status: 400,
    body: html`
      <p class="error" role="alert">
        We can't authorize you because of an OAuth error. For more information, contact your Salesforce administrator.
      </p>
      <p>error=${error}&error_description=${description}</p>
    `,
  });
}

/** The same request without `prompt`, which would ask for the login again and again. */
function pathAfterLogin(query: Query): string {
  const rest = Object.entries(query).filter((pair): pair is [string, string] => pair[0] !== 'prompt' && pair[1] !== undefined);
  return `/services/oauth2/authorize?${new URLSearchParams(rest)}`;
}
