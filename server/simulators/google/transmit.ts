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
import type { Account, GoogleState, Mailbox, Message, Send } from './entities.ts';
import { notFound } from './errors.ts';
import { belongsToThread, type NewMessage } from './mailbox.ts';
import { indexOf } from './mailbox-index.ts';
import { checkSend, countSend } from './sending-limits.ts';

export interface Transmission {
  account: Account;
  mailbox: Mailbox;
  raw: Buffer;
  threadId?: string | undefined;
}

interface Ways {
  /** Puts a message into a mailbox here and tells who watches it. */
  keep: (address: string, mailbox: Mailbox, message: NewMessage) => Message;
  deliver: (mail: Mail) => Promise<Undelivered[]>;
}

/** Sends as Gmail does: checks, rewrites, keeps a copy in Sent, delivers, and reports what could not be delivered. Throws GmailError. */
export function createTransmit(simulator: Simulator<GoogleState>, { keep, deliver }: Ways) {
  return async function transmit({ account, mailbox, raw, threadId }: Transmission): Promise<Message> {
    const { state, clock } = simulator;
    const recipients = recipientsOf(raw);
    const send: Send = {
      account: account.email,
      at: clock.nowMs(),
      messageId: headerOf(raw, 'Message-ID') ?? '',
      reference: headerOf(raw, 'X-MSI-Id') ?? '',
      recipients,
      outcome: 'refused',
    };
    state.sends.push(send);
    checkSend({ mailbox, raw, recipients, limits: state.settings.limits, nowMs: send.at });
    if (threadId !== undefined && !indexOf(mailbox).byThread.has(threadId)) throw notFound();
    send.outcome = 'accepted';
    countSend(mailbox, account.email, recipients, send.at);

    const written = rewrite(raw, account, state.settings.rewriteMessageId, clock.now());
    const isToSelf = recipients.includes(account.email);
    const message = keep(account.email, mailbox, {
      raw: written,
      labelIds: isToSelf ? ['UNREAD', 'SENT', 'INBOX'] : ['SENT'],
      at: send.at,
      threadId: threadId !== undefined && belongsToThread(mailbox, threadId, written) ? threadId : undefined,
    });
    if (!state.settings.deliversMail) return message;
    const undelivered = await deliver({
      from: account.email,
      to: recipients.filter((address) => address !== account.email),
      raw: withoutHeaders(written, (name) => name === 'bcc'),
    });
    const report = await reportOf(simulator, account, message, undelivered);
    if (report) keep(account.email, mailbox, report);
    return message;
  };
}

/** What is already right stays as it is, byte for byte. */
function rewrite(raw: Buffer, account: Account, rewriteMessageId: boolean | 'random', now: Date): Buffer {
  let message = raw;
  const from = headerOf(message, 'From');
  if (!mayWriteFrom(account, addressesIn(from)[0])) {
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

function mayWriteFrom({ email, aliases }: Account, address: string | undefined): boolean {
  return address === email || aliases.some((alias) => alias.isVerified && alias.address === address);
}

async function reportOf(
  { clock }: Simulator<GoogleState>,
  account: Account,
  message: Message,
  undelivered: Undelivered[],
): Promise<NewMessage | null> {
  const first = undelivered[0];
  if (!first) return null;
  const raw = await composeDeliveryReport({
    host: 'google',
    kind: first.reason.startsWith('4') ? 'delayed' : 'unknown_address',
    original: Buffer.from(message.raw, 'base64'),
    recipients: undelivered.map(({ address }) => address),
    to: account.email,
    now: clock.now(),
    diagnostic: first.reason,
  });
  return { raw, labelIds: ['UNREAD', 'INBOX'], at: clock.nowMs(), threadId: message.threadId };
}
