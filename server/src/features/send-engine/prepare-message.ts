import { problemOfAddress } from '../../platform/email-address.ts';
import { AppError } from '../../platform/errors.ts';
import type { OutgoingMessage } from '../../providers/mailbox.ts';
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

/**
 * The message of an email that is due, in its thread where it follows another. Or why there can be none: an address that nobody can be
 * reached at, words too large to be read.
 */
export async function prepareMessage(email: DueEmail, thread: Thread | null, date: Date): Promise<Prepared | { fault: SalesEmailReason }> {
  const recipients = recipientsOf(email);
  if (recipients.some((address) => problemOfAddress(address) !== null)) return { fault: 'recipient_refused' };
  try {
    return await build(email, thread, recipients, date);
  } catch (error) {
    if (error instanceof AppError && error.code === 'text_too_large') return { fault: 'message_too_large' };
    throw error;
  }
}

async function build(email: DueEmail, thread: Thread | null, recipients: string[], date: Date): Promise<Prepared> {
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
    ...(thread && { references: thread.references }),
  });
  const place = thread && { thread: { threadId: thread.threadId, originalId: thread.originalId } };
  const message = { mime, messageId, reference: email.id, fromAddress: email.fromAddress, recipients, ...place };
  return { message, html, text };
}
