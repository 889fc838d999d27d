/** Why a message bounced, as mail hosts classify it (RFC 3463). */
export type BounceKind = 'unknown_address' | 'mailbox_full' | 'blocked' | 'spam' | 'too_large' | 'sending_limit' | 'delayed';

/** Whose report it is: Gmail's and Exchange Online's into their own mailboxes, or that of any other mail server. */
export type MailHost = 'google' | 'microsoft' | 'smtp';

export interface Cause {
  /** What the refusing host wrote. */
  diagnostic: string;
  status: string;
}

type Words = Record<MailHost, [status: string, diagnostic: string]>;

const CAUSES: Record<BounceKind, Words> = {
  unknown_address: {
    google: [
      '5.1.1',
      "550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address.",
    ],
    microsoft: ['5.1.10', '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'],
    smtp: ['5.1.1', '550 5.1.1 Recipient address rejected: User unknown in virtual mailbox table'],
  },
  mailbox_full: {
    google: ['5.2.2', '552-5.2.2 The email account that you tried to reach is over quota.'],
    microsoft: ['5.2.2', '554 5.2.2 mailbox full; STOREDRV.Deliver; MapiExceptionQuotaExceeded'],
    smtp: ['5.2.2', '552 5.2.2 Mailbox full'],
  },
  blocked: {
    google: ['5.7.1', '550-5.7.1 This message has been blocked by the policy of the recipient.'],
    microsoft: ['5.7.1', '550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized'],
    smtp: ['5.7.1', '554 5.7.1 Rejected by local policy'],
  },
  spam: {
    google: ['5.7.1', '550-5.7.1 Our system has detected that this message is likely unsolicited mail.'],
    microsoft: ['5.7.1', '550 5.7.1 Message rejected as spam by content filtering'],
    smtp: ['5.7.1', '554 5.7.1 Spam message rejected'],
  },
  too_large: {
    google: ['5.3.4', "552-5.3.4 Your message exceeded the recipient's message size limits."],
    microsoft: ['5.3.4', '550 5.3.4 ROUTING.SizeLimit; message size exceeds fixed maximum size for route'],
    smtp: ['5.3.4', '552 5.3.4 Message size exceeds fixed limit'],
  },
  sending_limit: {
    google: ['5.4.5', '550-5.4.5 Daily user sending limit exceeded.'],
    microsoft: ['5.7.233', '550 5.7.233 Tenant exceeded its external recipient rate limit (TERRL)'],
    smtp: ['5.7.1', '550 5.7.1 Hourly sending limit of this account reached'],
  },
  delayed: {
    google: ['4.4.1', '451-4.4.1 The recipient server did not accept our requests to connect.'],
    microsoft: ['4.4.7', '400 4.4.7 Message delayed; connection timed out'],
    smtp: ['4.4.1', 'connect to the recipient server: Connection timed out'],
  },
};

/** The status and the words of that host for that failure. */
export function causeOf(kind: BounceKind, host: MailHost): Cause {
  const [status, diagnostic] = CAUSES[kind][host];
  return { status, diagnostic };
}
