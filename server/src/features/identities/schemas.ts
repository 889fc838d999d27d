import { z } from 'zod';
import { MOST_SIGNATURE_CHARACTERS } from '../../platform/rich-text/sanitize-signature.ts';
import { asEnglish } from '../../platform/english-sentences.ts';
import { Said } from '../../platform/said-answers.ts';
import { EmailAddress, Timestamp } from '../../platform/schemas.ts';
import { sentence } from './error-words/index.ts';

/** ID-1: an address that the rep may send as, with its own signature. */
export const Identity = z
  .object({
    id: z.uuid(),
    address: z.string(),
    name: z.string(),
    signatureHtml: z.string(),
    channel: z.enum(['mailbox', 'team_smtp']),
    isDefault: z.boolean(),
    isMailbox: z.boolean().meta({ description: 'The connected mailbox itself: it cannot be removed' }),
    verifiedAt: Timestamp.nullable(),
    verificationSentAt: Timestamp.nullable(),
    verificationError: Said.nullable().meta({ description: 'Why the verification email could not be sent, as a sentence' }),
    isUsable: z
      .boolean()
      .meta({ description: 'Emails can leave with it now: it is verified, and its mailbox or the mail server of the team is there' }),
  })
  .meta({ id: 'Identity' });
export type Identity = z.infer<typeof Identity>;

export const IdentityList = z
  .object({
    identities: z.array(Identity),
    limit: z.int().meta({ description: 'ID-3: how many a user may have, the mailbox included' }),
    teamSmtp: z
      .boolean()
      .meta({ description: 'Whether the team has an SMTP server; without it only addresses of the mailbox can be used (ID-2)' }),
    canImportSignature: z.boolean(),
  })
  .meta({ id: 'IdentityList' });
export type IdentityList = z.infer<typeof IdentityList>;

export const NewIdentity = z
  .object({
    address: EmailAddress,
    name: z
      .string()
      .trim()
      .min(1, asEnglish(sentence('nameNeeded')))
      .max(200),
  })
  .meta({ id: 'NewIdentity' });

export const IdentityChange = z
  .object({
    name: z.string().trim().min(1).max(200).optional(),
    signatureHtml: z.string().max(MOST_SIGNATURE_CHARACTERS).optional(),
    isDefault: z.literal(true).optional(),
    channel: z.enum(['mailbox', 'team_smtp']).optional(),
  })
  .meta({ id: 'IdentityChange' });
export type NewIdentity = z.infer<typeof NewIdentity>;
export type IdentityChange = z.infer<typeof IdentityChange>;
