import { commonSentence } from '../../platform/error-words/index.ts';
import { AppError } from '../../platform/errors.ts';
import type { Tx } from '../../platform/postgres.ts';
import { bodyStyleOf } from '../email-font/index.ts';
import { findSender } from './repository.ts';
import type { Compose } from './schemas.ts';

export type ComposeSender = Pick<Compose, 'from' | 'signatureHtml' | 'bodyStyle' | 'identities' | 'undoSeconds' | 'timeZone'>;

/** What the rep can send as now, besides the mailbox. */
export type FindSenderIdentities = (tx: Tx, orgId: string, userId: string) => Promise<Compose['identities']>;

/** As whom a rep writes, and what an email begins with. AppError 404 `not_found` for a user who is gone. */
export async function findComposeSender(
  tx: Tx,
  orgId: string,
  userId: string,
  findSenderIdentities: FindSenderIdentities,
): Promise<ComposeSender> {
  const found = await findSender(tx, orgId, userId);
  if (!found) throw new AppError('not_found', { title: commonSentence('userGone') });
  const { font, ...sender } = found;
  return { ...sender, bodyStyle: bodyStyleOf(font), identities: await findSenderIdentities(tx, orgId, userId) };
}
