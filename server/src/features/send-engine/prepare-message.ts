import { problemOfAddress } from '../../platform/email-address.ts';
import { AppError } from '../../platform/errors.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { OutgoingMessage } from '../../providers/mailbox.ts';
import { embedPictures, type EmbeddedPicture } from '../email-pictures/index.ts';
import { recipientsOf, type DueEmail } from './attempts.ts';
import { buildMessage, messageIdOf } from './build-message.ts';
import type { SalesEmailReason } from './schemas.ts';
import type { Thread } from './thread.ts';

/** An email as it is handed to the vendor and kept. */
export interface Prepared {
  message: OutgoingMessage;
  html: string;
  text: string;
}

interface Body {
  bodyHtml: string;
  pictures: EmbeddedPicture[];
}

/**
 * The message of an email that is due, in its thread where it follows another, with its pictures in it. Or why there can be none: an
 * address that nobody can be reached at, words too large to be read, or, without a reason, a picture that is gone: pictures of an email
 * that waits are never deleted, and a retry names those that somebody took out of the database by hand.
 */
export async function prepareMessage(
  tx: Tx,
  orgId: string,
  email: DueEmail,
  thread: Thread | null,
  date: Date,
): Promise<Prepared | { fault: SalesEmailReason | null }> {
  const recipients = recipientsOf(email);
  if (recipients.some((address) => problemOfAddress(address) !== null)) return { fault: 'recipient_refused' };
  const body = await bodyToSend(tx, orgId, email);
  if (!body) return { fault: null };
  try {
    return await build({ ...email, ...body }, thread, recipients, date);
  } catch (error) {
    if (error instanceof AppError && error.code === 'text_too_large') return { fault: 'message_too_large' };
    throw error;
  }
}

/** Words of before they were cleaned on their way in have no pictures of ours. */
async function bodyToSend(tx: Tx, orgId: string, { bodyHtml, bodyIsClean, userId }: DueEmail): Promise<Body | null> {
  if (!bodyIsClean) return { bodyHtml, pictures: [] };
  const embedded = await embedPictures(tx, orgId, userId, bodyHtml);
  return embedded && { bodyHtml: embedded.html, pictures: embedded.pictures };
}

async function build(email: DueEmail & Body, thread: Thread | null, recipients: string[], date: Date): Promise<Prepared> {
  const messageId = email.messageId ?? messageIdOf(email.id, email.fromAddress);
  const { mime, html, text } = await buildMessage({
    id: email.id,
    messageId,
    date,
    from: { name: email.fromName, address: email.fromAddress },
    to: { name: email.personName, address: email.toAddress },
    cc: email.cc,
    bcc: email.bcc,
    subject: email.subject,
    bodyHtml: email.bodyHtml,
    bodyIsClean: email.bodyIsClean,
    font: email.font,
    pictures: email.pictures,
    ...(thread && { references: thread.references }),
  });
  const place = thread && { thread: { threadId: thread.threadId, originalId: thread.originalId } };
  const message = { mime, messageId, reference: email.id, fromAddress: email.fromAddress, recipients, ...place };
  return { message, html, text };
}
