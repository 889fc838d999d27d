import { z } from 'zod';

export const MailboxProviderName = z.enum(['google', 'microsoft']);
export type MailboxProviderName = z.infer<typeof MailboxProviderName>;

export const EmailConnection = z
  .object({
    id: z.uuid(),
    provider: MailboxProviderName,
    address: z.string(),
    state: z.enum(['connected', 'reconnect_required', 'disconnected']),
    stateReason: z
      .enum(['revoked', 'expired', 'password_changed', 'admin_blocked', 'disconnected_by_user', 'scope_missing', 'unknown'])
      .nullable(),
    missingScopes: z.array(z.string()),
    waitingEmails: z.int().meta({ description: 'Sales emails that wait for this mailbox' }),
  })
  .meta({ id: 'EmailConnection' });
export type EmailConnection = z.infer<typeof EmailConnection>;

export const EmailConnectionList = z.object({ emailConnections: z.array(EmailConnection) }).meta({ id: 'EmailConnectionList' });
/** Open it in a new window: it holds a one-time ticket that dies after 60 s. */
export const ConsentLink = z.object({ url: z.url() }).meta({ id: 'ConsentLink' });
