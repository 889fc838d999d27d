/** What a failed call to a vendor means for us, whatever the vendor calls it. */
export const PROVIDER_ERROR_KINDS = [
  'transient',
  'rate_limited',
  'auth_expired',
  'reconnect_required',
  'admin_action',
  'permission',
  'invalid',
  'not_found',
  'conflict',
  'uncertain',
] as const;
export type ProviderErrorKind = (typeof PROVIDER_ERROR_KINDS)[number];

/** Why a grant no longer works, in the words of a connection's `stateReason`. */
export type ReconnectReason = 'revoked' | 'expired' | 'password_changed' | 'admin_blocked' | 'scope_missing' | 'unknown';

/**
 * What is the matter with a mailbox that takes nothing, whatever the message. `closed`: the vendor's own word for a mailbox that is gone or
 * may not be used. `doubtful`: a word that the vendor has for that as well as for faults that pass. `suspended`: the vendor wants something
 * of the owner first. `limit`: so much for a day, without a word about when it goes on.
 */
export type MailboxTrouble = 'closed' | 'doubtful' | 'suspended' | 'full' | 'moving' | 'limit';

export interface ProviderErrorDetails {
  provider: 'google' | 'microsoft' | 'salesforce' | 'smtp';
  /** The vendor's own code, such as `invalid_grant` or `UNABLE_TO_LOCK_ROW`. */
  vendorCode?: string | undefined;
  /** Only with `reconnect_required`. */
  reason?: ReconnectReason | undefined;
  /** When the vendor asked us to come back; only with `rate_limited`. */
  retryAt?: Date | undefined;
  /** Only with `admin_action`: the mailbox is the matter, and it may pass by itself. Left out: our registration or its permission is. */
  trouble?: MailboxTrouble | undefined;
  /** Only with `invalid`: the addresses that the vendor does not take; one of these where it does not say which. */
  refusedRecipients?: readonly string[] | undefined;
  /** The vendor's request id, for their support. */
  vendorRequestId?: string | undefined;
  /** Microsoft's conditions for the next sign-in, to be passed on to it; only with `reconnect_required`. */
  claims?: string | undefined;
  /** The answer is none that the vendor documents, such as a page of a proxy: the operator should look. */
  isUnexpected?: boolean | undefined;
  cause?: unknown;
}

/** The one error type that leaves `providers/`: callers switch on `kind` and never on a vendor's text. */
export class ProviderError extends Error {
  readonly kind: ProviderErrorKind;
  readonly provider: ProviderErrorDetails['provider'];
  readonly vendorCode: string | undefined;
  readonly retryAt: Date | undefined;
  readonly vendorRequestId: string | undefined;
  readonly reason: ReconnectReason | undefined;
  readonly claims: string | undefined;
  readonly trouble: MailboxTrouble | undefined;
  readonly refusedRecipients: readonly string[] | undefined;
  readonly isUnexpected: boolean;

  constructor(kind: ProviderErrorKind, message: string, details: ProviderErrorDetails) {
    super(message, { cause: details.cause });
    this.name = 'ProviderError';
    this.kind = kind;
    this.provider = details.provider;
    this.vendorCode = details.vendorCode;
    this.retryAt = details.retryAt;
    this.vendorRequestId = details.vendorRequestId;
    this.reason = details.reason;
    this.claims = details.claims;
    this.trouble = details.trouble;
    this.refusedRecipients = details.refusedRecipients;
    this.isUnexpected = details.isUnexpected ?? false;
  }
}
