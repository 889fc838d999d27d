const PREFIX = 'https://www.googleapis.com/auth/';
const FULL_MAIL = 'https://mail.google.com/';
const GMAIL = ['send', 'metadata', 'readonly', 'compose', 'insert', 'modify', 'labels', 'settings.basic'].map(
  (name) => `${PREFIX}gmail.${name}`,
);

/** Scopes that only say who someone is; the consent screen does not let them be unticked. */
const IDENTITY: Record<string, string> = {
  openid: 'openid',
  email: `${PREFIX}userinfo.email`,
  profile: `${PREFIX}userinfo.profile`,
  [`${PREFIX}userinfo.email`]: `${PREFIX}userinfo.email`,
  [`${PREFIX}userinfo.profile`]: `${PREFIX}userinfo.profile`,
};

/** What the consent screen says about a scope. */
export const SCOPE_WORDS: Record<string, string> = {
  [`${PREFIX}gmail.send`]: 'Send email on your behalf',
  [`${PREFIX}gmail.metadata`]: 'View your email message metadata such as labels and headers, but not the email body',
  [`${PREFIX}gmail.readonly`]: 'View your email messages and settings',
  [`${PREFIX}gmail.compose`]: 'Manage drafts and send emails',
  [`${PREFIX}gmail.insert`]: 'Add emails into your Gmail mailbox',
  [`${PREFIX}gmail.modify`]: 'Read, compose, and send emails from your Gmail account',
  [`${PREFIX}gmail.labels`]: 'See and edit your email labels',
  [`${PREFIX}gmail.settings.basic`]: 'See, edit, create, or change your email settings and filters in Gmail',
  [FULL_MAIL]: 'Read, compose, send, and permanently delete all your email from Gmail',
};

export interface RequestedScopes {
  identity: string[];
  /** Each may be granted or not. */
  optional: string[];
  unknown: string[];
}

/** Sorts a `scope` parameter and writes the short identity scopes out, as Google does in what it returns. */
export function readScopes(parameter: string): RequestedScopes {
  const asked = [...new Set(parameter.split(/\s+/).filter(Boolean))];
  return {
    identity: [...new Set(asked.flatMap((scope) => IDENTITY[scope] ?? []))],
    optional: asked.filter((scope) => scope in SCOPE_WORDS),
    unknown: asked.filter((scope) => !(scope in IDENTITY) && !(scope in SCOPE_WORDS)),
  };
}

export function isEmailScope(scope: string): boolean {
  return scope === IDENTITY.email;
}

export function isProfileScope(scope: string): boolean {
  return scope === IDENTITY.profile;
}

/** Whether a password change kills tokens that hold this scope. */
export function isMailScope(scope: string): boolean {
  return GMAIL.includes(scope) || scope === FULL_MAIL;
}

function gmail(...names: string[]) {
  return [...names.map((name) => `${PREFIX}gmail.${name}`), FULL_MAIL];
}

/** Any one of these scopes opens the method (from the Gmail discovery document). */
export const METHOD_SCOPES = {
  SendMessage: gmail('send', 'compose', 'modify'),
  GetMessage: gmail('metadata', 'readonly', 'modify'),
  ListMessages: gmail('metadata', 'readonly', 'modify'),
  ListHistory: gmail('metadata', 'readonly', 'modify'),
  Watch: gmail('metadata', 'readonly', 'modify'),
  Stop: gmail('metadata', 'readonly', 'modify'),
  GetProfile: gmail('metadata', 'readonly', 'modify', 'compose'),
  ListLabels: gmail('metadata', 'readonly', 'modify', 'labels'),
  ListSendAs: gmail('readonly', 'modify', 'settings.basic'),
} as const;
export type GmailMethod = keyof typeof METHOD_SCOPES;

/** Quota units per call, as in force since May 2026. */
export const METHOD_UNITS: Record<GmailMethod, number> = {
  SendMessage: 100,
  GetMessage: 20,
  ListMessages: 5,
  ListHistory: 2,
  Watch: 100,
  Stop: 50,
  GetProfile: 1,
  ListLabels: 1,
  ListSendAs: 1,
};

/** Bodies and searches are refused to a token with the metadata scope, also when it holds a wider one besides. */
export function isHeldToMetadata(scopes: readonly string[]): boolean {
  return scopes.includes(`${PREFIX}gmail.metadata`);
}
