import type { Mailbox, Message, Removal } from './entities.ts';

type Change = { seq: number; message: Message; removal?: undefined } | { seq: number; message?: undefined; removal: Removal };

/** What makes a mailbox of many thousand messages fast; made from its messages when it is first needed. */
interface MailboxIndex {
  byId: Map<string, Message>;
  /** The newest message of each Message-ID. */
  byMessageId: Map<string, Message>;
  /** Drafts that were handed to the transport. */
  onTheirWay: Set<Message>;
  add(message: Message): void;
  /** Keeps that the message has left its folder, under its present ids. */
  remove(message: Message): void;
  /** Gives the message the next number of change. */
  change(message: Message): void;
  /** The changes after that number, in their order, each message at its last one only. */
  changesAfter(seq: number): Change[];
}

const indexes = new WeakMap<Mailbox, MailboxIndex>();

export function indexOf(mailbox: Mailbox): MailboxIndex {
  const known = indexes.get(mailbox);
  if (known) return known;
  const made = makeIndex(mailbox);
  indexes.set(mailbox, made);
  return made;
}

function makeIndex(mailbox: Mailbox): MailboxIndex {
  const byId = new Map<string, Message>();
  const byMessageId = new Map<string, Message>();
  const onTheirWay = new Set<Message>();
  const changes: Change[] = [
    ...mailbox.messages.map((message) => ({ seq: message.seq, message })),
    ...mailbox.removals.map((removal) => ({ seq: removal.seq, removal })),
  ].sort((a, b) => a.seq - b.seq);
  const isLast = ({ seq, message }: Change): boolean => message === undefined || (message.seq === seq && byId.has(message.immutableId));

  const index: MailboxIndex = {
    byId,
    byMessageId,
    onTheirWay,
    add(message) {
      byId.set(message.immutableId, message);
      byId.set(message.restId, message);
      byMessageId.set(message.internetMessageId, message);
      if (message.folder === 'drafts' && message.submittedAt !== null) onTheirWay.add(message);
    },
    remove(message) {
      byId.delete(message.immutableId);
      byId.delete(message.restId);
      onTheirWay.delete(message);
      mailbox.changes += 1;
      const { folder, immutableId, restId } = message;
      const removal = { seq: mailbox.changes, folder, immutableId, restId };
      mailbox.removals.push(removal);
      changes.push({ seq: removal.seq, removal });
    },
    change(message) {
      mailbox.changes += 1;
      message.seq = mailbox.changes;
      changes.push({ seq: message.seq, message });
    },
    changesAfter(seq) {
      let low = 0;
      let high = changes.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((changes[middle]?.seq ?? 0) <= seq) low = middle + 1;
        else high = middle;
      }
      return changes.slice(low).filter(isLast);
    },
  };
  for (const message of mailbox.messages) index.add(message);
  return index;
}
