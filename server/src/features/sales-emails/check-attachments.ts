import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { roomFor, SMALL_ROOM } from '../email-pictures/index.ts';
import { checkSizes, holdAttachments, MOST_FILE_BYTES } from '../files/index.ts';
import { leavesFromMailbox, type DraftToSave } from './repository.ts';
import type { Compose } from './schemas.ts';

/** False for a mailbox that takes an email in one small request and nothing beside it: Outlook with the permission to send alone. */
export type TakesLargeEmails = (tx: Tx, orgId: string, userId: string) => Promise<boolean>;

/** What the compose window says of files before any is there. */
export function limitOf(takesLarge: boolean): Pick<Compose, 'attachmentLimitBytes' | 'attachmentLimitReason'> {
  return takesLarge
    ? { attachmentLimitBytes: MOST_FILE_BYTES, attachmentLimitReason: 'mail_servers' }
    : { attachmentLimitBytes: SMALL_ROOM, attachmentLimitReason: 'mailbox_permission' };
}

interface Dependencies {
  pool: Pool;
  takesLargeEmails: TakesLargeEmails;
}

/**
 * Refuses an email whose files cannot leave with it. An email without files asks nothing. AppError 409 `file_gone`; 413
 * `files_too_large_for_email`, for files beside `pictureBytes` of pictures.
 */
export async function checkAttachments(
  { pool, takesLargeEmails }: Dependencies,
  orgId: string,
  userId: string,
  { attachmentIds = [], identityId, bodyHtml }: Pick<DraftToSave, 'attachmentIds' | 'identityId' | 'bodyHtml'>,
  pictureBytes: number,
  now: Date,
): Promise<void> {
  if (attachmentIds.length === 0) return;
  await inOrg(pool, orgId, async (tx) => {
    const files = await holdAttachments(tx, orgId, userId, attachmentIds, now);
    checkSizes(files);
    const isSmall = !(await takesLargeEmails(tx, orgId, userId)) && (await leavesFromMailbox(tx, orgId, userId, identityId));
    if (isSmall) checkSizes(files, Math.max(0, roomFor(bodyHtml) - pictureBytes));
  });
}
