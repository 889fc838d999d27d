import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import { createDisconnectMailbox } from './disconnect-mailbox.ts';
import { toEmailConnection } from './email-connection.ts';
import type { ReleaseWaitingEmails } from './keep-mailbox.ts';
import { createCompleteMailboxConsent, createConfirmMailbox, createStartMailboxConsent } from './mailbox-consent.ts';
import type { MailboxProviders } from './mailbox-providers.ts';
import { createOpenMailbox, createReportMailboxProblem } from './open-mailbox.ts';
import { listMailboxes } from './repository.ts';
import type { EmailConnection, MailboxProviderName } from './schemas.ts';

export { mailboxCallbackRoutes, type CallbackOptions } from './callback-routes.ts';
export type { ReleaseWaitingEmails } from './keep-mailbox.ts';
export type { ConsentResult, ConsentReturn, RefusalReason } from './mailbox-consent.ts';
export type { MailboxProviders } from './mailbox-providers.ts';
export type { OpenedMailbox } from './open-mailbox.ts';
export { emailConnectionRoutes } from './routes.ts';
export { ConsentLink, EmailConnection, MailboxProviderName } from './schemas.ts';

export interface EmailConnectionsOptions {
  pool: Pool;
  /** A small pool of its own for refreshes, 4 connections or so. */
  refreshPool: Pool;
  vault: Vault;
  clock: Clock;
  publicUrl: string;
  providers: MailboxProviders;
  releaseWaitingEmails: ReleaseWaitingEmails;
}

/** Everything the rest of the service may ask of mailboxes. */
export function createEmailConnections(options: EmailConnectionsOptions) {
  const use = { ...options, redirectUri: (provider: MailboxProviderName) => `${options.publicUrl}/oauth/${provider}/callback` };
  return {
    startMailboxConsent: createStartMailboxConsent(use),
    completeMailboxConsent: createCompleteMailboxConsent(use),
    confirmMailbox: createConfirmMailbox(use),
    openMailbox: createOpenMailbox(use),
    reportMailboxProblem: createReportMailboxProblem(use),
    disconnectMailbox: createDisconnectMailbox(use),
    /** The mailbox that the panel shows: the live one, or else the disconnected one that emails still wait for. */
    findEmailConnection: async (tx: Tx, orgId: string, userId: string): Promise<EmailConnection | null> => {
      const [first] = await listMailboxes(tx, orgId, userId);
      return first ? toEmailConnection(first) : null;
    },
    listEmailConnections: (orgId: string, userId: string): Promise<EmailConnection[]> =>
      inOrg(options.pool, orgId, async (tx) => (await listMailboxes(tx, orgId, userId)).map(toEmailConnection)),
  };
}
export type EmailConnections = ReturnType<typeof createEmailConnections>;
