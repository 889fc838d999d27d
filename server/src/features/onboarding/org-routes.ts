import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { ProviderError } from '../../platform/provider-error.ts';
import { checklistPage } from './checklist-page.ts';
import { goTo, sayFor, show } from './door.ts';
import { sentence } from './error-words/index.ts';
import type { OnboardingDependencies } from './index.ts';
import { leavingPage } from './layout.ts';
import { asOrgAdmin, orSayWhy } from './org-admin.ts';
import * as pages from './org-pages.ts';
import { createReadChecklist } from './read-checklist.ts';

/** What people copy out of the address bar can be long. */
const OriginForm = z.object({ origin: z.string().max(2000), isMeant: z.string().max(3).optional() });

/** Connecting an org: sign in, certificate, Lightning address. The first administrator to do so becomes its first admin. */
export const orgRoutes: FastifyPluginAsyncZodOpenApi<OnboardingDependencies> = async (app, use) => {
  const { signIn, salesforce } = use;
  const readChecklist = createReadChecklist(use);
  const csrf = (reply: FastifyReply) => app.csrfToken(reply);

  app.get('/onboarding/org', { schema: { hide: true } }, async (request, reply) =>
    show(reply, pages.connectOrgPage(sayFor(reply), csrf(reply))),
  );

  app.post(
    '/onboarding/org',
    { schema: { hide: true, body: z.object({ myDomain: z.string().trim().max(2000).default('') }) } },
    async (request, reply) => {
      const { myDomain } = request.body;
      try {
        const loginUrl = myDomain ? { loginUrl: salesforce.signInOrigin(myDomain) } : {};
        const url = await signIn.start({ browser: request.browser, ipAddress: request.ip, purpose: 'register_org', ...loginUrl });
        return await show(reply, leavingPage(sayFor(reply), url, 'Salesforce'));
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        return show(
          reply,
          pages.connectOrgPage(sayFor(reply), csrf(reply), sentence('notAnOrgAddress')(request.answerLanguage), myDomain),
          400,
        );
      }
    },
  );

  app.post('/onboarding/org/sign-in', { schema: { hide: true } }, (request, reply) =>
    asOrgAdmin(use, request, reply, async ({ org, rep }) => {
      const url = await signIn.start({
        browser: request.browser,
        ipAddress: request.ip,
        purpose: 'register_org',
        expected: { orgId: rep.orgId, userId: rep.id },
        loginHint: rep.email,
        loginUrl: org.myDomainUrl,
      });
      return show(reply, leavingPage(sayFor(reply), url, 'Salesforce'));
    }),
  );

  app.get('/onboarding/org/next', { schema: { hide: true } }, (request, reply) =>
    asOrgAdmin(use, request, reply, async ({ org }) =>
      goTo(reply, org.registrationStep === 'origin' ? '/onboarding/org/origin' : '/onboarding/org/certificate'),
    ),
  );

  app.get('/onboarding/org/origin', { schema: { hide: true } }, (request, reply) =>
    asOrgAdmin(use, request, reply, async (admin) =>
      admin.org.registrationStep === 'certificate'
        ? goTo(reply, '/onboarding/org/certificate')
        : show(reply, pages.originPage(sayFor(reply), csrf(reply), admin)),
    ),
  );

  app.post('/onboarding/org/origin', { schema: { hide: true, body: OriginForm } }, (request, reply) =>
    asOrgAdmin(use, request, reply, (admin) =>
      orSayWhy(
        request,
        async () => {
          await use.confirmOrigin(admin.org.orgId, admin, { address: request.body.origin, isMeant: request.body.isMeant === 'yes' });
          use.knownOrgs.add(admin.org.orgId);
          return goTo(reply, '/onboarding/org/done');
        },
        async (problem) =>
          show(reply, pages.originPage(sayFor(reply), csrf(reply), admin, { problem, typed: request.body.origin }), problem.status),
      ),
    ),
  );

  app.get('/onboarding/org/checklist', { schema: { hide: true } }, (request, reply) =>
    asOrgAdmin(use, request, reply, async ({ org, rep }) => {
      const say = sayFor(reply);
      return org.registrationStep === 'done'
        ? show(reply, checklistPage(say, org, await readChecklist(say, rep.orgId, rep.id)))
        : goTo(reply, '/onboarding/org/next');
    }),
  );

  app.get('/onboarding/org/done', { schema: { hide: true } }, (request, reply) =>
    asOrgAdmin(use, request, reply, async ({ org }) =>
      org.registrationStep === 'done'
        ? show(reply, pages.orgDonePage(sayFor(reply), org, use.publicUrl))
        : goTo(reply, '/onboarding/org/certificate'),
    ),
  );
};
