import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { JobHandler } from '../../platform/jobs.ts';
import { languageOfLetter } from '../../platform/languages/index.ts';
import { isHeldBack, letterProblem, LetterSlot } from '../../platform/letters.ts';
import type { Mailer } from '../../platform/mailer.ts';
import { newSecret } from '../../platform/one-time-tickets.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { findClaim, insertTicket, setVerificationOutcome } from './repository.ts';
import { verificationLetter } from './verification-letter.ts';
import { inLanguage } from './words/index.ts';

export const SEND_IDENTITY_VERIFICATION = 'send-identity-verification';
const LINK_HOURS = 24;

const Payload = LetterSlot.extend({ orgId: z.string(), identityId: z.uuid() });

interface Dependencies {
  pool: Pool;
  clock: Clock;
  mailer: Mailer;
  publicUrl: string;
}

/**
 * Job: writes to an address that somebody wants to send as, with a link that is good for 24 hours. Nobody gets one for an address that was
 * verified or removed meanwhile. What the mail server refuses for good is noted for the user; any other failure is noted and tried again.
 */
export function createSendIdentityVerification({ pool, clock, mailer, publicUrl }: Dependencies): JobHandler {
  return async function sendIdentityVerification(given) {
    const payload = Payload.parse(given);
    const { orgId, identityId, isShownAsSent } = payload;
    const now = clock.now();
    const claim = await inOrg(pool, orgId, async (tx) => {
      const known = await findClaim(tx, orgId, identityId);
      if (!known || known.isVerified) return null;
      if (await isHeldBack(tx, SEND_IDENTITY_VERIFICATION, payload, now)) {
        await setVerificationOutcome(tx, orgId, identityId, { sentAt: now });
        return null;
      }
      const secret = newSecret(orgId);
      await insertTicket(tx, orgId, { secret, identityId, expiresAt: new Date(now.getTime() + LINK_HOURS * 3_600_000), now });
      return { ...known, secret };
    });
    if (!claim) return;
    const link = `${publicUrl}/onboarding/identity?ticket=${encodeURIComponent(claim.secret)}`;
    const say = inLanguage(languageOfLetter({ recipient: claim.recipientLanguage, askedBy: claim.personLanguage }));
    try {
      await mailer.send({ to: claim.address, ...verificationLetter(say, { ...claim, link, hours: LINK_HOURS }) });
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      const { words, isFinal } = letterProblem(error);
      await inOrg(pool, orgId, (tx) => setVerificationOutcome(tx, orgId, identityId, { error: words }));
      if (isFinal) return;
      throw error;
    }
    if (!isShownAsSent) await inOrg(pool, orgId, (tx) => setVerificationOutcome(tx, orgId, identityId, { sentAt: clock.now() }));
  };
}
