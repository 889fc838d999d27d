import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { AppError } from '../../platform/errors.ts';
import { inOrg } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { createConfirmOrigin, createUploadCertificate, findOrg, listActiveCertificates, type Org } from '../orgs/index.ts';
import { goTo, repOf, show } from './door.ts';
import type { OnboardingDependencies } from './index.ts';
import { leavingPage } from './layout.ts';
import * as pages from './org-pages.ts';

/** The uploaded file of a form with files; empty when none was chosen. */
async function uploadedFile(body: unknown, field: string): Promise<Buffer> {
  const part = (body as Record<string, MultipartFile | undefined> | null | undefined)?.[field];
  return typeof part?.toBuffer === 'function' ? part.toBuffer() : Buffer.alloc(0);
}

/** Connecting an org: sign in, certificate, Lightning address. The first administrator to do so becomes its first admin. */
export const orgRoutes: FastifyPluginAsyncZodOpenApi<OnboardingDependencies> = async (app, use) => {
  const { pool, clock, signIn, salesforce } = use;
  const uploadCertificate = createUploadCertificate({ clock });
  const confirmOrigin = createConfirmOrigin({ clock, extraOrigins: use.lightningOrigins });
  const csrf = (request: FastifyRequest) => app.csrfToken(request);

  app.get('/onboarding/org', { schema: { hide: true } }, async (request, reply) => show(reply, pages.connectOrgPage(csrf(request))));

  app.post(
    '/onboarding/org',
    { schema: { hide: true, body: z.object({ myDomain: z.string().trim().max(300).default('') }) } },
    async (request, reply) => {
      const { myDomain } = request.body;
      try {
        const typed = myDomain.includes('://') || !myDomain ? myDomain : `https://${myDomain}`;
        const loginUrl = typed ? { loginUrl: salesforce.allowedOrigin(typed) } : {};
        const url = await signIn.start({ browser: request.browser, ipAddress: request.ip, purpose: 'register_org', ...loginUrl });
        return await show(reply, leavingPage(url, 'Salesforce'));
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        const sentence =
          'This is not a My Domain of Salesforce. It looks like https://acme.my.salesforce.com. Leave the field empty when you are not sure.';
        return show(reply, pages.connectOrgPage(csrf(request), sentence, myDomain), 400);
      }
    },
  );

  app.get('/onboarding/org/next', { schema: { hide: true } }, (request, reply) =>
    asAdmin(request, reply, async (org) =>
      goTo(reply, org.registrationStep === 'origin' ? '/onboarding/org/origin' : '/onboarding/org/certificate'),
    ),
  );

  app.get('/onboarding/org/certificate', { schema: { hide: true } }, (request, reply) =>
    asAdmin(request, reply, (org) => showCertificates(request, reply, org)),
  );

  app.post('/onboarding/org/certificate', { schema: { hide: true } }, (request, reply) =>
    asAdmin(request, reply, async (org) => {
      const file = await uploadedFile(request.body, 'certificate');
      return orSayWhy(
        async () => {
          await inOrg(pool, org.orgId, (tx) => uploadCertificate(tx, org.orgId, file));
          return goTo(reply, org.registrationStep === 'done' ? '/onboarding/org/certificate' : '/onboarding/org/origin');
        },
        (problem) => showCertificates(request, reply, org, problem),
      );
    }),
  );

  app.get('/onboarding/org/origin', { schema: { hide: true } }, (request, reply) =>
    asAdmin(request, reply, async (org) =>
      org.registrationStep === 'certificate'
        ? goTo(reply, '/onboarding/org/certificate')
        : show(reply, pages.originPage(csrf(request), org)),
    ),
  );

  app.post('/onboarding/org/origin', { schema: { hide: true, body: z.object({ origin: z.string().max(300) }) } }, (request, reply) =>
    asAdmin(request, reply, (org) =>
      orSayWhy(
        async () => {
          await inOrg(pool, org.orgId, (tx) => confirmOrigin(tx, org.orgId, request.body.origin));
          use.knownOrgs.add(org.orgId);
          return goTo(reply, '/onboarding/org/done');
        },
        async (problem) => show(reply, pages.originPage(csrf(request), org, problem, request.body.origin), 400),
      ),
    ),
  );

  app.get('/onboarding/org/done', { schema: { hide: true } }, (request, reply) =>
    asAdmin(request, reply, async (org) =>
      org.registrationStep === 'done' ? show(reply, pages.orgDonePage(org, use.publicUrl)) : goTo(reply, '/onboarding/org/certificate'),
    ),
  );

  async function asAdmin(request: FastifyRequest, reply: FastifyReply, work: (org: Org) => Promise<FastifyReply>): Promise<FastifyReply> {
    const rep = await repOf(use, request);
    if (rep?.role !== 'admin' || rep.state !== 'activated') return goTo(reply, '/onboarding/org');
    const org = await inOrg(pool, rep.orgId, (tx) => findOrg(tx, rep.orgId));
    return org ? work(org) : goTo(reply, '/onboarding/org');
  }

  async function showCertificates(
    request: FastifyRequest,
    reply: FastifyReply,
    org: Org,
    problem: string | null = null,
  ): Promise<FastifyReply> {
    const certificates = await inOrg(pool, org.orgId, (tx) => listActiveCertificates(tx, org.orgId));
    return show(reply, pages.certificatePage(csrf(request), org, certificates, clock.now(), problem), problem ? 400 : 200);
  }
};

/** A field that was filled in wrongly is explained on its own page. */
async function orSayWhy(work: () => Promise<FastifyReply>, explain: (problem: string) => Promise<FastifyReply>): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.status === 400) return explain(error.title);
    throw error;
  }
}
