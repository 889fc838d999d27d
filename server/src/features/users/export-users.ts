import { csvLine } from '../../platform/csv.ts';
import type { ListUsers } from './list-users.ts';
import type { User, UserMailboxTrouble } from './schemas.ts';

const HEADER = [
  'Name',
  'Email address',
  'Role',
  'State',
  'Salesforce',
  'Mailbox',
  'Mailbox state',
  'Last active (UTC)',
  'Invited (UTC)',
  'Invitation sent (UTC)',
  'Activated (UTC)',
];

export type ExportUsers = (orgId: string, meId: string) => Promise<string>;

/** Everybody of the Users page as CSV (RFC 4180) that a spreadsheet can open without running anything in it. */
export function createExportUsers({ listUsers }: { listUsers: ListUsers }): ExportUsers {
  return async function exportUsers(orgId, meId) {
    const { users, mailboxTroubles } = await listUsers(orgId, meId);
    const troubles = new Map(mailboxTroubles.map(({ userId, kind }) => [userId, kind]));
    return [HEADER, ...users.map((user) => cellsOf(user, troubles.get(user.id)))].map(csvLine).join('');
  };
}

function cellsOf(user: User, trouble: UserMailboxTrouble['kind'] | undefined): (string | null)[] {
  const { mailbox } = user;
  return [
    user.name,
    user.email,
    user.role,
    user.isInvitationExpired ? 'invitation_expired' : user.state,
    user.salesforce,
    mailbox?.address ?? null,
    mailbox && (trouble ?? mailbox.state),
    user.lastActiveAt,
    user.invitedAt,
    user.invitationSentAt,
    user.activatedAt,
  ];
}
