import type { ProviderError } from '../../platform/provider-error.ts';
import type { MailSender } from '../../providers/mailbox.ts';

export interface OpenedMailbox {
  provider: MailSender;
  accessToken: string;
  scopes: string[];
  /** Which of the mailbox's tokens this is, where they are counted. */
  tokenVersion?: number;
}

/**
 * Gives a live access token of a connected mailbox; `renew` asks for a new one although the old one has not expired.
 * Throws a ProviderError, `reconnect_required` when only the rep can help.
 */
export type OpenMailbox = (orgId: string, connectionId: string, options?: { renew?: boolean }) => Promise<OpenedMailbox>;

/**
 * Tells the owner of the connection what a vendor's refusal means for it: it may have to be connected again, unless it has got another
 * token than the one that was refused.
 */
export type ReportMailboxProblem = (orgId: string, connectionId: string, error: ProviderError, tokenVersion?: number) => Promise<void>;
