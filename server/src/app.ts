import { randomUUID } from 'node:crypto';
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import { fastifyZodOpenApiPlugin, validatorCompiler } from 'fastify-zod-openapi';
import type { Config } from './config.ts';
import type { Connections } from './connections.ts';
import { findWordsOfPerson, installBulkEmails } from './features/bulk-emails/index.ts';
import { deliveryChannelRoutes } from './features/delivery-channels/index.ts';
import * as content from './features/content/index.ts';
import * as dynamicFields from './features/dynamic-fields/index.ts';
import { emailConnectionRoutes, mailboxAdminRoutes } from './features/email-connections/index.ts';
import { createChangeEmailFont, emailFontRoutes } from './features/email-font/index.ts';
import * as emailPictures from './features/email-pictures/index.ts';
import { createChangeEmailVisibility, emailVisibilityRoutes } from './features/email-visibility/index.ts';
import * as files from './features/files/index.ts';
import {
  createFindGmailSignature,
  createIdentities,
  createVerification,
  findSenderIdentities,
  identityRoutes,
} from './features/identities/index.ts';
import {
  createEndAccess,
  createLiftKillSwitch,
  createPressKillSwitch,
  createShowKillSwitch,
  killSwitchRoutes,
} from './features/kill-switch/index.ts';
import { createListViews, listViewRoutes } from './features/list-views/index.ts';
import { createMarkSeen, createShowLiveFeed, liveFeedRoutes } from './features/live-feed/index.ts';
import { continueLinkRoutes, createSalesforceSignIn, homePage, onboardingAssets, onboardingPages } from './features/onboarding/index.ts';
import * as orgs from './features/orgs/index.ts';
import { createActionCatalogue, createShowPanel, createTabCatalogue, panelRoutes } from './features/panel/index.ts';
import { createLookUpPeople, createOpenRecord, createPeopleOfRecord, createSearchPeople, peopleRoutes } from './features/people/index.ts';
import { createReadReply, createTakeGmailPush, createTakeGraphNotifications, webhookRoutes } from './features/reply-tracking/index.ts';
import { createShowProfile, profileRoutes } from './features/profile/index.ts';
import { probeApiAccess } from './features/salesforce-connections/index.ts';
import { createRetryWrites, salesforceWriteRoutes } from './features/salesforce-writes/index.ts';
import * as salesEmails from './features/sales-emails/index.ts';
import * as sendEngine from './features/send-engine/index.ts';
import { createExportSecurityEvents, createListSecurityEvents, securityLogRoutes } from './features/security-log/index.ts';
import { createChangeLimits, sendingLimitRoutes } from './features/sending-limits/index.ts';
import { createChangeOptOutPolicy, suppressionRoutes } from './features/suppression/index.ts';
import * as tasks from './features/tasks/index.ts';
import * as teams from './features/teams/index.ts';
import { installTemplates } from './features/templates/index.ts';
import {
  createCallerUsers,
  createChangeAccess,
  createCheckInvitations,
  createExportUsers,
  createFindSalesforceUsers,
  createInviteUsers,
  createListUsers,
  createResendInvitations,
  createWelcomeLetters,
  invitationRoutes,
  letterRoutes,
  userRoutes,
  type CallerUsers,
} from './features/users/index.ts';
import { apiDocumentation } from './openapi.ts';
import { cappedEventsFlush, createCappedSecurityEvents } from './platform/capped-security-events.ts';
import type { Clock } from './platform/clock.ts';
import { panelCors } from './platform/cors.ts';
import { failedProofs } from './platform/failed-proofs.ts';
import { health } from './platform/health.ts';
import { httpMetrics } from './platform/http-metrics.ts';
import { requestLanguage } from './platform/languages/index.ts';
import { loggerOptions, requestLog } from './platform/logging.ts';
import { NO_METRICS, type Metrics } from './platform/metrics.ts';
import { panelCaller } from './platform/panel-caller.ts';
import type { Pool } from './platform/postgres.ts';
import { problemDetails, sendProblem } from './platform/problem-details.ts';
import { addressLimit, userLimit } from './platform/rate-limits.ts';
import { requestBodies, STRANGERS_BODY_LIMIT } from './platform/request-bodies.ts';
import { saidAnswers } from './platform/said-answers.ts';
import { securityHeaders } from './platform/security-headers.ts';
import { serializerCompiler } from './platform/serializers.ts';
import { serviceTime } from './platform/service-time.ts';
import { timeouts } from './platform/timeouts.ts';
import { wellFormedRequests } from './platform/well-formed-requests.ts';
import { listLateWorkers } from './platform/worker-heartbeat.ts';
import { createPushVerifier } from './providers/gmail/index.ts';

/** Room for the token in the address of a preview. */
const MAX_PARAM_LENGTH = 500;

export interface AppDependencies {
  config: Config;
  pool: Pool;
  clock: Clock;
  connections: Connections;
  /** Nowhere when left out. */
  metrics?: Metrics;
}

/** What is remembered of who calls. */
interface Callers {
  callerUsers: CallerUsers;
  knownOrgs: orgs.KnownOrgs;
}

/** Addresses that are proof enough themselves. */
interface Links {
  previewLinks: salesEmails.PreviewLinks;
  uploadLinks: files.UploadLinks;
  ownLinks: content.OwnLinks;
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
  app.setSerializerCompiler(serializerCompiler);
  await app.register(requestLog);
  await app.register(httpMetrics, { metrics: dependencies.metrics ?? NO_METRICS });
  await app.register(requestLanguage);
  await app.register(problemDetails);
  await app.register(saidAnswers);
  await app.register(wellFormedRequests);
  await app.register(securityHeaders, { https: config.PUBLIC_URL.startsWith('https://') });
  await app.register(addressLimit, { people: config.ADDRESS_REQUESTS_PER_MINUTE, vendors: config.VENDOR_REQUESTS_PER_MINUTE });
  await app.register(failedProofs, { people: config.ADDRESS_FAILED_PROOFS_PER_MINUTE, vendors: config.VENDOR_FAILED_PROOFS_PER_MINUTE });
  await app.register(requestBodies);
  await app.register(fastifyZodOpenApiPlugin);
  await app.register(apiDocumentation, { serverUrl: config.PUBLIC_URL, isShown: config.API_DOCS === 'on' });

  const callers: Callers = { callerUsers: createCallerUsers(pool, dependencies.clock), knownOrgs: orgs.createKnownOrgs(pool) };
  await app.register(health, {
    troubles: async () => [...(await dependencies.connections.clientTroubles.list()), ...(await listLateWorkers(dependencies.pool))],
  });
  const { PUBLIC_URL: publicUrl, SESSION_SIGNING_KEY: signingKey } = config;
  const previewLinks = salesEmails.createPreviewLinks({ publicUrl, signingKey, clock: dependencies.clock });
  const openSalesforce = dependencies.connections.salesforceConnections.open;
  const fields = dynamicFields.createDynamicFields({ pool, clock: dependencies.clock, openSalesforce });
  const uploadLinks = files.createUploadLinks({ publicUrl, signingKey, clock: dependencies.clock });
  const ownLinks = content.createOwnLinks({ publicUrl, signingKey, clock: dependencies.clock });
  await app.register((door) => panelDoor(door, dependencies, callers, { previewLinks, uploadLinks, ownLinks }, fields), { prefix: '/v1' });
  await app.register((door) => uploadDoor(door, dependencies, uploadLinks), { prefix: '/uploads' });
  await app.register((door) => previewDoor(door, dependencies, previewLinks, fields));
  await app.register((door) => pictureDoor(door, dependencies));
  await app.register((door) => recipientDoor(door, dependencies, ownLinks), { prefix: '/content' });
  await app.register((door) => consentDoor(door, dependencies, callers));
  await app.register(homePage);
  await app.register(onboardingAssets);
  await app.register((door) => vendorDoor(door, dependencies));
  return app;
}

/** The panel, and nobody else. */
async function panelDoor(
  app: FastifyInstance,
  { config, pool, clock, connections }: AppDependencies,
  { callerUsers, knownOrgs }: Callers,
  { previewLinks, uploadLinks, ownLinks }: Links,
  fields: dynamicFields.DynamicFields,
): Promise<void> {
  const publicUrl = config.PUBLIC_URL;
  const { emailConnections, salesforceConnections } = connections;
  const use = { pool, clock, facts: connections.facts, openSalesforce: salesforceConnections.open };
  await app.register(serviceTime, { clock });
  await app.register(panelCors, { isRegistered: orgs.createIsPanelOrigin({ pool, extraOrigins: config.SALESFORCE_ALLOWED_HOSTS }) });
  const securityEvents = createCappedSecurityEvents({ pool, clock });
  await app.register(cappedEventsFlush, { securityEvents });
  const signingKey = config.SESSION_SIGNING_KEY;
  const sessions = orgs.createPanelSessions({ pool, clock, callerUsers, knownOrgs, securityEvents, audience: publicUrl, signingKey });
  await app.register(panelCaller, sessions);
  await app.register(userLimit, { perMinute: config.USER_REQUESTS_PER_MINUTE });

  await app.register(orgs.sessionRoutes);
  await app.register(orgs.orgTrustRoutes, { showOrgTrust: orgs.createShowOrgTrust({ pool, publicUrl }) });
  await app.register(securityLogRoutes, {
    listSecurityEvents: createListSecurityEvents({ pool }),
    exportSecurityEvents: createExportSecurityEvents({ pool }),
  });
  await app.register(continueLinkRoutes, { pool, clock, publicUrl });
  await app.register(emailConnectionRoutes, { pool, clock, publicUrl, ...emailConnections });
  await app.register(mailboxAdminRoutes, { pool, clock, publicUrl, ...emailConnections });
  await app.register(deliveryChannelRoutes, connections.deliveryChannels);
  const identities = createIdentities({ pool, clock, emailConnections });
  await app.register(identityRoutes, { identities });
  await app.register(profileRoutes, {
    pool,
    showProfile: createShowProfile({
      pool,
      findEmailConnection: emailConnections.findEmailConnection,
      findSalesforceConnection: (tx, orgId, userId) => salesforceConnections.find(tx, orgId, userId),
      listIdentities: identities.list,
      showTeamSmtp: (orgId) => connections.deliveryChannels.teamSmtp.show(orgId),
    }),
    checkApiAccess: (orgId, userId) => probeApiAccess(salesforceConnections, orgId, userId),
  });
  const listUsers = createListUsers({ pool, clock, listMailboxHealth: emailConnections.listMailboxHealth });
  const endAccess = createEndAccess(connections);
  const changeAccess = createChangeAccess({ pool, clock, callerUsers, facts: connections.facts, endAccess });
  const findSalesforceUsers = createFindSalesforceUsers(use);
  await app.register(userRoutes, { pool, clock, listUsers, exportUsers: createExportUsers({ listUsers }), changeAccess });
  const invitationTeams = teams.createInvitationTeams({ pool });
  await app.register(invitationRoutes, {
    invitationTeams,
    inviteUsers: createInviteUsers({ pool, clock, callerUsers, findSalesforceUsers, invitationTeams }),
    checkInvitations: createCheckInvitations({ pool, findSalesforceUsers }),
    findSalesforceUsers,
    resendInvitations: createResendInvitations({ pool, clock }),
    changeAccess,
  });
  await app.register(teams.teamRoutes, {
    readTeams: teams.createReadTeams({ pool }),
    changeTeams: teams.createChangeTeams({ pool, clock }),
    changeMembers: teams.createChangeMembers({ pool, clock }),
  });
  await app.register(letterRoutes, { welcomeLetters: createWelcomeLetters({ pool, clock }) });

  await app.register(killSwitchRoutes, {
    showKillSwitch: createShowKillSwitch(use),
    pressKillSwitch: createPressKillSwitch({
      ...use,
      ...connections,
      countCancelledEmails: sendEngine.countCancelled,
      forgetCallers: (orgId) => callerUsers.forget(orgId),
    }),
    liftKillSwitch: createLiftKillSwitch(use),
  });

  const openRecord = createOpenRecord(use);
  const peopleOfRecord = createPeopleOfRecord({ ...use, openRecord });
  const lookUpPeople = createLookUpPeople(use);
  const freshenRecipients = sendEngine.createFreshenRecipients({ ...use, lookUpPeople });
  const salesActions = createActionCatalogue();
  const panelTabs = createTabCatalogue();
  const panelUse = { ...use, openRecord, peopleOfRecord, lookUpPeople, freshenRecipients, salesActions, panelTabs };
  const readReply = createReadReply({ openInbox: emailConnections.openMailbox });
  const { takesLargeEmails } = emailConnections;
  await salesEmails.installSalesEmails(app, { ...panelUse, ...fields, findSenderIdentities, takesLargeEmails, previewLinks, readReply });
  await installBulkEmails(app, { ...panelUse, ...fields, findSenderIdentities, takesLargeEmails, previewLinks });
  await tasks.installTasks(app, panelUse);
  await app.register(panelRoutes, {
    salesActions,
    panelTabs,
    showPanel: createShowPanel({ ...panelUse, findEmailConnection: emailConnections.findEmailConnection }),
  });
  await app.register(dynamicFields.dynamicFieldRoutes, fields);
  await installTemplates(app, { ...use, readFieldValues: fields.readFieldValues });
  await app.register(suppressionRoutes, { changeOptOutPolicy: createChangeOptOutPolicy(use) });
  await app.register(emailFontRoutes, { changeEmailFont: createChangeEmailFont(use) });
  await app.register(emailPictures.emailPictureRoutes, { keepPicture: emailPictures.createKeepPicture({ pool, clock, publicUrl }) });
  await app.register(files.fileRoutes, {
    uploadLinks,
    checkFile: files.createCheckFile(use),
    removeFile: files.createRemoveFile({ ...use, objects: connections.objects }),
  });
  await app.register(content.contentRoutes, {
    listContent: content.createListContent({ pool, publicUrl }),
    makeContent: content.createMakeContent({ pool, clock, publicUrl }),
    changeContent: content.createChangeContent({ pool, publicUrl }),
    removeContent: content.createRemoveContent(use),
    linkToContent: content.createLinkToContent({ pool, ownLinks }),
  });
  await app.register(emailVisibilityRoutes, { changeEmailVisibility: createChangeEmailVisibility(use) });
  await app.register(peopleRoutes, { searchPeople: createSearchPeople({ ...use, peopleOfRecord }) });
  await app.register(listViewRoutes, { listViews: createListViews({ ...use, lookUpPeople }) });
  await app.register(sendingLimitRoutes, {
    changeLimits: createChangeLimits(use),
    forecastSending: sendEngine.createForecastSending(use),
  });
  await app.register(liveFeedRoutes, {
    showLiveFeed: createShowLiveFeed({
      pool,
      findMailboxBrief: emailConnections.findMailboxBrief,
      findSalesforceConnection: (tx, orgId, userId) => salesforceConnections.find(tx, orgId, userId),
    }),
    markSeen: createMarkSeen({ pool }),
  });
  await app.register(salesforceWriteRoutes, { retryWrites: createRetryWrites(use) });
}

/** The panel sends the bytes of a file; the address is all the proof that it brings. */
async function uploadDoor(
  app: FastifyInstance,
  { config, pool, clock, connections: { objects } }: AppDependencies,
  uploadLinks: files.UploadLinks,
): Promise<void> {
  await app.register(panelCors, { isRegistered: orgs.createIsPanelOrigin({ pool, extraOrigins: config.SALESFORCE_ALLOWED_HOSTS }) });
  countGuesses(app);
  const scan = files.createScan({ url: config.VIRUS_SCAN_URL, command: config.VIRUS_SCAN_COMMAND });
  await app.register(files.uploadRoutes, { pool, uploadLinks, keepFile: files.createKeepFile({ pool, clock, objects, scan }) });
}

/** A frame in the panel that shows one email as it leaves; its address is all it brings. */
async function previewDoor(
  app: FastifyInstance,
  { config, pool, clock }: AppDependencies,
  links: salesEmails.PreviewLinks,
  { fillFields }: dynamicFields.DynamicFields,
): Promise<void> {
  countGuesses(app);
  const extraOrigins = config.SALESFORCE_ALLOWED_HOSTS;
  const showPreview = salesEmails.createShowPreview({ pool, clock, links, fillFields, findOtherDraft: findWordsOfPerson, extraOrigins });
  await app.register(salesEmails.previewRoutes, { showPreview });
}

/** A picture in the editor; its address is all that brings it. */
async function pictureDoor(app: FastifyInstance, { pool }: AppDependencies): Promise<void> {
  countGuesses(app);
  await app.register(emailPictures.pictureRoutes, { pool });
}

/** Whoever has got an email; the address in it is all they bring. */
async function recipientDoor(
  app: FastifyInstance,
  { config, pool, clock, connections }: AppDependencies,
  ownLinks: content.OwnLinks,
): Promise<void> {
  const { facts, objects } = connections;
  const { PUBLIC_URL: publicUrl, SESSION_SIGNING_KEY: signingKey } = config;
  countGuesses(app);
  await app.register(content.viewerAssets);
  const recordView = content.createRecordView({ pool, clock, facts });
  await app.register(content.viewerRoutes, { pool, clock, objects, publicUrl, signingKey, ownLinks, recordView });
}

function countGuesses(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    // A link that shows nothing was guessed, or is an old one
    if (reply.statusCode === 404) request.hasFailedProof = true;
  });
}

/** A browser on its way through consent: an org's administrator, or a rep. */
async function consentDoor(
  app: FastifyInstance,
  { config, pool, clock, connections }: AppDependencies,
  { callerUsers, knownOrgs }: Callers,
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
    registerOrg: orgs.createRegisterOrg({ clock }),
  });
  await app.register(onboardingPages, {
    pool,
    clock,
    publicUrl,
    signIn,
    knownOrgs,
    salesforce,
    salesforceConnections,
    emailConnections,
    verification: createVerification({ pool, clock }),
    findGmailSignature: createFindGmailSignature({ pool, emailConnections }),
    signingKey: config.SESSION_SIGNING_KEY,
    uploadCertificate: orgs.createUploadCertificate({ pool, clock }),
    revokeCertificate: orgs.createRevokeCertificate({ pool, clock, forgetCallers: (orgId) => callerUsers.forget(orgId) }),
    confirmOrigin: orgs.createConfirmOrigin({ pool, clock, extraOrigins: config.SALESFORCE_ALLOWED_HOSTS }),
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
