import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Simulator } from '../../common/index.ts';
import { EntraError, failureOf } from '../aadsts.ts';
import type { Account, MicrosoftState } from '../entities.ts';
import { addConsent, consentedScopes, issueCode } from '../grants.ts';
import { includesScope } from '../scopes.ts';
import { openAccount } from '../seed.ts';
import { approvalPage, consentPage, emailPage, passwordPage } from './authorize-pages.ts';
import { readAuthorizeRequest, redirectTarget, refusalAnswer, type AuthorizeRequest } from './authorize-request.ts';

const Typed = z.object({ email: z.string().default(''), password: z.string().default(''), decision: z.string().default('') });

type Step = (authorize: AuthorizeRequest, reply: FastifyReply, typed: z.infer<typeof Typed>) => FastifyReply;
type TenantRequest = FastifyRequest<{ Params: { tenant: string } }>;

const NO_ACCOUNT = 'This username may be incorrect. Make sure that you typed it correctly.';

/** Email, password, consent. The request travels in the forms, so nothing is kept between pages. */
export function registerAuthorize(simulator: Simulator<MicrosoftState>): void {
  const { app, clock } = simulator;

  app.get(
    '/:tenant/oauth2/v2.0/authorize',
    step((authorize, reply) => {
      const { parameters } = authorize;
      if (parameters.prompt === 'none')
        return back(reply, authorize, {
          error: 'login_required',
          error_description: 'AADSTS50058: A silent sign-in request was sent but no user is signed in.',
        });
      return emailPage(reply, authorize, parameters.login_hint ?? '');
    }),
  );

  app.post(
    '/:tenant/login/email',
    step((authorize, reply, { email }) => {
      const account = openAccount(simulator.state, email);
      return account ? passwordPage(reply, authorize, account) : emailPage(reply, authorize, email, NO_ACCOUNT);
    }),
  );

  app.post(
    '/:tenant/login/password',
    step((authorize, reply, { email, password }) => {
      const account = openAccount(simulator.state, email);
      if (!account) return emailPage(reply, authorize, email, NO_ACCOUNT);
      if (password === '') return passwordPage(reply, authorize, account, 'Please enter your password.');
      return afterSignIn(authorize, reply, account);
    }),
  );

  app.post(
    '/:tenant/login/consent',
    step((authorize, reply, { email, decision }) => {
      const account = openAccount(simulator.state, email);
      if (!account) return emailPage(reply, authorize, email, NO_ACCOUNT);
      if (decision !== 'accept') return refuse(reply, authorize, new EntraError(65004));
      addConsent(simulator.state, account.oid, authorize.client.id, authorize.scopes);
      return finish(authorize, reply, account);
    }),
  );

  function step(answer: Step) {
    return async function answerStep(request: TenantRequest, reply: FastifyReply): Promise<FastifyReply> {
      const input = request.method === 'GET' ? request.query : request.body;
      return answer(readAuthorizeRequest(simulator.state, request.params.tenant, input), reply, Typed.parse(input ?? {}));
    };
  }

  function afterSignIn(authorize: AuthorizeRequest, reply: FastifyReply, account: Account): FastifyReply {
    const { client, scopes, parameters } = authorize;
    const failure = failureOf(simulator.state, account.address, 'authorize');
    if (failure) return refuse(reply, authorize, failure);
    if (account.address.startsWith('consent-refused@')) return refuse(reply, authorize, new EntraError(65004));
    if (simulator.state.adminConsents.includes(client.id)) {
      addConsent(simulator.state, account.oid, client.id, scopes);
      return finish(authorize, reply, account);
    }
    const consented = consentedScopes(simulator.state, account.oid, client.id);
    const isNew = scopes.some((scope) => !includesScope(consented, scope));
    if (isNew && (!simulator.state.settings.userConsent || account.address.startsWith('needs-admin@'))) {
      return approvalPage(
        reply,
        authorize,
        account,
        backUrl(authorize, { ...refusalAnswer(new EntraError(65004)), error_subcode: 'cancel' }),
      );
    }
    return isNew || parameters.prompt === 'consent' ? consentPage(reply, authorize, account) : finish(authorize, reply, account);
  }

  function finish(authorize: AuthorizeRequest, reply: FastifyReply, account: Account): FastifyReply {
    const { parameters, client, scopes } = authorize;
    const code = issueCode(
      simulator.state,
      {
        oid: account.oid,
        clientId: client.id,
        redirectUri: parameters.redirect_uri,
        scopes,
        codeChallenge: parameters.code_challenge ?? null,
        nonce: parameters.nonce ?? null,
      },
      clock.nowMs(),
    );
    return back(reply, authorize, { code, session_state: randomUUID() });
  }
}

function refuse(reply: FastifyReply, authorize: AuthorizeRequest, error: EntraError): FastifyReply {
  return back(reply, authorize, refusalAnswer(error));
}

function back(reply: FastifyReply, authorize: AuthorizeRequest, answer: Record<string, string>): FastifyReply {
  return reply.redirect(backUrl(authorize, answer), 303);
}

function backUrl({ parameters }: AuthorizeRequest, answer: Record<string, string>): string {
  return redirectTarget(parameters.redirect_uri, parameters.state, answer);
}
