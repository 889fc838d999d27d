/** Everything the Google simulator remembers; plain JSON, times as milliseconds since 1970. */
export interface GoogleState {
  accounts: Account[];
  clients: Client[];
  grants: Grant[];
  codes: Record<string, Code>;
  accessTokens: Record<string, AccessToken>;
  refreshTokens: Record<string, RefreshToken>;
  /** By address. */
  mailboxes: Record<string, Mailbox>;
  lastMessageNumber: number;
  /** Everything that was handed in to be sent, in order of arrival. */
  sends: Send[];
  settings: Settings;
}

export interface Account {
  sub: string;
  email: string;
  /** What the id token says of the address: that it is verified unless set otherwise, and nothing when null. */
  emailVerified?: boolean | null;
  name: string;
  /** HTML, as the Gmail settings page keeps it. */
  signature: string;
  aliases: Alias[];
}

/** Another address that the account may write From, once it is verified. */
export interface Alias {
  address: string;
  name: string;
  signature: string;
  isVerified: boolean;
}

/** A call of messages.send that was let in, for counting independently of the product. */
export interface Send {
  account: string;
  /** Arrival of the call. */
  at: number;
  /** Message-ID as it was handed in; empty when there was none. */
  messageId: string;
  /** Value of `X-MSI-Id`; empty when there was none. */
  reference: string;
  recipients: string[];
  outcome: 'accepted' | 'refused';
}

export interface Client {
  id: string;
  name: string;
  secret: string;
  redirectUris: string[];
}

/** What an account has allowed a client, whatever tokens exist. */
export interface Grant {
  sub: string;
  clientId: string;
  scopes: string[];
}

export interface Code {
  sub: string;
  clientId: string;
  redirectUri: string;
  scopes: string[];
  codeChallenge: string | null;
  nonce: string | null;
  /** True when a consent screen was shown and offline access asked for. */
  givesRefreshToken: boolean;
  expiresAt: number;
  isUsed: boolean;
}

export interface AccessToken {
  sub: string;
  clientId: string;
  scopes: string[];
  expiresAt: number;
}

export interface RefreshToken {
  sub: string;
  clientId: string;
  scopes: string[];
  issuedAt: number;
  lastUsedAt: number;
  /** Only for grants of an application in testing. */
  expiresAt: number | null;
  isRevoked: boolean;
}

export interface Message {
  id: string;
  threadId: string;
  labelIds: string[];
  /** base64 of the whole message */
  raw: string;
  /** Message-ID with its angle brackets; empty when the message has none. */
  messageId: string;
  at: number;
  historyId: number;
}

export type HistoryKind = 'messageAdded' | 'messageDeleted' | 'labelAdded' | 'labelRemoved';

export interface HistoryEntry {
  id: number;
  at: number;
  kind: HistoryKind;
  messageId: string;
  threadId: string;
  /** All labels of the message then; for a change of labels, those that came or went. */
  labelIds: string[];
}

export interface Watch {
  topicName: string;
  labelIds: string[];
  isExcluding: boolean;
  expiration: number;
}

/** What a filter of the account does to everything that comes in. */
export interface Filter {
  markRead: boolean;
  archive: boolean;
  spam: boolean;
}

export interface Mailbox {
  /** In order of arrival. */
  messages: Message[];
  historyId: number;
  history: HistoryEntry[];
  /** History up to this id has been forgotten. */
  historyHorizon: number;
  watch: Watch | null;
  filter: Filter;
  /** Quota units of the last minute. */
  units: { at: number; cost: number }[];
  /** What was sent in the last 24 hours. */
  sent: { at: number; recipients: number; external: number }[];
}

/** Each null switches the limit off. */
export interface Limits {
  /** Quota units per user and minute. */
  unitsPerMinute: number | null;
  /** Per user in any 24 hours, as the next two. */
  messagesPerDay: number | null;
  recipientsPerDay: number | null;
  externalRecipientsPerDay: number | null;
  recipientsPerMessage: number | null;
  /** Calls of one user that are answered at the same time. */
  concurrentRequests: number | null;
}

export interface PushSettings {
  off: boolean;
  /** Probability from 0 to 1. */
  dropRate: number;
  duplicateRate: number;
  /** Each notification waits a random time between the two, so later ones may overtake it. */
  delayMs: [min: number, max: number];
}

export interface Settings {
  /** Whether Gmail replaces the Message-ID of what is sent; `random` does it to about half. */
  rewriteMessageId: boolean | 'random';
  /** Application in testing: refresh tokens die after 7 days. */
  testingMode: boolean;
  /** A Workspace administrator has blocked the application. */
  adminBlocksApp: boolean;
  /** How long history can be listed. */
  historyDays: number;
  /** False keeps what is sent in Sent and brings it to nobody. */
  deliversMail: boolean;
  limits: Limits;
  push: PushSettings;
}
