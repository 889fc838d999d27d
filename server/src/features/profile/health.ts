import type { EmailConnection } from '../email-connections/index.ts';
import type { IdentityList } from '../identities/index.ts';
import type { Channel, Replies } from './schemas.ts';

/** Whether answers to this mailbox's emails are noticed, or what stands in the way first. */
export function repliesOf(mailbox: EmailConnection | null): Replies {
  if (mailbox?.state !== 'connected') return 'mailbox_needed';
  if (mailbox.missingCapabilities.includes('notice_replies')) return 'permission_missing';
  if (!mailbox.capabilities.noticesReplies) return 'not_wanted';
  return { watching: 'noticed', silent: 'silent', off: 'starting' }[mailbox.watch.state] as Replies;
}

/** By which way an email leaves as the identity that is the default. */
export function channelOf({ identities }: IdentityList, server: { state: 'working' | 'refused' } | null): Channel {
  const usual = identities.find(({ isDefault }) => isDefault);
  if (!usual?.isUsable) return 'mailbox_needed';
  if (usual.channel === 'mailbox') return 'mailbox';
  return server?.state === 'refused' ? 'team_smtp_refused' : 'team_smtp';
}
