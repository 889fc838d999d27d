import { z } from 'zod';
import { isTimeZone, LANGUAGES, localeOf } from '../../platform/region.ts';
import { asEnglish } from '../../platform/english-sentences.ts';
import { EmailConnection } from '../email-connections/index.ts';
import { IdentityList } from '../identities/index.ts';
import { sentence } from './error-words/index.ts';

const Language = z.enum(LANGUAGES);

function chosenBeside<Value extends z.ZodType>(value: Value) {
  return z.object({ chosen: value.nullable(), salesforce: value.nullable().meta({ description: 'Null: Salesforce has not said' }) });
}

/** Whether answers are noticed, or what that lacks. `not_wanted`: the admin lets the product see nothing of mailboxes. */
const Replies = z.enum(['noticed', 'starting', 'silent', 'permission_missing', 'not_wanted', 'mailbox_needed']);
export type Replies = z.infer<typeof Replies>;

/** By which way emails leave that name no other sender. */
const Channel = z.enum(['mailbox', 'team_smtp', 'team_smtp_refused', 'mailbox_needed']);
export type Channel = z.infer<typeof Channel>;

/** ON-6: the caller's own page. */
export const Profile = z
  .object({
    name: z.string().nullable(),
    email: z.string(),
    language: chosenBeside(Language),
    locale: chosenBeside(z.string()),
    timeZone: chosenBeside(z.string()),
    isStopped: z.boolean().meta({ description: 'An admin has stopped everything in the org; nothing can be connected' }),
    health: z.object({
      mailbox: EmailConnection.nullable(),
      replies: Replies,
      channel: Channel,
      salesforce: z.enum(['connected', 'api_disabled', 'reconnect_required', 'disconnected']),
    }),
    identities: IdentityList,
  })
  .meta({ id: 'Profile' });
export type Profile = z.infer<typeof Profile>;

/** Null gives a choice back to Salesforce. */
export const ProfileChange = z
  .object({
    language: Language.nullable(),
    locale: z
      .string()
      .max(50)
      .refine((text) => localeOf(text) === text, asEnglish(sentence('localeUnknown')))
      .nullable(),
    timeZone: z
      .string()
      .max(100)
      .refine(isTimeZone, asEnglish(sentence('timeZoneUnknown')))
      .nullable(),
  })
  .meta({ id: 'ProfileChange' });
export type ProfileChange = z.infer<typeof ProfileChange>;
