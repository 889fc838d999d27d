import type { ProviderError } from '../../platform/provider-error.ts';
import type { MailboxProvider } from '../../providers/mailbox.ts';

export interface OpenedMailbox {
  provider: MailboxProvider;
  accessToken: string;
  scopes: string[];
}

/**
 * Gives a live access token of a connected mailbox; `renew` asks for a new one although the old one has not expired.
 * Throws a ProviderError, `reconnect_required` when only the rep can help.
 */
export type OpenMailbox = (orgId: string, connectionId: string, options?: { renew?: boolean }) => Promise<OpenedMailbox>;

/** Tells the owner of the connection what a vendor's refusal means for it: it may have to be connected again. */
export type ReportMailboxProblem = (orgId: string, connectionId: string, error: ProviderError) => Promise<void>;
