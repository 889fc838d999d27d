import { randomBytes } from 'node:crypto';
import { answeredIds, headerOf, withHeader } from '../mail/index.ts';
import type { ExtendedProperty, Folder, Mailbox, Message, MicrosoftState } from './entities.ts';
import { indexOf } from './mailbox-index.ts';

export interface NewMessage {
  raw: Buffer;
  folder: Folder;
  at: number;
  extendedProperties?: ExtendedProperty[];
  reference?: string | null;
  isRead?: boolean;
  joinsByHeaders?: boolean;
}

/**
 * Stores a message. One without a Message-ID gets one of Exchange's kind. It joins the conversation it answers to, unless that is said not
 * to count.
 */
export function addMessage(
  mailbox: Mailbox,
  { raw, folder, at, extendedProperties = [], reference = null, isRead = folder !== 'inbox', joinsByHeaders = true }: NewMessage,
): Message {
  const index = indexOf(mailbox);
  const complete = headerOf(raw, 'Message-ID') === undefined ? withHeader(raw, 'Message-ID', newMessageId()) : raw;
  const answered = answeredIds(complete).flatMap((id) => index.byMessageId.get(id) ?? []);
  const message: Message = {
    immutableId: newId('AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A'),
    restId: newId('AAMkADhm'),
    folder,
    conversationId: (joinsByHeaders && answered[0]?.conversationId) || newId('AAQkADhm'),
    raw: complete.toString('base64'),
    internetMessageId: headerOf(complete, 'Message-ID') ?? '',
    extendedProperties,
    createdAt: at,
    modifiedAt: at,
    reference,
    isRead,
    submittedAt: null,
    version: 1,
    seq: 0,
  };
  mailbox.messages.push(message);
  index.add(message);
  index.change(message);
  return message;
}

/** Replaces the content of a message and what is kept beside it. */
export function setRaw(mailbox: Mailbox, message: Message, raw: Buffer, at: number): void {
  message.raw = raw.toString('base64');
  message.internetMessageId = headerOf(raw, 'Message-ID') ?? message.internetMessageId;
  indexOf(mailbox).byMessageId.set(message.internetMessageId, message);
  changed(mailbox, message, at);
}

export function rawOf(message: Message): Buffer {
  return Buffer.from(message.raw, 'base64');
}

/** Hands a draft to the transport, which takes it at that time. */
export function submit(mailbox: Mailbox, message: Message, leavesAt: number): void {
  message.submittedAt = leavesAt;
  indexOf(mailbox).onTheirWay.add(message);
}

/** Without the ImmutableId preference, an item that changes folder changes its id. */
export function move(mailbox: Mailbox, message: Message, folder: Folder, at: number): void {
  const index = indexOf(mailbox);
  index.remove(message);
  message.folder = folder;
  message.restId = newId('AAMkADhm');
  index.add(message);
  changed(mailbox, message, at);
}

export function deleteMessage(mailbox: Mailbox, message: Message): void {
  indexOf(mailbox).remove(message);
  mailbox.messages = mailbox.messages.filter((candidate) => candidate !== message);
}

/** Turns drafts that left long enough ago into sent items. To be called before a mailbox is read. */
export function settle({ settings }: MicrosoftState, mailbox: Mailbox, nowMs: number): void {
  const { onTheirWay } = indexOf(mailbox);
  for (const message of onTheirWay) {
    if (message.submittedAt !== null && nowMs < message.submittedAt + settings.sentCopyLagMs) continue;
    onTheirWay.delete(message);
    move(mailbox, message, 'sentitems', message.submittedAt ?? nowMs);
  }
}

/** The message by either of its ids. */
export function findMessage(mailbox: Mailbox, id: string): Message | undefined {
  return indexOf(mailbox).byId.get(id);
}

export function newMessageId(): string {
  return `<${randomBytes(16).toString('hex').toUpperCase()}@SIM0PR01MB0001.prod.exchangelabs.com>`;
}

function changed(mailbox: Mailbox, message: Message, at: number): void {
  message.modifiedAt = at;
  message.version += 1;
  indexOf(mailbox).change(message);
}

function newId(prefix: string): string {
  return `${prefix}${randomBytes(48).toString('base64url')}AAA=`;
}
