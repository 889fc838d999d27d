const GRAPH = 'https://graph.microsoft.com/';
const PROTOCOL = ['openid', 'profile', 'email', 'offline_access'];

/** What the consent page says about a permission. */
export const SCOPE_WORDS: Record<string, string> = {
  'user.read': 'Sign you in and read your profile',
  'mail.send': 'Send mail as you',
  'mail.readbasic': 'Read your basic mail',
  'mail.read': 'Read your mail',
  'mail.readwrite': 'Read and write access to your mail',
  offline_access: 'Maintain access to data you have given it access to',
};

/** Scopes are compared without case and without the address of Graph. */
export function plainScope(scope: string): string {
  return scope.toLowerCase().replace(GRAPH, '');
}

export function readScopes(parameter: string): string[] {
  return [...new Set(parameter.split(/\s+/).filter(Boolean))];
}

export function isKnownScope(scope: string): boolean {
  return PROTOCOL.includes(plainScope(scope)) || plainScope(scope) in SCOPE_WORDS;
}

/** True when the granted scopes contain this one, however either is written. */
export function includesScope(granted: readonly string[], scope: string): boolean {
  return granted.some((candidate) => plainScope(candidate) === plainScope(scope));
}
