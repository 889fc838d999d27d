import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { inOrg } from '../../platform/postgres.ts';
import { listCertificates, type OrgCertificate } from '../orgs/index.ts';
import { certificatePage, revocationPage } from './certificate-pages.ts';
import { goTo, sayFor, show } from './door.ts';
import type { OnboardingDependencies } from './index.ts';
import { asOrgAdmin, orSayWhy, type OrgAdmin, type Refusal } from './org-admin.ts';
import { openBrowserSession } from './salesforce-sign-in.ts';
import { setAdministrator } from './repository.ts';

type Parts = Record<string, (Partial<MultipartFile> & { value?: unknown }) | undefined> | null | undefined;

/** The uploaded file of a form with files; empty when none was chosen. */
async function uploadedFile(body: unknown, field: string): Promise<Buffer> {
  const part = (body as Parts)?.[field];
  return typeof part?.toBuffer === 'function' ? part.toBuffer() : Buffer.alloc(0);
}

function isTicked(body: unknown, field: string): boolean {
  return (body as Parts)?.[field]?.value === 'yes';
}

const Id = z.object({ id: z.uuid() });

/** The certificates that an org's visits are signed with: look at them, upload one, revoke one. */
export const certificateRoutes: FastifyPluginAsyncZodOpenApi<OnboardingDependencies> = async (app, use) => {
  const { pool, clock } = use;
  const csrf = (reply: FastifyReply) => app.csrfToken(reply);

  app.get('/onboarding/org/certificate', { schema: { hide: true } }, (request, reply) =>
    asOrgAdmin(use, request, reply, (admin) => showAll(reply, admin)),
  );

  app.post('/onboarding/org/certificate', { schema: { hide: true } }, (request, reply) =>
    asOrgAdmin(use, request, reply, async (admin) => {
      const upload = { file: await uploadedFile(request.body, 'certificate'), trustsAgain: isTicked(request.body, 'trustsAgain') };
      return orSayWhy(
        request,
        async () => {
          await use.uploadCertificate(admin.org.orgId, admin, upload);
          return goTo(reply, admin.org.registrationStep === 'done' ? '/onboarding/org/certificate' : '/onboarding/org/origin');
        },
        (problem) => showAll(reply, admin, problem),
      );
    }),
  );

  app.get('/onboarding/org/certificate/:id/revocation', { schema: { hide: true, params: Id } }, (request, reply) =>
    asOrgAdmin(use, request, reply, (admin) => showOne(reply, admin, request.params.id)),
  );

  app.post('/onboarding/org/certificate/:id/revocation', { schema: { hide: true, params: Id } }, (request, reply) =>
    asOrgAdmin(use, request, reply, (admin) =>
      orSayWhy(
        request,
        async () => {
          await use.revokeCertificate(admin.org.orgId, admin, request.params.id);
          await keepSession(request, reply, admin);
          return goTo(reply, '/onboarding/org/certificate');
        },
        (problem) => showOne(reply, admin, request.params.id, problem),
      ),
    ),
  );

  const certificatesOf = (orgId: string): Promise<OrgCertificate[]> => inOrg(pool, orgId, (tx) => listCertificates(tx, orgId));

  async function showAll(reply: FastifyReply, admin: OrgAdmin, problem: Refusal | null = null) {
    const certificates = await certificatesOf(admin.org.orgId);
    return show(reply, certificatePage(sayFor(reply), csrf(reply), admin, { certificates, now: clock.now(), problem }), problem?.status);
  }

  async function showOne(reply: FastifyReply, admin: OrgAdmin, id: string, problem: Refusal | null = null) {
    const certificates = await certificatesOf(admin.org.orgId);
    const certificate = certificates.find((one) => one.id === id && one.active);
    if (!certificate) return goTo(reply, '/onboarding/org/certificate');
    const page = revocationPage(sayFor(reply), csrf(reply), admin, certificate, { certificates, now: clock.now(), problem });
    return show(reply, page, problem?.status);
  }

  /** A revocation ends every session of the org; the one of whoever did it goes on with a new secret, and proves no more than before. */
  async function keepSession(request: FastifyRequest, reply: FastifyReply, { rep, administratorAt }: OrgAdmin): Promise<void> {
    const browser = await inOrg(pool, rep.orgId, async (tx) => {
      const secret = await openBrowserSession(tx, rep.orgId, { userId: rep.id, replaces: request.browser, now: clock.now() });
      if (administratorAt) await setAdministrator(tx, rep.orgId, secret, administratorAt);
      return secret;
    });
    app.setBrowser(request, reply, browser);
  }
};
