import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { browserHash } from '../../platform/browser-cookie.ts';
import { useTicket } from '../../platform/one-time-tickets.ts';
import { inOrg } from '../../platform/postgres.ts';
import { mailboxCallbackRoutes, MailboxProviderName, type ConsentResult } from '../email-connections/index.ts';
import { createBrowserChoices } from '../content/index.ts';
import { moveStep, setMailboxChoice } from '../users/index.ts';
import { probeApiAccess } from '../salesforce-connections/index.ts';
import { goTo, repOf, sayFor, show } from './door.ts';
import type { OnboardingDependencies } from './index.ts';
import { leavingPage } from './layout.ts';
import * as links from './link-pages.ts';
import * as pages from './rep-pages.ts';
import type { Rep } from './repository.ts';
import { openBrowserSession } from './salesforce-sign-in.ts';
import { signatureRoutes } from './signature/signature-routes.ts';
import { addressOf, AskedStep, MovableStep, NEXT, pageOf } from './steps.ts';
import { leadsToSignIn, openTicket, used, vendorOf, VENDORS, whomOf, type OpenTicket } from './tickets.ts';
import { TOUR_PAGES, tourPage } from './tour-pages.ts';

const Secret = z.string().max(200);
const TicketQuery = z.object({ ticket: Secret.optional() });

/**
 * The rep's way in, from the link in the welcome email to the exit choice. Looking never changes anything; the way back from a vendor
 * does.
 */
export const repRoutes: FastifyPluginAsyncZodOpenApi<OnboardingDependencies> = async (app, use) => {
  const { pool, clock, emailConnections, signIn } = use;
  const browserChoices = createBrowserChoices({ ...use, https: use.publicUrl.startsWith('https://') });
  const csrf = (reply: FastifyReply) => app.csrfToken(reply);

  for (const path of ['/onboarding/welcome', '/onboarding/connect']) {
    app.get(path, { schema: { hide: true, querystring: TicketQuery } }, async (request, reply) => {
      const { ticket, orgName, rep, secret } = await openTicket(pool, request.query.ticket, clock.now());
      if (ticket.purpose === 'invitation' && !rep) return show(reply, links.spentInvitationPage(sayFor(reply), csrf(reply), secret), 410);
      if (leadsToSignIn(ticket)) return show(reply, links.activationPage(sayFor(reply), csrf(reply), { orgName, rep, ticket: secret }));
      return show(reply, links.continuePage(sayFor(reply), csrf(reply), secret, vendorOf(ticket)));
    });
  }

  app.post('/onboarding/activate', { schema: { hide: true, body: z.object({ ticket: Secret.optional() }) } }, async (request, reply) => {
    const named = request.body.ticket ? await openSignIn(request.body.ticket) : await repOf(use, request);
    const url = await signIn.start({ browser: request.browser, ipAddress: request.ip, purpose: 'sign_in', ...(named && whomOf(named)) });
    return show(reply, leavingPage(sayFor(reply), url, 'Salesforce'));
  });

  app.post('/onboarding/continue', { schema: { hide: true, body: z.object({ ticket: Secret }) } }, async (request, reply) => {
    const { ticket, rep, secret } = await openTicket(pool, request.body.ticket, clock.now());
    // An invitation proves who got the email, not who the person is to Salesforce: it opens no session
    if (!rep || leadsToSignIn(ticket)) throw used();
    const browser = await inOrg(pool, rep.orgId, async (tx) => {
      if (!(await useTicket(tx, rep.orgId, secret, clock.now()))) throw used();
      return openBrowserSession(tx, rep.orgId, { userId: rep.id, replaces: request.browser, now: clock.now() });
    });
    app.setBrowser(request, reply, browser);
    if (ticket.purpose === 'microsoft_admin_consent' && rep.role === 'admin' && rep.state === 'activated') {
      const url = await emailConnections.adminConsent.start(rep.orgId, rep.id, browserHash(request));
      return show(reply, leavingPage(sayFor(reply), url, 'Microsoft'));
    }
    if (ticket.purpose !== 'connect_mailbox' || rep.state !== 'activated') return goTo(reply, '/onboarding/setup');
    return leaveForMailbox(request, reply, rep, MailboxProviderName.parse(ticket.data['provider']));
  });

  app.get('/onboarding/setup', { schema: { hide: true, querystring: z.object({ step: AskedStep }) } }, async (request, reply) => {
    const rep = await repOf(use, request);
    // CT-2: what a rep looks at is nobody's view
    if (rep?.state === 'activated') browserChoices.setOwn(reply, rep.orgId);
    return show(reply, rep ? pageOf(sayFor(reply), csrf(reply), rep, request.query.step) : links.signInPage(sayFor(reply), csrf(reply)));
  });

  app.post('/onboarding/api-access', { schema: { hide: true } }, (request, reply) =>
    asRep(request, reply, async (rep) => {
      await probeApiAccess(use.salesforceConnections, rep.orgId, rep.id);
      return goTo(reply, '/onboarding/setup');
    }),
  );

  app.post('/onboarding/step', { schema: { hide: true, body: z.object({ from: MovableStep }) } }, (request, reply) =>
    asRep(request, reply, async (rep) => {
      const { from } = request.body;
      await inOrg(pool, rep.orgId, (tx) => moveStep(tx, rep.orgId, rep.id, from, NEXT[from]));
      return goTo(reply, addressOf(NEXT[from]));
    }),
  );

  app.post('/onboarding/mailbox', { schema: { hide: true, body: z.object({ provider: MailboxProviderName }) } }, (request, reply) =>
    asRep(request, reply, (rep) => leaveForMailbox(request, reply, rep, request.body.provider)),
  );

  app.post(
    '/onboarding/confirm-mailbox',
    { schema: { hide: true, body: z.object({ provider: MailboxProviderName, confirmation: Secret, answer: z.enum(['yes', 'no']) }) } },
    (request, reply) =>
      asRep(request, reply, async () => {
        const { provider, confirmation, answer } = request.body;
        const result = await emailConnections.confirmMailbox({
          provider,
          confirmation,
          browserHash: browserHash(request),
          accept: answer === 'yes',
        });
        return result ? showResult(request, reply, result) : goTo(reply, '/onboarding/setup');
      }),
  );

  app.get('/onboarding/connected', { schema: { hide: true } }, async (request, reply) => {
    const rep = await repOf(use, request);
    return rep?.mailboxAddress ? show(reply, pages.connectedPage(sayFor(reply), rep)) : goTo(reply, '/onboarding/setup');
  });

  app.get(
    '/onboarding/tour/:page',
    { schema: { hide: true, params: z.object({ page: z.coerce.number().int().min(1).max(TOUR_PAGES) }) } },
    async (request, reply) => {
      const rep = await repOf(use, request);
      return rep ? show(reply, tourPage(sayFor(reply), csrf(reply), request.params.page)) : goTo(reply, '/onboarding/setup');
    },
  );

  await app.register(signatureRoutes, use);
  await app.register(mailboxCallbackRoutes, { completeMailboxConsent: emailConnections.completeMailboxConsent, browserHash, showResult });

  /** A link that begins a sign-in. One that names nobody works once; an invitation works until it has activated its account. */
  async function openSignIn(secret: string): Promise<OpenTicket> {
    const opened = await openTicket(pool, secret, clock.now());
    if (!leadsToSignIn(opened.ticket)) throw used();
    if (opened.ticket.purpose === 'sign_in' && !(await inOrg(pool, opened.orgId, (tx) => useTicket(tx, opened.orgId, secret, clock.now()))))
      throw used();
    return opened;
  }

  /** What only a signed-in, active rep can do; everybody else is shown where to go on. */
  async function asRep(request: FastifyRequest, reply: FastifyReply, work: (rep: Rep) => Promise<FastifyReply>): Promise<FastifyReply> {
    const rep = await repOf(use, request);
    return rep?.state === 'activated' ? work(rep) : goTo(reply, '/onboarding/setup');
  }

  async function leaveForMailbox(
    request: FastifyRequest,
    reply: FastifyReply,
    rep: Rep,
    provider: MailboxProviderName,
  ): Promise<FastifyReply> {
    await inOrg(pool, rep.orgId, (tx) => setMailboxChoice(tx, rep.orgId, rep.id, provider));
    const url = await emailConnections.startMailboxConsent(rep.orgId, rep.id, provider, browserHash(request));
    return show(reply, leavingPage(sayFor(reply), url, VENDORS[provider]));
  }

  async function showResult(request: FastifyRequest, reply: FastifyReply, result: ConsentResult): Promise<FastifyReply> {
    const { orgId, userId } = result;
    if (result.outcome === 'connected') {
      await inOrg(pool, orgId, async (tx) => {
        for (const before of ['welcome', 'intro', 'mailbox'] as const) await moveStep(tx, orgId, userId, before, 'signature');
      });
      return goTo(reply, '/onboarding/connected');
    }
    if (result.outcome === 'confirm_address') return show(reply, pages.confirmAddressPage(sayFor(reply), csrf(reply), result));
    const rep = await repOf(use, request);
    if (!rep) return goTo(reply, '/onboarding/setup');
    const page = pages.mailboxPage(sayFor(reply), csrf(reply), rep, result.title(request.answerLanguage));
    return show(reply, { ...page, back: addressOf('intro') });
  }
};
