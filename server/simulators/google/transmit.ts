import { randomBytes } from 'node:crypto';
import {
  addressesIn,
  composeDeliveryReport,
  headerOf,
  recipientsOf,
  withHeader,
  withoutHeaders,
  type Mail,
  type Undelivered,
} from '../mail/index.ts';
import type { Simulator } from '../common/index.ts';
import type { Account, GoogleState, Mailbox, Message } from './entities.ts';
import { GmailError, invalidArgument, notFound, sendingLimitReached } from './errors.ts';
import { addMessage, belongsToThread } from './mailbox.ts';

const DAY_MS = 86_400_000;
const MAX_BYTES = 25 * 1024 * 1024;

export interface Transmission {
  account: Account;
  mailbox: Mailbox;
  raw: Buffer;
  threadId?: string | undefined;
}

/** Sends as Gmail does: checks, rewrites, keeps a copy in Sent, delivers, and reports what could not be delivered. Throws GmailError. */
export function createTransmit(simulator: Simulator<GoogleState>, deliver: (mail: Mail) => Promise<Undelivered[]>) {
  return async ({ account, mailbox, raw, threadId }: Transmission): Promise<Message> => {
    const { state, clock } = simulator;
    const recipients = recipientsOf(raw);
    check(simulator, mailbox, raw, recipients);
    if (threadId !== undefined && !mailbox.messages.some((message) => message.threadId === threadId)) throw notFound();

    const written = rewrite(raw, account, state.settings.rewriteMessageId, clock.now());
    const isToSelf = recipients.includes(account.email);
    const message = addMessage(state, mailbox, {
      raw: written,
      labelIds: isToSelf ? ['UNREAD', 'SENT', 'INBOX'] : ['SENT'],
      at: clock.nowMs(),
      threadId: threadId !== undefined && belongsToThread(mailbox, threadId, written) ? threadId : undefined,
    });
    const undelivered = await deliver({
      from: account.email,
      to: recipients.filter((address) => address !== account.email),
      raw: withoutHeaders(written, (name) => name === 'bcc'),
    });
    await bounce(simulator, account, mailbox, message, undelivered);
    return message;
  };
}

function check({ state, clock }: Simulator<GoogleState>, mailbox: Mailbox, raw: Buffer, recipients: string[]): void {
  const { messagesPerDay, recipientsPerMessage } = state.settings.limits;
  if (raw.length > MAX_BYTES) throw new GmailError(413, 'uploadTooLarge', 'INVALID_ARGUMENT', 'Request Entity Too Large');
  if (recipients.length === 0) throw invalidArgument('Recipient address required');
  const wrong = recipients.find((address) => !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(address));
  if (wrong !== undefined) throw invalidArgument('Invalid To header');
  if (recipients.length > recipientsPerMessage) throw invalidArgument('Too many recipients');
  if (messagesPerDay === null) return;
  const today = mailbox.messages.filter(({ labelIds, at }) => labelIds.includes('SENT') && at > clock.nowMs() - DAY_MS);
  if (today.length >= messagesPerDay) throw sendingLimitReached(new Date((today[0]?.at ?? clock.nowMs()) + DAY_MS));
}

/** What is already right stays as it is, byte for byte. */
function rewrite(raw: Buffer, account: Account, rewriteMessageId: boolean | 'random', now: Date): Buffer {
  let message = raw;
  const from = headerOf(message, 'From');
  if (addressesIn(from)[0] !== account.email) {
    message = withHeader(message, 'From', `"${account.name}" <${account.email}>`);
    if (from) message = withHeader(message, 'X-Google-Original-From', from);
  }
  if (headerOf(message, 'Date') === undefined) message = withHeader(message, 'Date', now.toUTCString().replace('GMT', '+0000'));
  const isReplaced = rewriteMessageId === 'random' ? randomBytes(1).readUInt8() < 128 : rewriteMessageId;
  if (isReplaced || headerOf(message, 'Message-ID') === undefined) {
    message = withHeader(message, 'Message-ID', `<CA${randomBytes(24).toString('base64url')}@mail.gmail.com>`);
  }
  return message;
}

async function bounce(
  { state, clock }: Simulator<GoogleState>,
  account: Account,
  mailbox: Mailbox,
  message: Message,
  undelivered: Undelivered[],
): Promise<void> {
  const first = undelivered[0];
  if (!first) return;
  const report = await composeDeliveryReport({
    host: 'google',
    kind: first.reason.startsWith('4') ? 'delayed' : 'unknown_address',
    original: Buffer.from(message.raw, 'base64'),
    recipients: undelivered.map(({ address }) => address),
    to: account.email,
    now: clock.now(),
    diagnostic: first.reason,
  });
  addMessage(state, mailbox, { raw: report, labelIds: ['UNREAD', 'INBOX'], at: clock.nowMs(), threadId: message.threadId });
}
