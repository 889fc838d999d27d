import type { FastifyReply } from 'fastify';
import { hiddenFields, html, sendPage, type Html, type Simulator } from '../../common/index.ts';
import type { Account, GoogleState } from '../entities.ts';
import { allow, allowedScopes, issueCode, openAccount } from '../grants.ts';
import { SCOPE_WORDS } from '../scopes.ts';
import { readAuthorizeRequest, redirectTarget, type AuthorizeRequest } from './authorize-request.ts';

type Fields = Record<string, string | string[] | undefined>;

/** Sign-in in two steps, then consent scope by scope. The request travels in the forms, so nothing is kept between pages. */
export function registerAuthorize(simulator: Simulator<GoogleState>): void {
  const { app } = simulator;

  app.get('/o/oauth2/v2/auth', async (request, reply) =>
    withRequest(request.query, reply, (authorize) => {
      if (authorize.parameters.prompt === 'none') {
        return reply.redirect(redirectTarget(authorize.parameters, { error: 'interaction_required' }));
      }
      return emailPage(reply, authorize, authorize.parameters.login_hint ?? '');
    }),
  );

  app.post<{ Body: Fields }>('/signin/identifier', async ({ body }, reply) =>
    withRequest(body, reply, (authorize) => {
      const address = text(body.email);
      const account = openAccount(simulator.state, address);
      return account ? passwordPage(reply, authorize, account) : emailPage(reply, authorize, address, "Couldn't find your Google Account");
    }),
  );

  app.post<{ Body: Fields }>('/signin/password', async ({ body }, reply) =>
    withRequest(body, reply, (authorize) => {
      const account = openAccount(simulator.state, text(body.email));
      if (!account) return emailPage(reply, authorize, text(body.email), "Couldn't find your Google Account");
      if (text(body.password) === '') return passwordPage(reply, authorize, account, 'Enter a password');
      const { parameters, client, scopes } = authorize;
      if (simulator.state.settings.adminBlocksApp) {
        return reply.redirect(redirectTarget(parameters, { error: 'admin_policy_enforced' }), 303);
      }
      const wanted = [...scopes.identity, ...scopes.optional];
      const allowed = allowedScopes(simulator.state, account.sub, client.id);
      const asksAgain = (parameters.prompt ?? '').split(' ').includes('consent') || wanted.some((scope) => !allowed.includes(scope));
      return asksAgain ? consentPage(reply, authorize, account) : finish(reply, authorize, account, wanted, false);
    }),
  );

  app.post<{ Body: Fields }>('/signin/consent', async ({ body }, reply) =>
    withRequest(body, reply, (authorize) => {
      const account = openAccount(simulator.state, text(body.email));
      if (!account) return emailPage(reply, authorize, text(body.email), "Couldn't find your Google Account");
      if (body.decision !== 'continue') return reply.redirect(redirectTarget(authorize.parameters, { error: 'access_denied' }), 303);
      const ticked = [body.granted ?? []].flat();
      const granted = authorize.scopes.optional.filter((scope) => ticked.includes(scope));
      return finish(reply, authorize, account, [...authorize.scopes.identity, ...granted], true);
    }),
  );

  function withRequest(input: unknown, reply: FastifyReply, answer: (authorize: AuthorizeRequest) => FastifyReply): FastifyReply {
    const authorize = readAuthorizeRequest(simulator.state, input);
    return 'error' in authorize ? refusalPage(reply, authorize.error, authorize.explanation) : answer(authorize);
  }

  function finish(
    reply: FastifyReply,
    authorize: AuthorizeRequest,
    account: Account,
    granted: string[],
    consentShown: boolean,
  ): FastifyReply {
    const { parameters, client } = authorize;
    const all = allow(simulator.state, { sub: account.sub, clientId: client.id, scopes: granted });
    const scopes = parameters.include_granted_scopes === 'true' ? all : granted;
    const code = issueCode(
      simulator.state,
      {
        sub: account.sub,
        clientId: client.id,
        redirectUri: parameters.redirect_uri,
        scopes,
        codeChallenge: parameters.code_challenge ?? null,
        nonce: parameters.nonce ?? null,
        givesRefreshToken: consentShown && parameters.access_type === 'offline',
      },
      simulator.clock.nowMs(),
    );
    return reply.redirect(
      redirectTarget(parameters, { code, scope: scopes.join(' '), authuser: '0', prompt: consentShown ? 'consent' : 'none' }),
      303,
    );
  }
}

function page(reply: FastifyReply, title: string, body: Html, status = 200): FastifyReply {
  return sendPage(reply, { title, brand: 'Google (simulated)', accent: '#0b57d0', body, status });
}

function refusalPage(reply: FastifyReply, error: string, explanation: string): FastifyReply {
  return page(
    reply,
    'Access blocked',
    html`<p>${explanation}</p>
      <p class="muted">Error 400: ${error}</p>`,
    400,
  );
}

function emailPage(reply: FastifyReply, { parameters, client }: AuthorizeRequest, address: string, problem?: string): FastifyReply {
  const body = html`<p>to continue to ${client.name}</p>
    <form method="post" action="/signin/identifier">
      ${hiddenFields(parameters)} ${problem ? html`<p class="error" role="alert">${problem}</p>` : null}
      <label for="email">Email</label>
      <input id="email" name="email" type="email" value="${address}" autocomplete="username" required />
      <p class="muted">Any address at acme.example or initech.example has an account here.</p>
      <p class="actions"><button class="primary" type="submit">Next</button></p>
    </form>`;
  return page(reply, 'Sign in', body);
}

function passwordPage(reply: FastifyReply, { parameters }: AuthorizeRequest, account: Account, problem?: string): FastifyReply {
  const body = html`<p>${account.email}</p>
    <form method="post" action="/signin/password">
      ${hiddenFields({ ...parameters, email: account.email })} ${problem ? html`<p class="error" role="alert">${problem}</p>` : null}
      <label for="password">Password</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required />
      <p class="muted">Any password will do: this is a simulation.</p>
      <p class="actions"><button class="primary" type="submit">Next</button></p>
    </form>`;
  return page(reply, `Hi ${account.name}`, body);
}

function consentPage(reply: FastifyReply, { parameters, client, scopes }: AuthorizeRequest, account: Account): FastifyReply {
  const body = html`<p>${account.email}</p>
    <form method="post" action="/signin/consent">
      ${hiddenFields({ ...parameters, email: account.email })}
      <p>${client.name} will see who you are: your name, email address and profile picture.</p>
      <fieldset>
        <legend>Select what ${client.name} can access</legend>
        ${scopes.optional.map(
          (scope) =>
            html`<label class="choice">
              <input type="checkbox" name="granted" value="${scope}" checked />
              <span>${SCOPE_WORDS[scope]}</span>
            </label>`,
        )}
      </fieldset>
      <p class="actions">
        <button type="submit" name="decision" value="cancel">Cancel</button>
        <button class="primary" type="submit" name="decision" value="continue">Continue</button>
      </p>
    </form>`;
  return page(reply, `${client.name} wants access to your Google Account`, body);
}

function text(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}
