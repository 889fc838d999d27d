import { z } from 'zod';
import { Timestamp } from '../../platform/schemas.ts';

export const MailboxProviderName = z.enum(['google', 'microsoft']);
export type MailboxProviderName = z.infer<typeof MailboxProviderName>;

/**
 * What keeps a connected mailbox from sending; it ends by itself. `blocked`: the vendor or the mailbox's administrator lets it send
 * nothing.
 */
export const MailboxTrouble = z.object({ kind: z.enum(['blocked', 'full']), since: Timestamp }).meta({ id: 'MailboxTrouble' });
export type MailboxTrouble = z.infer<typeof MailboxTrouble>;

export const EmailConnection = z
  .object({
    id: z.uuid(),
    provider: MailboxProviderName,
    address: z.string(),
    state: z.enum(['connected', 'reconnect_required', 'disconnected']),
    stateReason: z
      .enum([
        'revoked',
        'expired',
        'password_changed',
        'admin_blocked',
        'disconnected_by_user',
        'scope_missing',
        'client_changed',
        'stopped_by_admin',
        'unknown',
      ])
      .nullable(),
    trouble: MailboxTrouble.nullable(),
    missingScopes: z.array(z.string()),
    capabilities: z
      .object({
        settles: z.boolean().meta({ description: 'A send of unknown outcome can be looked for in the sent mail' }),
        noticesReplies: z.boolean(),
        readsBodies: z.boolean().meta({ description: 'False: header-only mode (P9)' }),
      })
      .meta({ id: 'MailboxCapabilities' }),
    missingCapabilities: z
      .array(z.enum(['settle', 'notice_replies', 'read_bodies']))
      .meta({ description: 'What the admin chose and this grant does not give; connecting again asks for it' }),
    watch: z
      .object({
        state: z.enum(['watching', 'silent', 'off']).meta({ description: 'silent: not proved alive for too long' }),
        lastAliveAt: Timestamp.nullable(),
      })
      .meta({ id: 'MailboxWatch' }),
    waitingEmails: z.int().meta({ description: 'Sales emails that wait for this mailbox, scheduled ones among them' }),
  })
  .meta({ id: 'EmailConnection' });
export type EmailConnection = z.infer<typeof EmailConnection>;

/** A mailbox where no more is asked than whether it works. */
export const MailboxBrief = EmailConnection.pick({ provider: true, address: true, state: true, stateReason: true }).meta({
  id: 'MailboxBrief',
});
export type MailboxBrief = z.infer<typeof MailboxBrief>;

export const EmailConnectionList = z.object({ emailConnections: z.array(EmailConnection) }).meta({ id: 'EmailConnectionList' });
/** Open it in a new window: it holds a one-time ticket that dies after 60 s. */
export const ConsentLink = z.object({ url: z.url() }).meta({ id: 'ConsentLink' });

/**
 * What the product may do in a mailbox. `send`: only send. `headers`: also notice replies, without ever reading a body (P9). `bodies`: also
 * read bounces and signatures.
 */
export const MailboxTier = z.enum(['send', 'headers', 'bodies']).meta({ id: 'MailboxTier' });
export type MailboxTier = z.infer<typeof MailboxTier>;

export const MailboxPolicy = z.object({ google: MailboxTier, microsoft: MailboxTier }).meta({ id: 'MailboxPolicy' });
export type MailboxPolicy = z.infer<typeof MailboxPolicy>;

/** An OAuth client of the customer's own. The secret goes in and never comes out. */
export const OAuthClient = z
  .object({
    provider: z.enum(['google', 'microsoft']),
    ownedBy: z.enum(['service', 'org']),
    clientId: z.string(),
    tenantId: z.string().nullable(),
    redirectUris: z.array(z.url()).meta({ description: 'What an app of your own has to allow as addresses to come back to' }),
    updatedAt: Timestamp.nullable(),
    mailboxes: z.int().meta({ description: 'Live mailboxes that were connected with it' }),
  })
  .meta({ id: 'OAuthClient' });
export type OAuthClient = z.infer<typeof OAuthClient>;
export const OAuthClientList = z.object({ oauthClients: z.array(OAuthClient) }).meta({ id: 'OAuthClientList' });
export const OAuthClientChange = z
  .object({
    clientId: z.string().trim().min(1).max(255),
    clientSecret: z.string().trim().min(1).max(1_000),
    tenantId: z.uuid().nullable().default(null),
  })
  .meta({ id: 'OAuthClientChange' });
export type OAuthClientChange = z.infer<typeof OAuthClientChange>;

/** One mailbox of the org, for the admin. */
export const MailboxHealth = z
  .object({
    id: z.uuid(),
    userId: z.uuid(),
    userName: z.string().nullable(),
    address: z.string(),
    provider: z.enum(['google', 'microsoft', 'smtp']),
    state: z.enum(['connected', 'reconnect_required', 'disconnected']),
    stateReason: z.string().nullable(),
    trouble: MailboxTrouble.nullable(),
    watch: z.enum(['watching', 'silent', 'off']),
    lastAliveAt: Timestamp.nullable(),
    pushExpiresAt: Timestamp.nullable(),
    found: z.object({ byPush: z.int(), byPoll: z.int(), byReconcile: z.int() }),
    waitingEmails: z.int(),
  })
  .meta({ id: 'MailboxHealth' });
export type MailboxHealth = z.infer<typeof MailboxHealth>;
export const MailboxHealthList = z.object({ mailboxes: z.array(MailboxHealth) }).meta({ id: 'MailboxHealthList' });

/** Admin consent of a Microsoft tenant. `answer` is what the page came back with, never a proof. */
export const AdminConsent = z
  .object({ answer: z.enum(['given', 'refused']).nullable(), answeredAt: Timestamp.nullable() })
  .meta({ id: 'AdminConsent' });
export type AdminConsent = z.infer<typeof AdminConsent>;
