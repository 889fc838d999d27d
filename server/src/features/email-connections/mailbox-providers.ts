import type { MailboxProvider } from '../../providers/mailbox.ts';
import type { MailboxProviderName } from './schemas.ts';

/** An OAuth client of a customer's own. `tenantId`: the only Microsoft tenant whose people may sign in with it. */
export interface CustomerClient {
  clientId: string;
  clientSecret: string;
  tenantId: string | null;
}

/** The mail vendors, each through the service's own OAuth client or through one of a customer's. */
export interface MailboxProviders extends Readonly<Record<MailboxProviderName, MailboxProvider>> {
  /** The ids of the service's own clients, which are no secret: an administrator allows them by it. */
  readonly clientIds: Readonly<Record<MailboxProviderName, string>>;
  withClient(provider: MailboxProviderName, client: CustomerClient): MailboxProvider;
  /** The address of Microsoft's page on which an administrator allows an app for everybody. Without a client it is ours. */
  adminConsentUrl(client: Pick<CustomerClient, 'clientId' | 'tenantId'> | null, request: { redirectUri: string; state: string }): string;
}
