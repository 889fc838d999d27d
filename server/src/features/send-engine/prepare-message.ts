import { problemOfAddress } from '../../platform/email-address.ts';
import { AppError } from '../../platform/errors.ts';
import type { Tx } from '../../platform/postgres.ts';
import { LARGEST_WHOLE_MESSAGE, type OutgoingMessage } from '../../providers/mailbox.ts';
import { linkContent } from '../content/index.ts';
import { embedPictures, type EmbeddedPicture } from '../email-pictures/index.ts';
import type { FileOfMessage } from '../files/index.ts';
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

export interface MessageWish {
  email: DueEmail;
  /** Its files; null when one of them is gone. */
  files: readonly FileOfMessage[] | null;
  /** Where it leaves from. */
  provider: keyof typeof LARGEST_WHOLE_MESSAGE;
  thread: Thread | null;
  date: Date;
  /** Where recipients find what it links to. */
  publicUrl: string;
}

/**
 * The message of an email that is due, in its thread where it follows another, with its pictures and files in it and links of its own to
 * contents; files that would make it
 * larger than its vendor takes in one piece stand beside it. Or why there can be none: an address that nobody can be reached at, words too
 * large to be read, or, without a reason, a picture or a file that is gone: those of an email that waits are never deleted, and a retry
 * names those that somebody took out of the database by hand.
 */
export async function prepareMessage(
  tx: Tx,
  orgId: string,
  { email, files, provider, thread, date, publicUrl }: MessageWish,
): Promise<Prepared | { fault: SalesEmailReason | null }> {
  const recipients = recipientsOf(email);
  if (recipients.some((address) => problemOfAddress(address) !== null)) return { fault: 'recipient_refused' };
  const body = await bodyToSend(tx, orgId, email, publicUrl, date);
  if (!body || !files) return { fault: null };
  try {
    return await build({ ...email, ...body, files, largest: LARGEST_WHOLE_MESSAGE[provider] }, thread, recipients, date);
  } catch (error) {
    if (error instanceof AppError && error.code === 'text_too_large') return { fault: 'message_too_large' };
    throw error;
  }
}

/** Words of before they were cleaned on their way in have no pictures of ours. */
async function bodyToSend(
  tx: Tx,
  orgId: string,
  { id, bodyHtml, bodyIsClean, userId }: DueEmail,
  publicUrl: string,
  now: Date,
): Promise<Body | null> {
  if (!bodyIsClean) return { bodyHtml, pictures: [] };
  const embedded = await embedPictures(tx, orgId, userId, await linkContent(tx, orgId, { salesEmailId: id, publicUrl, now }, bodyHtml));
  return embedded && { bodyHtml: embedded.html, pictures: embedded.pictures };
}

interface Parts extends DueEmail, Body {
  files: readonly FileOfMessage[];
  largest: number;
}

async function build(email: Parts, thread: Thread | null, recipients: string[], date: Date): Promise<Prepared> {
  const messageId = email.messageId ?? messageIdOf(email.id, email.fromAddress);
  const isWhole = email.files.length === 0 || sizeWith(email) <= email.largest;
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
    files: isWhole ? email.files : [],
    ...(thread && { references: thread.references }),
  });
  const place = thread && { thread: { threadId: thread.threadId, originalId: thread.originalId } };
  const beside = isWhole ? {} : { files: email.files };
  const message = { mime, ...beside, messageId, reference: email.id, fromAddress: email.fromAddress, recipients, ...place };
  return { message, html, text };
}

/** Base64 makes 78 of 57 bytes with the ends of its lines (RFC 2045 6.8). The words leave twice, and each part has a head of its own. */
function sizeWith({ bodyHtml, pictures, files }: Parts): number {
  const bytes = [...pictures, ...files].reduce((sum, part) => sum + Math.ceil(part.bytes.byteLength / 57) * 78 + 2_000, 0);
  return bytes + 6 * Buffer.byteLength(bodyHtml);
}
