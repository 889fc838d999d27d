import { z } from 'zod';
import { Timestamp } from '../../platform/schemas.ts';
import { EndedAccess } from '../kill-switch/index.ts';

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
    invitedAt: Timestamp,
    isInvitationExpired: z.boolean().meta({ description: 'The invitation is over 30 days old: it opens nothing and holds no seat' }),
    invitationSentAt: Timestamp.nullable(),
    invitationError: z.string().nullable(),
    activatedAt: Timestamp.nullable(),
    endedAccess: EndedAccess.nullable().meta({ description: 'Of a deactivated user: why, and what became of the grants' }),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof User>;

export const UserList = z.object({ users: z.array(User) }).meta({ id: 'UserList' });

/** AD-1: one or several addresses at once. */
export const Invitations = z
  .object({ emails: z.array(z.string().trim().min(1).max(254)).min(1).max(100), role: z.enum(['rep', 'admin']).default('rep') })
  .meta({ id: 'Invitations' });

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

export const RoleChange = z.object({ role: z.enum(['rep', 'admin']) }).meta({ id: 'RoleChange' });

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
  .object({ signatureHtml: z.string().max(100_000).optional(), panelTourDone: z.boolean().optional() })
  .meta({ id: 'MeChange' });
