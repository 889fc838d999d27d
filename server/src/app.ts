import { randomUUID } from 'node:crypto';
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import { fastifyZodOpenApiPlugin, validatorCompiler } from 'fastify-zod-openapi';
import type { Config } from './config.ts';
import type { Connections } from './connections.ts';
import { deliveryChannelRoutes } from './features/delivery-channels/index.ts';
import { emailConnectionRoutes, mailboxAdminRoutes } from './features/email-connections/index.ts';
import { createIdentities, createVerification, findSenderIdentities, identityRoutes } from './features/identities/index.ts';
import { continueLinkRoutes, createSalesforceSignIn, onboardingPages } from './features/onboarding/index.ts';
import { createPanelSessions, createRegisterOrg, isRegisteredOrigin, sessionRoutes } from './features/orgs/index.ts';
import { createActionCatalogue, createShowPanel, panelRoutes } from './features/panel/index.ts';
import { createLookUpPerson, createOpenRecord, createPeopleOfRecord, createSearchPeople, peopleRoutes } from './features/people/index.ts';
import { createTakeGmailPush, createTakeGraphNotifications, webhookRoutes } from './features/reply-tracking/index.ts';
import * as salesEmails from './features/sales-emails/index.ts';
import { createChangeLimits, sendingLimitRoutes } from './features/sending-limits/index.ts';
import { createLiftKillSwitch, createPressKillSwitch, createShowKillSwitch, killSwitchRoutes } from './features/kill-switch/index.ts';
import { createCallerUsers, createChangeAccess, createInviteUsers, userRoutes, type CallerUsers } from './features/users/index.ts';
import { apiDocumentation } from './openapi.ts';
import type { Clock } from './platform/clock.ts';
import { panelCors } from './platform/cors.ts';
import { failedProofs } from './platform/failed-proofs.ts';
import { health } from './platform/health.ts';
import { loggerOptions, requestLog } from './platform/logging.ts';
import { panelCaller } from './platform/panel-caller.ts';
import type { Pool } from './platform/postgres.ts';
import { problemDetails, sendProblem } from './platform/problem-details.ts';
import { addressLimit, userLimit } from './platform/rate-limits.ts';
import { requestBodies, STRANGERS_BODY_LIMIT } from './platform/request-bodies.ts';
import { securityHeaders } from './platform/security-headers.ts';
import { lateSerializerCompiler } from './platform/serializers.ts';
import { timeouts } from './platform/timeouts.ts';
import { createPushVerifier } from './providers/gmail/index.ts';

/** Room for the token in the address of a preview. */
const MAX_PARAM_LENGTH = 500;

export interface AppDependencies {
  config: Config;
  pool: Pool;
  clock: Clock;
  connections: Connections;
}

/** The whole service: who may call, and what they reach. Listens nowhere yet. */
export async function createApp(dependencies: AppDependencies): Promise<FastifyInstance> {
  const { config, pool } = dependencies;
  const app = Fastify({
    logger: loggerOptions(config.LOG_LEVEL),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: config.TRUSTED_PROXIES.length > 0 ? [...config.TRUSTED_PROXIES] : false,
    bodyLimit: STRANGERS_BODY_LIMIT,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    frameworkErrors: (error, request, reply) => void sendProblem(request, reply, error),
    ...timeouts(config),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(lateSerializerCompiler);
  await app.register(requestLog);
  await app.register(problemDetails);
  await app.register(securityHeaders, { https: config.PUBLIC_URL.startsWith('https://') });
  await app.register(addressLimit, { people: config.ADDRESS_REQUESTS_PER_MINUTE, vendors: config.VENDOR_REQUESTS_PER_MINUTE });
  await app.register(failedProofs, { people: config.ADDRESS_FAILED_PROOFS_PER_MINUTE, vendors: config.VENDOR_FAILED_PROOFS_PER_MINUTE });
  await app.register(requestBodies);
  await app.register(fastifyZodOpenApiPlugin);
  await app.register(apiDocumentation, { serverUrl: config.PUBLIC_URL, isShown: config.API_DOCS === 'on' });

  const callerUsers = createCallerUsers(pool);
  await app.register(health, { troubles: dependencies.connections.clientTroubles.list });
  const { PUBLIC_URL: publicUrl, SESSION_SIGNING_KEY: signingKey } = config;
  const previewLinks = salesEmails.createPreviewLinks({ publicUrl, signingKey, clock: dependencies.clock });
  await app.register((door) => panelDoor(door, dependencies, callerUsers, previewLinks), { prefix: '/v1' });
  await app.register((door) => previewDoor(door, dependencies, previewLinks));
  await app.register((door) => consentDoor(door, dependencies, callerUsers));
  await app.register((door) => vendorDoor(door, dependencies));
  return app;
}

/** The panel, and nobody else. */
async function panelDoor(
  app: FastifyInstance,
  { config, pool, clock, connections }: AppDependencies,
  callerUsers: CallerUsers,
  previewLinks: salesEmails.PreviewLinks,
): Promise<void> {
  const publicUrl = config.PUBLIC_URL;
  const { emailConnections, salesforceConnections } = connections;
  const use = { pool, clock, openSalesforce: salesforceConnections.open };
  await app.register(panelCors, { isRegistered: (origin) => isRegisteredOrigin(pool, origin) });
  await app.register(
    panelCaller,
    createPanelSessions({ pool, clock, callerUsers, audience: publicUrl, signingKey: config.SESSION_SIGNING_KEY }),
  );
  await app.register(userLimit, { perMinute: config.USER_REQUESTS_PER_MINUTE });

  await app.register(sessionRoutes);
  await app.register(continueLinkRoutes, { pool, clock, publicUrl });
  await app.register(emailConnectionRoutes, { pool, clock, publicUrl, ...emailConnections });
  await app.register(mailboxAdminRoutes, { pool, clock, publicUrl, ...emailConnections });
  await app.register(deliveryChannelRoutes, connections.deliveryChannels);
  await app.register(identityRoutes, { identities: createIdentities({ pool, clock, emailConnections }) });
  await app.register(userRoutes, {
    pool,
    inviteUsers: createInviteUsers({ pool, clock, callerUsers }),
    changeAccess: createChangeAccess({ pool, clock, callerUsers, cancelWaitingEmails: salesEmails.cancelWaiting }),
  });

  await app.register(killSwitchRoutes, {
    showKillSwitch: createShowKillSwitch(use),
    pressKillSwitch: createPressKillSwitch({
      ...use,
      ...connections,
      cancelWaitingEmails: salesEmails.cancelWaitingOfOrg,
      forgetCallers: (orgId) => callerUsers.forget(orgId),
    }),
    liftKillSwitch: createLiftKillSwitch(use),
  });

  const openRecord = createOpenRecord(use);
  const peopleOfRecord = createPeopleOfRecord({ ...use, openRecord });
  const lookUpPerson = createLookUpPerson(use);
  const catalogue = createActionCatalogue();
  catalogue.registerSalesAction(salesEmails.sendSalesEmailAction);
  await app.register(panelRoutes, {
    showPanel: createShowPanel({ ...use, openRecord, catalogue, findEmailConnection: emailConnections.findEmailConnection }),
  });
  await app.register(peopleRoutes, { searchPeople: createSearchPeople({ ...use, peopleOfRecord }) });
  await app.register(sendingLimitRoutes, {
    changeLimits: createChangeLimits({ ...use, releaseLimited: (tx, orgId, now) => salesEmails.releaseLimited(tx, orgId, now, 'all') }),
    forecastSending: salesEmails.createForecastSending(use),
  });
  await app.register(salesEmails.salesEmailRoutes, {
    drafts: salesEmails.createDrafts({ ...use, findSenderIdentities }),
    sendSalesEmail: salesEmails.createSendSalesEmail({ ...use, lookUpPerson }),
    listSalesEmails: salesEmails.createListSalesEmails({ ...use, peopleOfRecord }),
    showSalesEmail: salesEmails.createShowSalesEmail({ ...use, previewLinks }),
    retrySalesEmail: salesEmails.createRetrySalesEmail({ ...use, lookUpPerson }),
    cancelSalesEmail: salesEmails.createCancelSalesEmail(use),
    decideUncertainEmail: salesEmails.createDecideUncertainEmail(use),
  });
}

/** A frame in the panel that shows one email as it leaves; its address is all it brings. */
async function previewDoor(app: FastifyInstance, { pool }: AppDependencies, links: salesEmails.PreviewLinks): Promise<void> {
  app.addHook('onSend', async (request, reply) => {
    // A link that shows nothing was guessed, or is an old one
    if (reply.statusCode === 404) request.hasFailedProof = true;
  });
  await app.register(salesEmails.previewRoutes, { showPreview: salesEmails.createShowPreview({ pool, links }) });
}

/** A browser on its way through consent: an org's administrator, or a rep. */
async function consentDoor(
  app: FastifyInstance,
  { config, pool, clock, connections }: AppDependencies,
  callerUsers: CallerUsers,
): Promise<void> {
  const publicUrl = config.PUBLIC_URL;
  const { emailConnections, salesforce, salesforceConnections, vault } = connections;
  const signIn = createSalesforceSignIn({
    pool,
    vault,
    clock,
    publicUrl,
    salesforce,
    salesforceConnections,
    callerUsers,
    registerOrg: createRegisterOrg({ clock }),
  });
  await app.register(onboardingPages, {
    pool,
    clock,
    publicUrl,
    signIn,
    salesforce,
    salesforceConnections,
    emailConnections,
    verification: createVerification({ pool, clock }),
    signingKey: config.SESSION_SIGNING_KEY,
    lightningOrigins: config.SALESFORCE_ALLOWED_HOSTS,
  });
}

/** Google and Microsoft, who tell that something happened in a mailbox. */
async function vendorDoor(app: FastifyInstance, { config, pool, clock }: AppDependencies): Promise<void> {
  const serviceAccount = config.GOOGLE_PUSH_SERVICE_ACCOUNT;
  const audience = `${config.PUBLIC_URL}/webhooks/gmail`;
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, callers: 'vendors' };
  });
  await app.register(webhookRoutes, {
    verifyGmailPush: serviceAccount ? createPushVerifier({ baseUrl: config.GOOGLE_BASE_URL, audience, serviceAccount, clock }) : null,
    takeGmailPush: createTakeGmailPush({ pool }),
    takeGraphNotifications: createTakeGraphNotifications({ pool }),
  });
}
