import { z } from 'zod';
import type { JobHandler } from '../../platform/jobs.ts';
import { LANGUAGES } from '../../platform/languages/index.ts';
import type { Mailer } from '../../platform/mailer.ts';
import { trustLetter } from './trust-letter.ts';
import { inLanguage } from './words/index.ts';

export const TELL_OF_TRUST_CHANGE = 'tell-of-trust-change';

export const TrustChangeKind = z.enum(['certificate_uploaded', 'certificate_revoked', 'lightning_origin_changed']);
export type TrustChangeKind = z.infer<typeof TrustChangeKind>;

const TrustChangeLetter = z.object({
  to: z.string(),
  kind: TrustChangeKind,
  about: z.string(),
  orgName: z.string(),
  by: z.string().nullable(),
  ipAddress: z.string().nullable(),
  at: z.iso.datetime(),
  /** The release before names none. */
  language: z.enum(LANGUAGES).default('en'),
});
export type TrustChangeLetter = z.infer<typeof TrustChangeLetter>;

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
