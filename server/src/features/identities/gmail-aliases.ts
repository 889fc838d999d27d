import { AppError } from '../../platform/errors.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { SendAsAddress } from '../../providers/mailbox.ts';
import type { EmailConnections } from '../email-connections/index.ts';
import { sentence } from './error-words/index.ts';
import type { MailboxIdentity } from './repository.ts';

/** From addresses that Google has verified for the user's mailbox; null where we may not ask. AppError 503 when Google does not answer. */
export type ReadGmailAliases = (orgId: string, mailbox: MailboxIdentity | null) => Promise<SendAsAddress[] | null>;

export function createReadGmailAliases({ openMailbox }: Pick<EmailConnections, 'openMailbox'>): ReadGmailAliases {
  return async function readGmailAliases(orgId, mailbox) {
    if (mailbox?.provider !== 'google' || !mailbox.isConnected) return null;
    const read = async (renew: boolean): Promise<SendAsAddress[] | null> => {
      const { provider, accessToken, readsBodies } = await openMailbox(orgId, mailbox.id, { renew });
      return readsBodies && provider.sendAs ? provider.sendAs(accessToken) : null;
    };
    try {
      return await read(false).catch((error: unknown) => {
        if (error instanceof ProviderError && error.kind === 'auth_expired') return read(true);
        throw error;
      });
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      if (error.kind === 'reconnect_required' || error.kind === 'permission') return null;
      throw new AppError('mailbox_unavailable', { title: sentence('gmailSilent') });
    }
  };
}
