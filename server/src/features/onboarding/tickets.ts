import { AppError } from '../../platform/errors.ts';
import { findTicket, orgOfSecret, type Ticket } from '../../platform/one-time-tickets.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { findRep, type Rep } from './repository.ts';

export interface OpenTicket {
  ticket: Ticket;
  rep: Rep;
  secret: string;
}

/** What a link of ours stands for. Looks only. Throws AppError 404 or 410 with a sentence for one that is not good any more. */
export async function openTicket(pool: Pool, secret: unknown, now: Date): Promise<OpenTicket> {
  const orgId = orgOfSecret(secret);
  if (!orgId) throw unknown();
  return inOrg(pool, orgId, async (tx) => {
    const ticket = await findTicket(tx, orgId, String(secret));
    const rep = ticket && (await findRep(tx, orgId, ticket.userId));
    if (!ticket || !rep) throw unknown();
    if (rep.state === 'deactivated')
      throw new AppError(410, 'user_deactivated', 'Your admin has ended your access to MSI Actions. Ask your admin to give it back.');
    if (ticket.expiresAt <= now)
      throw new AppError(
        410,
        'link_expired',
        ticket.purpose === 'invitation'
          ? 'Links of welcome emails work for 14 days. Ask your admin to send yours again, or open the panel in Salesforce and press Continue there.'
          : 'This link worked for a minute only. Go back to the panel in Salesforce and press the button again.',
      );
    if (ticket.usedAt) throw used();
    return { ticket, rep, secret: String(secret) };
  });
}

export const used = () =>
  new AppError(410, 'link_used', 'This link works once. Go back to the panel in Salesforce and press the button again.');

const unknown = () =>
  new AppError(404, 'link_unknown', 'Part of this link is missing. Open it again from the email or the panel, without changing it.');
