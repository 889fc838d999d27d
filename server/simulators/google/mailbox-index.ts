import type { Mailbox, Message } from './entities.ts';

interface MailboxIndex {
  byId: Map<string, Message>;
  /** The newest message of each Message-ID. */
  byMessageId: Map<string, Message>;
  byThread: Map<string, Message[]>;
  /** How many messages are in the maps. */
  count: number;
}

/** Kept beside the state, which is plain data: it can be made again from the messages at any time. */
const indexes = new WeakMap<Mailbox, MailboxIndex>();

/** Finds messages without going through all of them. Messages are only ever added at the end, or else `forgetIndex` is called. */
export function indexOf(mailbox: Mailbox): Omit<MailboxIndex, 'count'> {
  let index = indexes.get(mailbox);
  if (!index) {
    index = { byId: new Map(), byMessageId: new Map(), byThread: new Map(), count: 0 };
    indexes.set(mailbox, index);
  }
  for (; index.count < mailbox.messages.length; index.count += 1) {
    const message = mailbox.messages[index.count];
    if (!message) continue;
    index.byId.set(message.id, message);
    if (message.messageId) index.byMessageId.set(message.messageId, message);
    const thread = index.byThread.get(message.threadId);
    if (thread) thread.push(message);
    else index.byThread.set(message.threadId, [message]);
  }
  return index;
}

export function forgetIndex(mailbox: Mailbox): void {
  indexes.delete(mailbox);
}
