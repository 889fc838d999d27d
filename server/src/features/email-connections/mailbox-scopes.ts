import { GMAIL_SCOPES, GMAIL_SEND_SCOPE } from '../../providers/gmail/index.ts';
import { OUTLOOK_DRAFT_SCOPE, OUTLOOK_SEND_SCOPE } from '../../providers/microsoft-graph/index.ts';
import type { MailboxProviderName } from './schemas.ts';

/** Without these nothing can be sent: the connection is refused. */
const REQUIRED: Record<MailboxProviderName, readonly string[]> = {
  google: [GMAIL_SEND_SCOPE],
  microsoft: [OUTLOOK_SEND_SCOPE, OUTLOOK_DRAFT_SCOPE],
};
/** Without these something is missing that the rep should know of, such as settling a send of unknown outcome. */
const WANTED: Record<MailboxProviderName, readonly string[]> = {
  google: GMAIL_SCOPES.filter((scope) => scope.startsWith('https://')),
  microsoft: REQUIRED.microsoft,
};

export const lacksRequiredScope = (provider: MailboxProviderName, granted: readonly string[]): boolean =>
  REQUIRED[provider].some((scope) => !granted.includes(scope));

export const missingScopes = (provider: MailboxProviderName, granted: readonly string[]): string[] =>
  WANTED[provider].filter((scope) => !granted.includes(scope));
