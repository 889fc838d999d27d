import { z } from 'zod';
import { asEnglish } from '../../platform/english-sentences.ts';
import { Said } from '../../platform/said-answers.ts';
import { EmailAddress, Timestamp } from '../../platform/schemas.ts';
import { sentence } from './error-words/index.ts';

export const SmtpSecurity = z.enum(['tls', 'starttls', 'none']).meta({ id: 'SmtpSecurity' });

/** DC-3: the one SMTP server of the team. The password goes in and never comes out. */
export const TeamSmtp = z
  .object({
    host: z.string(),
    port: z.int(),
    security: SmtpSecurity,
    username: z.string().nullable(),
    hasPassword: z.boolean(),
    state: z.enum(['working', 'refused']),
    stateCode: z.string().nullable(),
    updatedAt: Timestamp,
    updatedBy: z.string().nullable(),
  })
  .meta({ id: 'TeamSmtp' });
export type TeamSmtp = z.infer<typeof TeamSmtp>;
export const TeamSmtpPage = z.object({ server: TeamSmtp.nullable() }).meta({ id: 'TeamSmtpPage' });

export const TeamSmtpChange = z
  .object({
    host: z
      .string()
      .trim()
      .min(1, asEnglish(sentence('hostNeeded')))
      .max(253)
      .regex(/^[\p{L}\p{N}._:-]*$/u, asEnglish(sentence('hostOnly'))),
    port: z.int().min(1).max(65_535),
    security: SmtpSecurity,
    username: z
      .string()
      .trim()
      .max(255)
      .transform((name) => name || null)
      .nullable()
      .default(null),
    password: z.string().min(1).max(1_000).optional().meta({ description: 'Left out: the password stays as it is' }),
  })
  .meta({ id: 'TeamSmtpChange' });
export type TeamSmtpChange = z.infer<typeof TeamSmtpChange>;

/** Sends a test email to the admin through these settings, saved or not. */
export const TeamSmtpTest = z.object({ server: TeamSmtpChange, to: EmailAddress }).meta({ id: 'TeamSmtpTest' });
export const TeamSmtpTestResult = z
  .object({ ok: z.boolean(), code: z.string().nullable(), title: Said.meta({ description: 'A sentence for people' }) })
  .meta({ id: 'TeamSmtpTestResult' });
export type TeamSmtpTestResult = z.infer<typeof TeamSmtpTestResult>;
