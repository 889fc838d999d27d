import { answeredIds, headerOf, readableHeader } from '../mail/index.ts';
import type { GoogleState, Mailbox, Message } from './entities.ts';

const DAY_MS = 86_400_000;

export interface NewMessage {
  raw: Buffer;
  labelIds: string[];
  /** Milliseconds since 1970. */
  at: number;
  threadId?: string | undefined;
}

/** Stores a message and writes its history. Without a thread it joins the one it answers to, or starts its own. */
export function addMessage(state: GoogleState, mailbox: Mailbox, { raw, labelIds, at, threadId }: NewMessage): Message {
  state.lastMessageNumber += 1;
  const id = (0x19a0000000000000n + BigInt(state.lastMessageNumber) * 4099n).toString(16);
  const historyId = advanceHistory(mailbox);
  const message = {
    id,
    threadId: threadId ?? threadOf(mailbox, raw) ?? id,
    labelIds,
    raw: raw.toString('base64'),
    messageId: headerOf(raw, 'Message-ID') ?? '',
    at,
    historyId,
  };
  mailbox.messages.push(message);
  mailbox.history.push({ id: historyId, at, messageId: id });
  return message;
}

/** History ids grow but are not contiguous. */
function advanceHistory(mailbox: Mailbox): number {
  mailbox.historyId += 3 + (mailbox.historyId % 5);
  return mailbox.historyId;
}

function threadOf(mailbox: Mailbox, raw: Buffer): string | undefined {
  const answered = answeredIds(raw);
  if (answered.length === 0) return undefined;
  return mailbox.messages.findLast((message) => answered.includes(message.messageId))?.threadId;
}

/** Gmail keeps a message in the asked-for thread only when it also refers to it and has the same subject. */
export function belongsToThread(mailbox: Mailbox, threadId: string, raw: Buffer): boolean {
  const answered = answeredIds(raw);
  const subject = plainSubject(raw);
  return mailbox.messages.some(
    (message) => message.threadId === threadId && answered.includes(message.messageId) && plainSubject(rawOf(message)) === subject,
  );
}

export function rawOf(message: Message): Buffer {
  return Buffer.from(message.raw, 'base64');
}

/** Drops what can no longer be listed and remembers where the known history begins. */
export function forgetOldHistory(mailbox: Mailbox, nowMs: number, historyDays: number): void {
  const oldestKept = nowMs - historyDays * DAY_MS;
  for (let entry = mailbox.history[0]; entry && entry.at <= oldestKept; entry = mailbox.history[0]) {
    mailbox.historyHorizon = entry.id;
    mailbox.history.shift();
  }
}

function plainSubject(raw: Buffer): string {
  return readableHeader(raw, 'Subject')
    .replace(/^(\s*(re|fwd?|aw)\s*:)+/i, '')
    .trim()
    .toLowerCase();
}
