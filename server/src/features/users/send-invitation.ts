import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { JobHandler } from '../../platform/jobs.ts';
import type { Mailer } from '../../platform/mailer.ts';
import { mintTicket } from '../../platform/one-time-tickets.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { findInvitation, setInvitationOutcome } from './repository.ts';
import { welcomeLetter } from './welcome-letter.ts';

export const SEND_INVITATION = 'send-invitation';
export const INVITATION_DAYS = 14;

const Payload = z.object({ orgId: z.string(), userId: z.uuid() });

interface Dependencies {
  pool: Pool;
  clock: Clock;
  mailer: Mailer;
  publicUrl: string;
}

/**
 * Job: writes the welcome email with a link that is good for 14 days. A user who no longer waits for one gets none. An address that the
 * mail server refuses for good is noted for the admin; any other failure is noted and tried again.
 */
export const createSendInvitation =
  ({ pool, clock, mailer, publicUrl }: Dependencies): JobHandler =>
  async (payload) => {
    const { orgId, userId } = Payload.parse(payload);
    const now = clock.now();
    const invitation = await inOrg(pool, orgId, async (tx) => {
      const known = await findInvitation(tx, orgId, userId);
      if (!known) return null;
      const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 24 * 3_600_000);
      return { ...known, ticket: await mintTicket(tx, orgId, { userId, purpose: 'invitation', expiresAt }) };
    });
    if (!invitation) return;
    const link = `${publicUrl}/onboarding/welcome?ticket=${encodeURIComponent(invitation.ticket)}`;
    try {
      await mailer.send({ to: invitation.email, ...welcomeLetter({ ...invitation, link, days: INVITATION_DAYS }) });
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      const refused = error.kind === 'invalid';
      const sentence = refused ? 'The mail server refused this address.' : 'The mail server did not answer. We try again.';
      await inOrg(pool, orgId, (tx) => setInvitationOutcome(tx, orgId, userId, { error: sentence }));
      if (refused) return;
      throw error;
    }
    await inOrg(pool, orgId, (tx) => setInvitationOutcome(tx, orgId, userId, { sentAt: clock.now() }));
  };
