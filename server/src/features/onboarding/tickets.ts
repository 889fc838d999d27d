import { sentenceOf } from '../../platform/error-catalogue/index.ts';
import { AppError } from '../../platform/errors.ts';
import type { Sentence } from '../../platform/languages/index.ts';
import { findTicket, orgOfSecret, type Ticket } from '../../platform/one-time-tickets.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { MailboxProviderName } from '../email-connections/index.ts';
import { findOrg } from '../orgs/index.ts';
import { accessEnded } from '../users/index.ts';
import { sentence } from './error-words/index.ts';
import { findRep, type Rep } from './repository.ts';

export const VENDORS = { google: 'Gmail', microsoft: 'Outlook' } as const;

export interface OpenTicket {
  ticket: Ticket;
  orgId: string;
  orgName: string;
  /** Where the org's people sign in to Salesforce. */
  loginUrl: string;
  /** Whom the link names; null for a link that names nobody, and for an invitation that is spent. */
  rep: Rep | null;
  secret: string;
}

/**
 * What a link of ours stands for. Looks only. An invitation that was used names nobody any more and leads to the sign-in. Throws AppError
 * 404 or 410 with a sentence for a link that is not good any more, and 409 when access has ended.
 */
export async function openTicket(pool: Pool, secret: unknown, now: Date): Promise<OpenTicket> {
  const orgId = orgOfSecret(secret);
  if (!orgId) throw unknown();
  return inOrg(pool, orgId, async (tx) => {
    const ticket = await findTicket(tx, orgId, String(secret));
    const org = ticket && (await findOrg(tx, orgId));
    if (!ticket || !org) throw unknown();
    const rep = ticket.userId ? await findRep(tx, orgId, ticket.userId) : null;
    if (ticket.userId && !rep) throw unknown();
    const opened: OpenTicket = { ticket, orgId, orgName: org.name, loginUrl: org.myDomainUrl, rep, secret: String(secret) };
    if (rep?.state === 'deactivated') throw accessEnded();
    if (ticket.purpose === 'invitation' && ticket.usedAt) return { ...opened, rep: null };
    if (ticket.expiresAt <= now) throw new AppError('link_expired', { title: EXPIRED[ticket.purpose] });
    if (ticket.usedAt) throw used();
    return opened;
  });
}

const EXPIRED: Record<Ticket['purpose'], Sentence> = {
  invitation: sentenceOf('invitation_expired'),
  sign_in: sentence('signInLinkExpired'),
  continue: sentence('panelLinkExpired'),
  connect_mailbox: sentence('panelLinkExpired'),
  microsoft_admin_consent: sentence('panelLinkExpired'),
};

export function used() {
  return new AppError('link_used', { title: sentence('linkUsed') });
}

function unknown() {
  return new AppError('link_unknown');
}

/** A link that opens no session: whoever follows it signs in to Salesforce. */
export function leadsToSignIn({ purpose }: Ticket): boolean {
  return purpose === 'invitation' || purpose === 'sign_in';
}

/** Who is expected to sign in, and where: whom a link or a session names, or only the org of a link. */
export function whomOf(named: OpenTicket | Rep) {
  const rep = 'rep' in named ? named.rep : named;
  if (rep) return { expected: { orgId: rep.orgId, userId: rep.id }, loginHint: rep.email, loginUrl: rep.myDomainUrl };
  return 'rep' in named ? { expected: { orgId: named.orgId, userId: null }, loginUrl: named.loginUrl } : {};
}

/** The vendor that a link of the panel leads to; null for one that leads to the setup. */
export function vendorOf({ purpose, data }: Ticket): string | null {
  if (purpose === 'connect_mailbox') return VENDORS[MailboxProviderName.parse(data['provider'])];
  return purpose === 'microsoft_admin_consent' ? 'Microsoft' : null;
}
