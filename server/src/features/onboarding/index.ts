import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { browserCookie } from '../../platform/browser-cookie.ts';
import type { Salesforce } from '../../providers/salesforce/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Pool } from '../../platform/postgres.ts';
import { pageForms } from '../../platform/page-forms.ts';
import type { EmailConnections } from '../email-connections/index.ts';
import type { ConfirmOrigin, KnownOrgs, RevokeCertificate, UploadCertificate } from '../orgs/index.ts';
import type { SalesforceConnections } from '../salesforce-connections/index.ts';
import type { FindGmailSignature, Verification } from '../identities/index.ts';
import { adminConsentRoutes } from './admin-consent-routes.ts';
import { goTo, showProblemsAsPages } from './door.ts';
import { certificateRoutes } from './certificate-routes.ts';
import { identityPages } from './identity-pages.ts';
import { orgRoutes } from './org-routes.ts';
import { repRoutes } from './rep-routes.ts';
import type { SalesforceSignIn } from './salesforce-sign-in.ts';

export { continueLinkRoutes } from './continue-link.ts';
export { onboardingAssets } from './assets.ts';
export { homePage } from './home-page.ts';
export { createSalesforceSignIn, type SalesforceSignIn } from './salesforce-sign-in.ts';

export interface OnboardingDependencies {
  pool: Pool;
  clock: Clock;
  publicUrl: string;
  signingKey: string;
  signIn: SalesforceSignIn;
  knownOrgs: Pick<KnownOrgs, 'add'>;
  salesforce: Pick<Salesforce, 'signInOrigin'>;
  emailConnections: EmailConnections;
  verification: Verification;
  findGmailSignature: FindGmailSignature;
  salesforceConnections: Pick<SalesforceConnections, 'withSalesforce'>;
  uploadCertificate: UploadCertificate;
  revokeCertificate: RevokeCertificate;
  confirmOrigin: ConfirmOrigin;
}

const Back = z.object({
  state: z.string().max(200).optional(),
  code: z.string().max(4096).optional(),
  error: z.string().max(200).optional(),
  error_description: z.string().max(2000).optional(),
});

/** The pages that a browser reaches outside Salesforce: connecting an org, the rep's way in, and the ways back from consent. */
export const onboardingPages: FastifyPluginAsyncZodOpenApi<OnboardingDependencies> = async (app, use) => {
  await app.register(pageForms);
  // After the parsers: it looks into what they have read
  await app.register(browserCookie, { https: use.publicUrl.startsWith('https://'), signingKey: use.signingKey });
  showProblemsAsPages(app);

  app.get('/oauth/salesforce/callback', { schema: { hide: true, querystring: Back } }, async (request, reply) => {
    const { state, code, error, error_description: errorDescription } = request.query;
    const signedIn = await use.signIn.complete({ state, code, error, errorDescription, browser: request.browser, ipAddress: request.ip });
    app.setBrowser(request, reply, signedIn.browser);
    return goTo(reply, signedIn.purpose === 'register_org' ? '/onboarding/org/next' : '/onboarding/setup');
  });

  await app.register(orgRoutes, use);
  await app.register(certificateRoutes, use);
  await app.register(repRoutes, use);
  await app.register(adminConsentRoutes, use);
  await app.register(identityPages, use);
};
