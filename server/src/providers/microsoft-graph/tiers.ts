import type { Capabilities, MailboxTier } from '../mailbox.ts';

const SEND = 'Mail.Send';
/** Drafts need more than Mail.Send, and only a draft makes a send of unknown outcome recoverable. */
const DRAFT = 'Mail.ReadWrite';

const SCOPES: Record<MailboxTier, readonly string[]> = {
  send: ['User.Read', SEND],
  headers: ['User.Read', SEND, DRAFT],
  bodies: ['User.Read', SEND, DRAFT],
};

/**
 * MSAL adds openid, profile and offline_access itself. Microsoft has no scope for headers alone: that we never ask for more is our promise.
 */
export function scopesOf(tier: MailboxTier): readonly string[] {
  return SCOPES[tier];
}

/** What the scopes give, by their short names and in any case. Mail.ReadBasic would do for replies: its headers are whole. */
export function capabilities(scopes: readonly string[]): Capabilities {
  const granted = new Set(scopes.map((scope) => scope.toLowerCase()));
  const has = (...any: string[]): boolean => any.some((scope) => granted.has(scope.toLowerCase()));
  return {
    sends: has(SEND),
    settles: has(DRAFT),
    noticesReplies: has(DRAFT, 'Mail.Read', 'Mail.ReadBasic'),
    readsBodies: has(DRAFT, 'Mail.Read'),
  };
}

/** Whether a message can leave through a draft, which is what makes an unknown outcome recoverable. */
export function makesDrafts(scopes: readonly string[]): boolean {
  return capabilities(scopes).settles;
}
