import { z } from 'zod';
import { MOST_SIGNATURE_CHARACTERS } from '../../platform/rich-text/sanitize-signature.ts';
import { Said } from '../../platform/said-answers.ts';
import { Timestamp } from '../../platform/schemas.ts';
import { EndedAccess } from '../kill-switch/index.ts';
import { TOKENS } from './welcome-words.ts';

export const User = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string().nullable(),
    role: z.enum(['rep', 'admin']),
    state: z.enum(['invited', 'activated', 'deactivated']),
    mailbox: z
      .object({ provider: z.enum(['google', 'microsoft']), address: z.string(), state: z.enum(['connected', 'reconnect_required']) })
      .nullable(),
    salesforce: z
      .enum(['connected', 'api_disabled', 'reconnect_required', 'disconnected'])
      .nullable()
      .meta({ description: "The user's own connection to Salesforce; `api_disabled`: Salesforce does not give the user API Enabled" }),
    lastActiveAt: Timestamp.nullable().meta({ description: 'When the panel or the app was last opened, to the hour' }),
    invitedAt: Timestamp,
    isInvitationExpired: z.boolean().meta({ description: 'The invitation is over 30 days old: it opens nothing and holds no seat' }),
    invitationSentAt: Timestamp.nullable(),
    invitationError: Said.nullable(),
    activatedAt: Timestamp.nullable(),
    endedAccess: EndedAccess.nullable().meta({ description: 'Of a deactivated user: why, and what became of the grants' }),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof User>;

/** What keeps a mailbox from sending or from noticing answers while it is connected. */
const UserMailboxTrouble = z.object({ userId: z.uuid(), kind: z.enum(['blocked', 'full', 'silent']) });
export type UserMailboxTrouble = z.infer<typeof UserMailboxTrouble>;

export const UserList = z
  .object({
    users: z.array(User),
    meId: z.uuid().meta({ description: 'The caller, who cannot end the own access' }),
    mailboxTroubles: z.array(UserMailboxTrouble),
    apiAccessCheckedAt: Timestamp.nullable().meta({ description: 'When everybody was last asked for API Enabled' }),
  })
  .meta({ id: 'UserList' });
export type UserList = z.infer<typeof UserList>;

export const ApiAccessCheck = z
  .object({ askedAt: Timestamp.meta({ description: 'Over when `apiAccessCheckedAt` of the list is not before it' }) })
  .meta({ id: 'ApiAccessCheck' });

/** AD-1 */
export const MOST_INVITATIONS = 100;
/** More than an org can have. */
const MOST_CHOSEN_TEAMS = 50;
const TypedAddress = z.string().trim().min(1).max(254);
const Role = z.enum(['rep', 'admin']);

/** AD-1: one or several addresses at once; `admins` are those among them that get another role than the others. */
export const Invitations = z
  .object({
    emails: z.array(TypedAddress).min(1).max(MOST_INVITATIONS),
    role: Role.default('rep'),
    admins: z
      .array(TypedAddress)
      .max(MOST_INVITATIONS)
      .default([])
      .meta({ description: 'Those of `emails` that become admins whatever `role` says' }),
    teams: z
      .array(z.object({ id: z.uuid(), emails: z.array(TypedAddress).max(MOST_INVITATIONS) }))
      .max(MOST_CHOSEN_TEAMS)
      .default([])
      .meta({ description: 'Which of `emails` are in which team from the beginning' }),
  })
  .meta({ id: 'Invitations' });

export const InvitationDraft = z.object({ emails: z.array(TypedAddress).min(1).max(MOST_INVITATIONS) }).meta({ id: 'InvitationDraft' });

const InvitationCheck = z.object({
  email: z.string(),
  finding: z.enum([
    'ready',
    'not_an_address',
    'repeated',
    'already_invited',
    'already_active',
    'not_in_salesforce',
    'inactive_in_salesforce',
  ]),
  name: z.string().nullable().meta({ description: 'As Salesforce has it' }),
});
export type InvitationCheck = z.infer<typeof InvitationCheck>;

/** What an invitation would come to: one line per address, in order. */
export const InvitationChecks = z
  .object({
    results: z.array(InvitationCheck),
    isSalesforceAsked: z
      .boolean()
      .meta({ description: 'False: Salesforce could not be asked, and nothing is known of who has a user there' }),
  })
  .meta({ id: 'InvitationChecks' });
export type InvitationChecks = z.infer<typeof InvitationChecks>;

export const SalesforceUserQuery = z.object({ q: z.string().max(100) });
export const SalesforceUserList = z
  .object({
    users: z.array(
      z.object({
        salesforceUserId: z.string(),
        name: z.string(),
        email: z.string(),
        title: z.string().nullable(),
        state: z.enum(['invited', 'activated', 'deactivated']).nullable().meta({ description: 'Of the user here who has the address' }),
      }),
    ),
  })
  .meta({ id: 'SalesforceUserList' });

const Column = z.int().min(0).max(1_000);

/**
 * A file as text, and which columns to read. A column that is left out is guessed. With null as `roleColumn` everybody is a rep, and with
 * null as `teamColumn` nobody is in a team.
 */
export const InvitationFile = z
  .object({
    csv: z.string().min(1),
    emailColumn: Column.optional(),
    roleColumn: Column.nullable().optional(),
    teamColumn: Column.nullable().optional(),
  })
  .meta({ id: 'InvitationFile' });
export type InvitationFile = z.infer<typeof InvitationFile>;

export const InvitationCsv = z
  .object({
    columns: z.array(z.object({ name: z.string().nullable(), samples: z.array(z.string()) })),
    emailColumn: Column,
    roleColumn: Column.nullable(),
    teamColumn: Column.nullable(),
    rows: z.array(
      z.object({
        line: z.int().meta({ description: 'In the file, from 1' }),
        email: z.string(),
        role: Role,
        teamIds: z.array(z.uuid()),
        problem: z.enum(['no_address', 'not_an_address', 'repeated', 'unknown_role', 'unknown_team', 'too_many']).nullable(),
      }),
    ),
  })
  .meta({ id: 'InvitationCsv' });
export type InvitationCsv = z.infer<typeof InvitationCsv>;

const ResentInvitation = z.object({
  userId: z.uuid(),
  email: z.string(),
  outcome: z.enum(['sent', 'too_many_letters', 'no_seat_left']),
  retryAt: Timestamp.nullable().meta({ description: 'For `too_many_letters`: when it is possible' }),
});
export type ResentInvitation = z.infer<typeof ResentInvitation>;
export const ResentInvitations = z.object({ results: z.array(ResentInvitation) }).meta({ id: 'ResentInvitations' });

/** One line per address asked for, in order: nobody is skipped without a reason. */
export const InvitationResult = z
  .object({
    results: z.array(
      z.object({
        email: z.string(),
        outcome: z.enum(['invited', 'already_invited', 'already_active', 'not_an_address', 'no_seat_left', 'too_many_letters']),
        retryAt: Timestamp.nullable().meta({ description: 'For `too_many_letters`: when the address can be invited' }),
        user: User.nullable(),
      }),
    ),
  })
  .meta({ id: 'InvitationResult' });

export const WelcomeLetterWords = z
  .object({ subject: z.string().trim().min(1).max(150), bodyHtml: z.string().max(20_000) })
  .meta({ id: 'WelcomeLetterWords' });

/** The words that hold now. Tokens stand in double braces. */
export const WelcomeLetterPage = z
  .object({
    subject: z.string(),
    bodyHtml: z.string(),
    isOurs: z.boolean(),
    updatedAt: Timestamp.nullable(),
    updatedBy: z.string().nullable(),
    tokens: z.array(z.enum(TOKENS)),
  })
  .meta({ id: 'WelcomeLetterPage' });
export type WelcomeLetterPage = z.infer<typeof WelcomeLetterPage>;

/** What the letter says, part by part. */
export const WelcomeLetterPreview = z
  .object({
    fromName: z.string(),
    company: z.string(),
    subject: z.string(),
    bodyHtml: z.string(),
    button: z.string(),
    validity: z.string(),
    footer: z.string(),
  })
  .meta({ id: 'WelcomeLetterPreview' });
export type WelcomeLetterPreview = z.infer<typeof WelcomeLetterPreview>;

export const RoleChange = z.object({ role: Role }).meta({ id: 'RoleChange' });

export const Me = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string().nullable(),
    role: z.enum(['rep', 'admin']),
    signatureHtml: z.string(),
    panelTourDone: z.boolean(),
  })
  .meta({ id: 'Me' });
export const MeChange = z
  .object({ signatureHtml: z.string().max(MOST_SIGNATURE_CHARACTERS).optional(), panelTourDone: z.boolean().optional() })
  .meta({ id: 'MeChange' });
