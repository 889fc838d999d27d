/**
 * What the product needs from a rep's mailbox, whoever hosts it. `gmail` and `microsoft-graph` implement it;
 * all failures are `ProviderError`.
 */

/** A new grant as it comes out of a consent. `secret` is the one string that must be kept encrypted. */
export interface MailboxGrant {
  /** Stable key of the account: Google `sub`, Microsoft `tid.oid`. Never an address. */
  accountKey: string;
  address: string;
  displayName: string | null;
  /** The scopes that were really granted, which may be fewer than asked for. */
  scopes: string[];
  accessToken: string;
  accessTokenExpiresAt: Date;
  /** Google: the refresh token. Microsoft: MSAL's serialized cache. */
  secret: string;
}

export interface RefreshedGrant {
  accessToken: string;
  accessTokenExpiresAt: Date;
  /** The secret to keep from now on; the same as before where the vendor does not rotate. */
  secret: string;
}

export interface ConsentRequest {
  redirectUri: string;
  state: string;
  nonce: string;
  /** base64url(SHA-256(verifier)), RFC 7636 */
  codeChallenge: string;
  loginHint: string;
}

export interface CodeExchange {
  code: string;
  codeVerifier: string;
  nonce: string;
  redirectUri: string;
}

export interface OutgoingMessage {
  /** The complete RFC 5322 message. */
  mime: Buffer;
  /** Our own Message-ID with its angle brackets. */
  messageId: string;
  /** Value of our X-MSI-Id header, the second way to recognise the message in Sent. */
  reference: string;
}

export interface SentMessage {
  providerMessageId: string | null;
  providerThreadId: string | null;
  /** The Message-ID that the message really carries, where the vendor lets us read it. */
  sentMessageId: string | null;
}

export interface SendHooks {
  /** Called and awaited before the call that makes the message leave, with what identifies it at the vendor. */
  onPrepared(draftId: string): Promise<void>;
  /** The draft of an earlier attempt, to be used again instead of a second one. */
  draftId?: string | undefined;
}

export interface LookUpRequest {
  messageId: string;
  reference: string;
  draftId: string | null;
  /** When the attempt began; nothing older is looked at. */
  startedAt: Date;
  now: Date;
}

/** `unknown` with a reason: the scope is missing, or the vendor needs more time to settle. */
export type LookUpAnswer =
  | { answer: 'sent'; message: SentMessage }
  | { answer: 'not_sent' }
  | { answer: 'unknown'; reason: 'no_read_scope' | 'not_settled'; lookAgainAt: Date | null };

export interface MailboxProvider {
  readonly name: 'google' | 'microsoft';
  /** The scope without which no email can leave. */
  readonly sendScope: string;
  consentUrl(request: ConsentRequest): Promise<string>;
  exchangeCode(exchange: CodeExchange): Promise<MailboxGrant>;
  refresh(secret: string): Promise<RefreshedGrant>;
  /** Resolves also when the grant was already dead. Microsoft has no revocation endpoint and resolves at once. */
  revoke(secret: string): Promise<void>;
  /** Makes the message leave, once. A failure whose effect is unknown is a ProviderError of kind `uncertain`. */
  send(accessToken: string, message: OutgoingMessage, hooks: SendHooks): Promise<SentMessage>;
  /** Finds out whether a message of unknown outcome left. Never sends anything. */
  lookUp(accessToken: string, scopes: string[], request: LookUpRequest): Promise<LookUpAnswer>;
}
