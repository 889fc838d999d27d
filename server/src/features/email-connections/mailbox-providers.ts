import type { MailboxProvider } from '../../providers/mailbox.ts';
import type { MailboxProviderName } from './schemas.ts';

export type MailboxProviders = Readonly<Record<MailboxProviderName, MailboxProvider>>;
