import type { ClientTroubles } from '../../platform/client-troubles.ts';
import type { Clock } from '../../platform/clock.ts';
import type { JobLog } from '../../platform/jobs.ts';
import type { Metrics } from '../../platform/metrics.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import type { Facts } from '../facts/index.ts';
import { createAdminConsent } from './admin-consent.ts';
import { createDisconnectMailbox } from './disconnect-mailbox.ts';
import { toEmailConnection } from './email-connection.ts';
import { createListMailboxHealth } from './list-mailbox-health.ts';
import { createKeepMailboxAlive } from './keep-mailbox-alive.ts';
import { createCompleteMailboxConsent, createConfirmMailbox, createStartMailboxConsent } from './mailbox-consent.ts';
import type { MailboxProviders } from './mailbox-providers.ts';
import { createOAuthClients } from './oauth-clients.ts';
import { createOpenMailbox } from './open-mailbox.ts';
import { takePendingGrants } from './pending-grant.ts';
import { createProviderOf } from './provider-of.ts';
import { createReportMailboxProblem } from './report-mailbox-problem.ts';
import { findLive, listMailboxes } from './repository.ts';
import { noteAnswer } from './trouble-repository.ts';
import type { EmailConnection, MailboxProviderName, MailboxBrief } from './schemas.ts';
import { allowedCapabilities } from './what-a-grant-gives.ts';

export { adminRoutes as mailboxAdminRoutes } from './admin-routes.ts';
export { mailboxCallbackRoutes, type CallbackOptions } from './callback-routes.ts';
export { KEEP_MAILBOX_ALIVE } from './keep-mailbox-alive.ts';
export type { ConsentResult, ConsentReturn, RefusalReason } from './mailbox-consent.ts';
export { READS_BODIES_SQL } from './mailbox-policy.ts';
export type { MailboxProviders } from './mailbox-providers.ts';
export type { OpenedMailbox, OpenMailbox } from './open-mailbox.ts';
export { emailConnectionRoutes } from './routes.ts';
export { ConsentLink, EmailConnection, MailboxProviderName } from './schemas.ts';

export interface EmailConnectionsOptions {
  pool: Pool;
  /** A small pool of its own for refreshes, 4 connections or so. */
  refreshPool: Pool;
  vault: Vault;
  clock: Clock;
  log: Pick<JobLog, 'warn'>;
  publicUrl: string;
  providers: MailboxProviders;
  clientTroubles: ClientTroubles;
  metrics: Metrics;
  facts: Facts;
}

/** Everything the rest of the service may ask of mailboxes. */
export function createEmailConnections(options: EmailConnectionsOptions) {
  const { pool, clock, facts, publicUrl, providers, vault } = options;
  const use = {
    ...options,
    providerOf: createProviderOf(options),
    redirectUri: (provider: MailboxProviderName) => `${publicUrl}/oauth/${provider}/callback`,
  };
  const openMailbox = createOpenMailbox(use);
  return {
    startMailboxConsent: createStartMailboxConsent(use),
    completeMailboxConsent: createCompleteMailboxConsent(use),
    confirmMailbox: createConfirmMailbox(use),
    adminConsent: createAdminConsent(use),
    oauthClients: createOAuthClients(use),
    listMailboxHealth: createListMailboxHealth(use),
    openMailbox,
    reportMailboxProblem: createReportMailboxProblem({ pool, clock, facts, openMailbox }),
    /** To be called in the transaction that releases a mailbox after it was read. */
    noteMailboxAnswers: noteAnswer,
    idle: createKeepMailboxAlive({ pool, clock, openMailbox }),
    disconnectMailbox: createDisconnectMailbox(use),
    /** Revokes a grant at the vendor; the token says it all. Throws ProviderError. */
    revokeGrant: (provider: MailboxProviderName, secret: string): Promise<void> => providers[provider].revoke(secret),
    /** Ends all consents of an org, or of one user, that are under way; answers with the grants that they held, which are to be revoked. */
    takePendingGrants: (tx: Tx, orgId: string, onlyUserId: string | null = null) => takePendingGrants(tx, vault, orgId, onlyUserId),
    /** The mailbox that the panel shows: the live one, or else the disconnected one that emails still wait for. */
    findEmailConnection: async (tx: Tx, orgId: string, userId: string): Promise<EmailConnection | null> => {
      const [first] = await listMailboxes(tx, orgId, userId);
      return first ? toEmailConnection(providers, first, clock.now()) : null;
    },
    /** False for a mailbox that takes an email in one small request and nothing beside it: Outlook with the permission to send alone. */
    takesLargeEmails: async (tx: Tx, orgId: string, userId: string): Promise<boolean> => {
      const mailbox = await findLive(tx, orgId, userId);
      return mailbox?.provider !== 'microsoft' || allowedCapabilities(providers.microsoft, mailbox.scopes, mailbox.tier).settles;
    },
    /** Whether the user's mailbox works; null when there is none. */
    findMailboxBrief: async (tx: Tx, orgId: string, userId: string): Promise<MailboxBrief | null> => {
      const mailbox = await findLive(tx, orgId, userId);
      return mailbox && { provider: mailbox.provider, address: mailbox.address, state: mailbox.state, stateReason: mailbox.stateReason };
    },
    listEmailConnections: (orgId: string, userId: string): Promise<EmailConnection[]> =>
      inOrg(pool, orgId, async (tx) =>
        (await listMailboxes(tx, orgId, userId)).map((mailbox) => toEmailConnection(providers, mailbox, clock.now())),
      ),
  };
}
export type EmailConnections = ReturnType<typeof createEmailConnections>;
