import { answeredIds, headerOf, readableHeader } from '../mail/index.ts';
import type { Filter, GoogleState, HistoryEntry, Mailbox, Message } from './entities.ts';
import { forgetIndex, indexOf } from './mailbox-index.ts';

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
  const message: Message = {
    id,
    threadId: threadId ?? threadOf(mailbox, raw) ?? id,
    labelIds,
    raw: raw.toString('base64'),
    messageId: headerOf(raw, 'Message-ID') ?? '',
    at,
    historyId: 0,
  };
  mailbox.messages.push(message);
  writeHistory(mailbox, message, { kind: 'messageAdded', at, labelIds: [...labelIds] });
  return message;
}

/** Where a filter lets a new message go. */
export function labelsAtDelivery({ markRead, archive, spam }: Filter): string[] {
  return [...(markRead ? [] : ['UNREAD']), ...(spam ? ['SPAM'] : archive ? [] : ['INBOX'])];
}

/** Changes labels as a person does who reads, archives or deletes. */
export function changeLabels(mailbox: Mailbox, message: Message, change: { add: string[]; remove: string[] }, at: number): void {
  const added = change.add.filter((label) => !message.labelIds.includes(label));
  const removed = change.remove.filter((label) => message.labelIds.includes(label));
  message.labelIds = [...message.labelIds.filter((label) => !removed.includes(label)), ...added];
  if (added.length > 0) writeHistory(mailbox, message, { kind: 'labelAdded', at, labelIds: added });
  if (removed.length > 0) writeHistory(mailbox, message, { kind: 'labelRemoved', at, labelIds: removed });
}

/** Deletes for good. History still names the message. */
export function deleteMessage(mailbox: Mailbox, message: Message, at: number): void {
  mailbox.messages.splice(mailbox.messages.indexOf(message), 1);
  forgetIndex(mailbox);
  writeHistory(mailbox, message, { kind: 'messageDeleted', at, labelIds: [...message.labelIds] });
}

function writeHistory(mailbox: Mailbox, message: Message, entry: Pick<HistoryEntry, 'kind' | 'at' | 'labelIds'>): void {
  message.historyId = advanceHistory(mailbox);
  mailbox.history.push({ id: message.historyId, messageId: message.id, threadId: message.threadId, ...entry });
}

/** History ids grow but are not contiguous. */
function advanceHistory(mailbox: Mailbox): number {
  mailbox.historyId += 3 + (mailbox.historyId % 5);
  return mailbox.historyId;
}

function threadOf(mailbox: Mailbox, raw: Buffer): string | undefined {
  const { byMessageId } = indexOf(mailbox);
  return answeredIds(raw).flatMap((id) => byMessageId.get(id) ?? [])[0]?.threadId;
}

/** Gmail keeps a message in the asked-for thread only when it also refers to it and has the same subject. */
export function belongsToThread(mailbox: Mailbox, threadId: string, raw: Buffer): boolean {
  const answered = answeredIds(raw);
  const subject = plainSubject(raw);
  const thread = indexOf(mailbox).byThread.get(threadId) ?? [];
  return thread.some((message) => answered.includes(message.messageId) && plainSubject(rawOf(message)) === subject);
}

export function rawOf(message: Message): Buffer {
  return Buffer.from(message.raw, 'base64');
}

/** The beginning of the message as far as headers can be expected: large attachments need not be decoded for them. */
export function headOf(message: Message): Buffer {
  return Buffer.from(message.raw.slice(0, 65_536), 'base64');
}

/** Drops what can no longer be listed and remembers where the known history begins. */
export function forgetOldHistory(mailbox: Mailbox, nowMs: number, historyDays: number): void {
  const oldestKept = nowMs - historyDays * DAY_MS;
  let count = 0;
  for (let entry = mailbox.history[0]; entry && entry.at <= oldestKept; entry = mailbox.history[count]) {
    mailbox.historyHorizon = entry.id;
    count += 1;
  }
  if (count > 0) mailbox.history.splice(0, count);
}

/** Makes every history id that anybody may have kept too old. */
export function expireHistory(mailbox: Mailbox): void {
  mailbox.history = [];
  mailbox.historyHorizon = advanceHistory(mailbox);
}

function plainSubject(raw: Buffer): string {
  return readableHeader(raw, 'Subject')
    .replace(/^(\s*(re|fwd?|aw)\s*:)+/i, '')
    .trim()
    .toLowerCase();
}
