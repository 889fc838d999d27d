/** Everything the Microsoft simulator remembers; plain JSON, times as milliseconds since 1970. */
export interface MicrosoftState {
  accounts: Account[];
  clients: Client[];
  consents: Consent[];
  /** Clients that an administrator has allowed for everybody. */
  adminConsents: string[];
  codes: Record<string, Code>;
  accessTokens: Record<string, AccessToken>;
  refreshTokens: Record<string, RefreshToken>;
  /** By address. */
  mailboxes: Record<string, Mailbox>;
  /** By id. */
  subscriptions: Record<string, Subscription>;
  /** Every message that was handed over to leave, in the order of arrival. */
  sends: Send[];
  settings: Settings;
}

export interface Account {
  oid: string;
  address: string;
  name: string;
}

export interface Client {
  id: string;
  name: string;
  secret: string;
  redirectUris: string[];
}

export interface Consent {
  oid: string;
  clientId: string;
  scopes: string[];
}

export interface Code {
  oid: string;
  clientId: string;
  redirectUri: string;
  scopes: string[];
  codeChallenge: string | null;
  nonce: string | null;
  expiresAt: number;
  isUsed: boolean;
}

export interface AccessToken {
  oid: string;
  clientId: string;
  scopes: string[];
  expiresAt: number;
}

export interface RefreshToken {
  oid: string;
  clientId: string;
  scopes: string[];
  /** 90 days after it was issued; each refresh issues another. */
  expiresAt: number;
  isRevoked: boolean;
}

export const FOLDERS = ['inbox', 'drafts', 'sentitems', 'deleteditems', 'junkemail', 'archive'] as const;
export type Folder = (typeof FOLDERS)[number];

export interface ExtendedProperty {
  id: string;
  value: string;
}

export interface Message {
  immutableId: string;
  /** The id without the ImmutableId preference: another one in each folder. */
  restId: string;
  folder: Folder;
  conversationId: string;
  /** base64 of the message as it stands, Bcc included */
  raw: string;
  /** Message-ID with its angle brackets */
  internetMessageId: string;
  extendedProperties: ExtendedProperty[];
  createdAt: number;
  modifiedAt: number;
  /** X-MSI-Id as the client wrote it, whether or not Exchange keeps it. */
  reference: string | null;
  isRead: boolean;
  /** When a draft leaves: at once, or later where too many leave at once. It stays a draft until the sent copy appears. */
  submittedAt: number | null;
  version: number;
  /** Number of its last change in this mailbox. */
  seq: number;
}

/** A message left a folder: by being moved or deleted. */
export interface Removal {
  seq: number;
  folder: Folder;
  immutableId: string;
  restId: string;
}

/** What the mailbox's owner has Outlook do with everything that arrives. */
export interface MailRule {
  markRead: boolean;
  moveTo: Folder | null;
}

export interface Mailbox {
  messages: Message[];
  removals: Removal[];
  /** Number of the last change; a delta is a place in this sequence. */
  changes: number;
  /** A delta of an earlier epoch is answered with 410. */
  deltaEpoch: number;
  rule: MailRule;
  /** X- header names that came in through JSON once; only these survive in MIME (lower case). */
  registeredHeaders: string[];
}

export interface Subscription {
  id: string;
  oid: string;
  clientId: string;
  resource: string;
  folder: Folder;
  changeType: string;
  notificationUrl: string;
  lifecycleNotificationUrl: string | null;
  clientState: string | null;
  wantsImmutableIds: boolean;
  expiresAt: number;
  /** After `reauthorizationRequired` nothing is told until the client has answered it. */
  isPaused: boolean;
}

export interface Send {
  /** Address of the sender. */
  account: string;
  /** When the request arrived. */
  at: number;
  /** Message-ID as the client wrote it. */
  messageId: string;
  reference: string | null;
  recipients: string[];
  outcome: 'accepted' | 'refused';
}

/** Where a made-up failure of an account shows. */
export type FailurePoint = 'authorize' | 'token' | 'refresh';

export interface Settings {
  /** How long a sent draft stays a draft, by the simulator's clock. */
  sentCopyLagMs: number;
  /** The transport replaces the Message-ID of what is sent. */
  rewriteMessageId: boolean;
  /** Whether people may consent by themselves; otherwise an administrator must. */
  userConsent: boolean;
  /** Whether headers other than the standard ones survive in a message given as MIME. */
  keepsMimeHeaders: boolean;
  /** Whether a draft given as MIME joins the conversation that its headers name; one made by createReply always does. */
  joinsDraftsByHeaders: boolean;
  /** Whether named properties of the internet headers' namespace leave as headers. */
  emitsNamedHeaders: boolean;
  /** AADSTS codes by address. */
  failures: Record<string, { at: FailurePoint; code: number }>;
  /** While the sent copy is on its way its id is not found, instead of still being a draft. */
  hidesItemsOnTheirWay: boolean;
  /** Whether a delta lists the headers that `$select` asks for. */
  deltaListsHeaders: boolean;
  /** A delta lists everything twice. */
  deltaRepeats: boolean;
  /** Whether what leaves is delivered; without it only counted, for measurements. */
  deliversMail: boolean;
  limits: LimitSettings;
  push: PushSettings;
}

/** Each null switches the limit off. */
export interface LimitSettings {
  /** In one mailbox. */
  concurrentRequests: number | null;
  /** Leaving one mailbox; more wait in the transport. */
  messagesPerMinute: number | null;
  /** With so many waiting, more are refused. */
  waitingMessages: number | null;
}

export interface PushSettings {
  /** Nothing is told at all. */
  off: boolean;
  /** Probabilities between 0 and 1, for each notification about a message. */
  dropRate: number;
  duplicateRate: number;
  reorderRate: number;
  /** Between these, by the simulator's clock. */
  delayMs: [min: number, max: number];
  /** Longest lifetime of a subscription. */
  maxLifetimeMinutes: number;
  /** A second subscription of the same client for the same resource is refused. */
  refusesDuplicates: boolean;
  /** Endpoints that answer slowly are told late, and in the end nothing. */
  punishesSlowEndpoints: boolean;
}
