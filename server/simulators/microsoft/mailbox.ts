import { randomBytes } from 'node:crypto';
import { answeredIds, headerOf, withHeader } from '../mail/index.ts';
import type { ExtendedProperty, Folder, Mailbox, Message, MicrosoftState } from './entities.ts';

export interface NewMessage {
  raw: Buffer;
  folder: Folder;
  at: number;
  extendedProperties?: ExtendedProperty[];
}

/** Stores a message. One without a Message-ID gets one of Exchange's kind. It joins the conversation it answers to. */
export function addMessage(mailbox: Mailbox, { raw, folder, at, extendedProperties = [] }: NewMessage): Message {
  const complete = headerOf(raw, 'Message-ID') === undefined ? withHeader(raw, 'Message-ID', newMessageId()) : raw;
  const answered = answeredIds(complete);
  const message: Message = {
    immutableId: newId('AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A'),
    restId: newId('AAMkADhm'),
    folder,
    conversationId:
      mailbox.messages.findLast(({ internetMessageId }) => answered.includes(internetMessageId))?.conversationId ?? newId('AAQkADhm'),
    raw: complete.toString('base64'),
    internetMessageId: headerOf(complete, 'Message-ID') ?? '',
    extendedProperties,
    createdAt: at,
    modifiedAt: at,
    submittedAt: null,
    version: 1,
  };
  mailbox.messages.push(message);
  return message;
}

/** Replaces the content of a message and what is kept beside it. */
export function setRaw(message: Message, raw: Buffer, at: number): void {
  message.raw = raw.toString('base64');
  message.internetMessageId = headerOf(raw, 'Message-ID') ?? message.internetMessageId;
  message.modifiedAt = at;
  message.version += 1;
}

export function rawOf(message: Message): Buffer {
  return Buffer.from(message.raw, 'base64');
}

/** Without the ImmutableId preference, an item that changes folder changes its id. */
export function move(message: Message, folder: Folder, at: number): void {
  message.folder = folder;
  message.restId = newId('AAMkADhm');
  message.modifiedAt = at;
  message.version += 1;
}

/** Turns drafts that left long enough ago into sent items. To be called before a mailbox is read. */
export function settle({ settings }: MicrosoftState, mailbox: Mailbox, nowMs: number): void {
  for (const message of mailbox.messages) {
    if (message.folder !== 'drafts' || message.submittedAt === null || nowMs < message.submittedAt + settings.sentCopyLagMs) continue;
    move(message, 'sentitems', message.submittedAt);
  }
}

export function findMessage(mailbox: Mailbox, id: string): Message | undefined {
  return mailbox.messages.find((message) => message.immutableId === id || message.restId === id);
}

export function newMessageId(): string {
  return `<${randomBytes(16).toString('hex').toUpperCase()}@SIM0PR01MB0001.prod.exchangelabs.com>`;
}

function newId(prefix: string): string {
  return `${prefix}${randomBytes(48).toString('base64url')}AAA=`;
}
