import type { JobHandler } from '../../platform/jobs.ts';
import type { Mailer } from '../../platform/mailer.ts';
import { TrustChangeLetter } from './trust-change-letter.ts';
import { trustLetter } from './trust-letter.ts';
import { inLanguage } from './words/index.ts';

export const TELL_OF_TRUST_CHANGE = 'tell-of-trust-change';

/**
 * Job: tells one admin what has changed in what the org is trusted by. The job carries the address: whoever was admin at the change hears
 * of it, even if the next step of an intruder was to end their access. A failure is tried again, and in the end is an error in the log.
 */
export function createTellOfTrustChange({ mailer, publicUrl }: { mailer: Mailer; publicUrl: string }): JobHandler {
  return async function tellOfTrustChange(payload) {
    const letter = TrustChangeLetter.parse(payload);
    await mailer.send({ to: letter.to, ...trustLetter(inLanguage(letter.language), letter, `${publicUrl}/onboarding/org/certificate`) });
  };
}
