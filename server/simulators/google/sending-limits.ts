import type { Limits, Mailbox } from './entities.ts';
import { addressesIn, headerOf } from '../mail/index.ts';
import { GmailError, invalidArgument, sendingLimitReached } from './errors.ts';

const DAY_MS = 86_400_000;
/** `maxSize` of the upload of messages.send in the discovery document. */
const MAX_BYTES = 36_700_160;

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

interface Handed {
  mailbox: Mailbox;
  raw: Buffer;
  recipients: string[];
  limits: Limits;
  nowMs: number;
}

/**
 * Refuses what Gmail refuses. Reaching a limit of the day locks sending until the oldest mail in the window is a day old. Throws
 * GmailError.
 */
export function checkSend({ mailbox, raw, recipients, limits, nowMs }: Handed): void {
  if (raw.length > MAX_BYTES) throw new GmailError(413, 'uploadTooLarge', 'INVALID_ARGUMENT', 'Request Entity Too Large');
  if (recipients.length === 0) throw invalidArgument('Recipient address required');
  for (const header of ['To', 'Cc', 'Bcc'])
    if (addressesIn(headerOf(raw, header)).some((address) => !ADDRESS.test(address))) throw invalidArgument(`Invalid ${header} header`);
  if (limits.recipientsPerMessage !== null && recipients.length > limits.recipientsPerMessage) throw invalidArgument('Too many recipients');

  const { messagesPerDay, recipientsPerDay, externalRecipientsPerDay } = limits;
  if (messagesPerDay === null && recipientsPerDay === null && externalRecipientsPerDay === null) return;
  forgetOld(mailbox, nowMs);
  const isFull =
    (messagesPerDay !== null && mailbox.sent.length >= messagesPerDay) ||
    (recipientsPerDay !== null && total(mailbox, 'recipients') >= recipientsPerDay) ||
    (externalRecipientsPerDay !== null && total(mailbox, 'external') >= externalRecipientsPerDay);
  if (isFull) throw sendingLimitReached(new Date((mailbox.sent[0]?.at ?? nowMs) + DAY_MS));
}

/** Counts what was accepted. */
export function countSend(mailbox: Mailbox, address: string, recipients: string[], nowMs: number): void {
  const domain = address.slice(address.indexOf('@'));
  mailbox.sent.push({
    at: nowMs,
    recipients: recipients.length,
    external: recipients.filter((recipient) => !recipient.endsWith(domain)).length,
  });
}

function forgetOld(mailbox: Mailbox, nowMs: number): void {
  const firstKept = mailbox.sent.findIndex(({ at }) => at > nowMs - DAY_MS);
  mailbox.sent.splice(0, firstKept === -1 ? mailbox.sent.length : firstKept);
}

function total(mailbox: Mailbox, what: 'recipients' | 'external'): number {
  return mailbox.sent.reduce((sum, entry) => sum + entry[what], 0);
}
