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
  settings: Settings;
}

export interface Account {
  sub: string;
  email: string;
  name: string;
  /** HTML, as the Gmail settings page keeps it. */
  signature: string;
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

export interface HistoryEntry {
  id: number;
  at: number;
  messageId: string;
}

export interface Watch {
  topicName: string;
  labelIds: string[];
  expiration: number;
}

export interface Mailbox {
  messages: Message[];
  historyId: number;
  history: HistoryEntry[];
  /** History up to this id has been forgotten. */
  historyHorizon: number;
  watch: Watch | null;
  /** Quota units of the last minute. */
  units: { at: number; cost: number }[];
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
  limits: {
    /** Quota units per user and minute; null switches the limit off. */
    unitsPerMinute: number | null;
    /** Messages per user in any 24 hours; null switches the limit off. */
    messagesPerDay: number | null;
    recipientsPerMessage: number;
  };
}
