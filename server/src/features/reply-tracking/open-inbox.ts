import type { ProviderError } from '../../platform/provider-error.ts';
import type { MailboxProvider } from '../../providers/mailbox.ts';

export interface OpenedInbox {
  provider: Pick<MailboxProvider, 'name' | 'capabilities' | 'inbox'>;
  accessToken: string;
  scopes: readonly string[];
  /** False: no body of any message is ever asked for (P9). */
  readsBodies: boolean;
}

/**
 * As in sales-emails: a live access token of a connected mailbox. Throws a ProviderError, `reconnect_required` when only the rep can help.
 */
export type OpenInbox = (orgId: string, connectionId: string, options?: { renew?: boolean }) => Promise<OpenedInbox>;

export type ReportMailboxProblem = (orgId: string, connectionId: string, error: ProviderError) => Promise<void>;
