import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { enqueue, type JobHandler } from '../../platform/jobs.ts';
import { languageOfLetter } from '../../platform/languages/index.ts';
import { isHeldBack, letterProblem, LetterSlot, takeLetterSlot } from '../../platform/letters.ts';
import type { Mailer } from '../../platform/mailer.ts';
import { mintTicket } from '../../platform/one-time-tickets.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { findInvitation, setInvitationOutcome } from './invitation-repository.ts';
import { invitationEnd, openSince } from './invitation-period.ts';
import { findWelcomeWords } from './letter-repository.ts';
import { welcomeLetter } from './welcome-letter.ts';
import { ourWords } from './welcome-words.ts';
import { inLanguage } from './words/index.ts';

export const SEND_INVITATION = 'send-invitation';

const Payload = LetterSlot.extend({ orgId: z.string(), userId: z.uuid() });

interface Dependencies {
  pool: Pool;
  clock: Clock;
  mailer: Mailer;
  publicUrl: string;
}

/** Lets the welcome email be written; the letter was counted before. */
export async function queueInvitation(
  tx: Tx,
  orgId: string,
  { id: userId, email }: { id: string; email: string },
  now: Date,
): Promise<void> {
  const leavesAt = (await takeLetterSlot(tx, email, now))?.toISOString() ?? null;
  await enqueue(tx, SEND_INVITATION, { orgId, userId, leavesAt });
}

/**
 * Job: writes the welcome email with a link that is good as long as the invitation is. A user who no longer waits for one gets none. An
 * address that the mail server refuses for good is noted for the admin; any other failure is noted and tried again.
 */
export function createSendInvitation({ pool, clock, mailer, publicUrl }: Dependencies): JobHandler {
  return async function sendInvitation(given) {
    const payload = Payload.parse(given);
    const { orgId, userId, isShownAsSent } = payload;
    const now = clock.now();
    const invitation = await inOrg(pool, orgId, async (tx) => {
      const known = await findInvitation(tx, orgId, userId, openSince(now));
      if (!known) return null;
      if (await isHeldBack(tx, SEND_INVITATION, payload, now)) {
        await setInvitationOutcome(tx, orgId, userId, { sentAt: now });
        return null;
      }
      const expiresAt = invitationEnd(known.invitedAt);
      const say = inLanguage(languageOfLetter({ recipient: known.language, askedBy: known.inviterLanguage }));
      const words = (await findWelcomeWords(tx, orgId)) ?? ourWords(say);
      return { ...known, say, words, expiresAt, ticket: await mintTicket(tx, orgId, { userId, purpose: 'invitation', expiresAt }) };
    });
    if (!invitation) return;
    const link = `${publicUrl}/onboarding/welcome?ticket=${encodeURIComponent(invitation.ticket)}`;
    try {
      await mailer.send({ to: invitation.email, ...welcomeLetter(invitation.say, { ...invitation, link }) });
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      const { words, isFinal } = letterProblem(error);
      await inOrg(pool, orgId, (tx) => setInvitationOutcome(tx, orgId, userId, { error: words }));
      if (isFinal) return;
      throw error;
    }
    if (!isShownAsSent) await inOrg(pool, orgId, (tx) => setInvitationOutcome(tx, orgId, userId, { sentAt: clock.now() }));
  };
}
