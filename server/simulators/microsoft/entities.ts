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

export type Folder = 'inbox' | 'drafts' | 'sentitems' | 'deleteditems';

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
  /** When a draft was handed to the transport. It stays a draft until the sent copy appears. */
  submittedAt: number | null;
  version: number;
}

export interface Mailbox {
  messages: Message[];
  /** X- header names that came in through JSON once; only these survive in MIME (lower case). */
  registeredHeaders: string[];
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
  /** Whether named properties of the internet headers' namespace leave as headers. */
  emitsNamedHeaders: boolean;
  /** AADSTS codes by address. */
  failures: Record<string, { at: FailurePoint; code: number }>;
}
