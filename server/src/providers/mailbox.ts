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
  /** When the vendor ends the grant however it is used, as Google does for an app in testing. Left out: it does not. */
  endsAt?: Date | undefined;
}

export interface RefreshedGrant {
  accessToken: string;
  accessTokenExpiresAt: Date;
  /** The secret to keep from now on; the same as before where the vendor does not rotate. */
  secret: string;
}

/** What the admin lets the product do in mailboxes; which scopes that means is the provider's business. */
export type MailboxTier = 'send' | 'headers' | 'bodies';

/** What a grant really lets us do, read from its scopes. */
export interface Capabilities {
  sends: boolean;
  /** A send of unknown outcome can be looked for. */
  settles: boolean;
  noticesReplies: boolean;
  readsBodies: boolean;
}

export interface ConsentRequest {
  tier: MailboxTier;
  redirectUri: string;
  state: string;
  nonce: string;
  /** base64url(SHA-256(verifier)), RFC 7636 */
  codeChallenge: string;
  loginHint: string;
  /** Microsoft: the `claims` of a refusal that asks for more than the last sign-in proved. */
  claims?: string | undefined;
}

export interface CodeExchange {
  /** The tier that the consent asked for, where it is known: Microsoft wants to be told again. */
  tier?: MailboxTier | undefined;
  code: string;
  codeVerifier: string;
  nonce: string;
  redirectUri: string;
}

export interface OutgoingMessage {
  /** Envelope, for SMTP: every address the message goes to. */
  recipients: string[];
  fromAddress: string;
  /** The complete RFC 5322 message, but for `files`. */
  mime: Buffer;
  /**
   * Files that are to be added to the message at the vendor, each name once. Only for a vendor that takes no message of more than
   * `LARGEST_WHOLE_MESSAGE`; left out: all files are in `mime`.
   */
  files?: readonly OutgoingFile[] | undefined;
  /** Our own Message-ID with its angle brackets. */
  messageId: string;
  /** Value of our X-MSI-Id header, the second way to recognise the message in Sent. */
  reference: string;
  /** Where it stands in this mailbox; its headers say so to everybody else. Left out: it begins a thread. */
  thread?: MessageThread | undefined;
}

export interface OutgoingFile {
  name: string;
  type: string;
  bytes: Buffer;
}

/**
 * The largest message in bytes that a vendor takes in one piece. Graph takes requests of 4 MB, with the message in base64 (MS Learn,
 * "Outlook service limits"). Gmail takes 35 MB, more than an email of ours can have; a mail server says for itself what it takes.
 */
export const LARGEST_WHOLE_MESSAGE = { google: Infinity, microsoft: 3_000_000, smtp: Infinity } as const;

/** What a mailbox knows of the thread of a message. It leaves all the same when the vendor knows nothing of these any more. */
export interface MessageThread {
  threadId: string | null;
  /** The vendor's id of the message that is followed or answered. */
  originalId: string | null;
}

export interface SentMessage {
  providerMessageId: string | null;
  providerThreadId: string | null;
  /** The Message-ID that the message really carries, where the vendor lets us read it. */
  sentMessageId: string | null;
  /** Where the vendor shows the message in its own mail program, where it says so. */
  webLink?: string | undefined;
  /** The vendor has taken it and still works on it: what is missing here can be asked for a little later. */
  isOnItsWay?: boolean;
}

export interface SendHooks {
  /** What the grant allows, where the vendor has more than one way to send. */
  scopes: readonly string[];
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
  | { answer: 'unknown'; reason: 'no_read_scope' | 'no_copy_kept' | 'not_settled'; lookAgainAt: Date | null };

/** A message in the inbox that may be an answer to ours: its headers and never its body. */
export interface InboxMessage {
  id: string;
  threadId: string | null;
  receivedAt: Date;
  /** Lower-case names; a header that occurs twice is there twice. Only those that classification asks for. */
  headers: (readonly [name: string, value: string])[];
  /** The mailbox's own sent message or draft, which is never an answer. */
  isOwn: boolean;
}

/** One page of what happened in a mailbox since a cursor. */
export interface InboxPage {
  messages: InboxMessage[];
  /** To be kept with what was found, in one transaction. */
  cursor: string;
  /** More pages follow: ask again with `cursor`. */
  hasMore: boolean;
}

/** What decides early that a message is none of our business, so that its headers are not even fetched. */
export interface InboxQuestion {
  /** Asked with the ids of threads where the vendor names them before the headers. */
  isOurThread?: (threadIds: string[]) => Promise<Set<string>>;
  signal?: AbortSignal;
}

/** How a vendor pushes to us. */
export interface PushGrant {
  /** Graph: the subscription's id. Gmail has one watch per mailbox and gives none. */
  subscriptionId: string | null;
  expiresAt: Date;
}
export interface PushRequest {
  /** The subscription to renew; null makes a new one. */
  subscriptionId: string | null;
  /** Graph: what its notifications must carry. */
  clientState: string;
}

/** Reading an inbox. Every call is a read and may be repeated; none ever asks for words of a body, `readSnippet` and `readRaw` excepted. */
export interface Inbox {
  /** Changes and pushes tell of the inbox only: what a rule moves elsewhere is among what `receivedSince` finds. */
  seesInboxOnly?: boolean;
  /** Where reading begins when nothing is known: now. */
  startCursor(accessToken: string): Promise<string>;
  /** ProviderError `not_found` with vendorCode `CURSOR_LOST` when the cursor is too old (Gmail 404, Graph 410). */
  changesSince(accessToken: string, cursor: string, question: InboxQuestion): Promise<InboxPage>;
  /**
   * Everything received since a time, for a lost cursor and the reconcile. `cursor` continues a longer answer; it is empty with the last
   * page.
   */
  receivedSince(accessToken: string, since: Date, cursor: string | null, question: InboxQuestion): Promise<InboxPage>;
  /** The first words of a message as the vendor's own lists show them; asked for of delivery reports about our emails only. */
  readSnippet(accessToken: string, id: string): Promise<string>;
  /** The whole message, with the tier `bodies` only; throws an Error when the grant's tier does not allow it. */
  readRaw(accessToken: string, id: string): Promise<Buffer>;
  /** Null when this service has no way to be pushed to (no topic, no public address). */
  startPush: ((accessToken: string, request: PushRequest) => Promise<PushGrant>) | null;
  stopPush(accessToken: string, subscriptionId: string | null): Promise<void>;
}

/** A From address that the vendor itself has verified for this mailbox. */
export interface SendAsAddress {
  address: string;
  name: string | null;
  /** HTML as the rep wrote it there; not cleaned. */
  signatureHtml: string;
  isPrimary: boolean;
}

/** Whatever an email can leave through. */
export interface MailSender {
  readonly name: 'google' | 'microsoft' | 'smtp';
  /** Makes the message leave, once. A failure whose effect is unknown is a ProviderError of kind `uncertain`. */
  send(accessToken: string, message: OutgoingMessage, hooks: SendHooks): Promise<SentMessage>;
  /** Finds out whether a message of unknown outcome left. Never sends anything. */
  lookUp(accessToken: string, scopes: readonly string[], request: LookUpRequest): Promise<LookUpAnswer>;
}

export interface MailboxProvider extends MailSender {
  readonly name: 'google' | 'microsoft';
  /** What scopes give; a scope wider than asked for counts. */
  capabilities(scopes: readonly string[]): Capabilities;
  /** The scopes that a consent for this tier asks for. */
  scopesOf(tier: MailboxTier): readonly string[];
  consentUrl(request: ConsentRequest): Promise<string>;
  exchangeCode(exchange: CodeExchange): Promise<MailboxGrant>;
  refresh(secret: string): Promise<RefreshedGrant>;
  /** The cheapest call that only a mailbox that is there answers. Throws ProviderError: `permission` where the scopes do not allow it. */
  probe(accessToken: string): Promise<void>;
  /** Resolves also when the grant was already dead. Microsoft has no revocation endpoint and resolves at once. */
  revoke(secret: string): Promise<void>;
  inbox: Inbox;
  /** Null where the vendor has no such thing. Needs the tier `bodies`. */
  sendAs: ((accessToken: string) => Promise<SendAsAddress[]>) | null;
}
