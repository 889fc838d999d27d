import type { Capabilities, MailboxProvider } from '../../providers/mailbox.ts';
import type { EmailConnection, MailboxTier } from './schemas.ts';

type Vendor = Pick<MailboxProvider, 'capabilities' | 'scopesOf'>;

/** What the org's admin wants of mailboxes. A scope may give more than its tier means: Microsoft has one for headers and bodies. */
function wantedCapabilities(vendor: Vendor, tier: MailboxTier): Capabilities {
  const given = vendor.capabilities(vendor.scopesOf(tier));
  return { ...given, noticesReplies: given.noticesReplies && tier !== 'send', readsBodies: given.readsBodies && tier === 'bodies' };
}

/** What may be done in a mailbox: what its grant gives, and never more than the org's admin allows. */
export function allowedCapabilities(vendor: Vendor, scopes: readonly string[], tier: MailboxTier): Capabilities {
  const granted = vendor.capabilities(scopes);
  const wanted = wantedCapabilities(vendor, tier);
  return {
    sends: granted.sends,
    settles: granted.settles && wanted.settles,
    noticesReplies: granted.noticesReplies && wanted.noticesReplies,
    readsBodies: granted.readsBodies && wanted.readsBodies,
  };
}

/** The scopes that may be used: with the tier `send` a wider grant of earlier days is not made use of. */
export function usableScopes(vendor: Vendor, scopes: readonly string[], tier: MailboxTier): string[] {
  if (tier !== 'send') return [...scopes];
  const narrow = scopes.filter((scope) => vendor.scopesOf('send').includes(scope));
  return vendor.capabilities(narrow).sends ? narrow : [...scopes];
}

/** What the admin chose and the grant lacks: connecting again asks for it. */
export function missingCapabilities(
  vendor: Vendor,
  scopes: readonly string[],
  tier: MailboxTier,
): Pick<EmailConnection, 'missingCapabilities' | 'missingScopes'> {
  const granted = vendor.capabilities(scopes);
  const wanted = wantedCapabilities(vendor, tier);
  const missing: EmailConnection['missingCapabilities'] = [];
  if (wanted.settles && !granted.settles) missing.push('settle');
  if (wanted.noticesReplies && !granted.noticesReplies) missing.push('notice_replies');
  if (wanted.readsBodies && !granted.readsBodies) missing.push('read_bodies');
  const ofMail = vendor.scopesOf(tier).filter((scope) => OF_MAIL.test(scope));
  return { missingCapabilities: missing, missingScopes: missing.length > 0 ? ofMail.filter((scope) => !scopes.includes(scope)) : [] };
}

/** The others say who the person is, and vendors answer those under other names. */
const OF_MAIL = /^Mail\.|\/auth\/gmail\./;
