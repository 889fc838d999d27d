import { z } from 'zod';
import { LANGUAGES } from '../../platform/languages/index.ts';

export const TrustChangeKind = z.enum(['certificate_uploaded', 'certificate_revoked', 'lightning_origin_changed']);
export type TrustChangeKind = z.infer<typeof TrustChangeKind>;

export const TrustChangeLetter = z.object({
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
