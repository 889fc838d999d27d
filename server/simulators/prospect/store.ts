import { addressesIn, headerOf, type Mail } from '../mail/index.ts';
import type { ProspectState, ReceivedMessage } from './entities.ts';

export function seedProspect(): ProspectState {
  return { lastMessageNumber: 0, messages: [] };
}

/** What makes looking up as fast with 10,000 messages as with ten. Made anew for a state that was read from a file or reset. */
interface Index {
  byId: Map<string, ReceivedMessage>;
  /** Oldest first. */
  byMailbox: Map<string, ReceivedMessage[]>;
}

const indexes = new WeakMap<ProspectState, Index>();

/** Puts a copy into the mailbox of one recipient, whoever that is. */
export function receive(state: ProspectState, address: string, { from, to, raw }: Mail, now: Date): void {
  const index = indexOf(state);
  state.lastMessageNumber += 1;
  const message: ReceivedMessage = {
    id: String(state.lastMessageNumber),
    mailbox: address,
    receivedAt: now.toISOString(),
    envelope: { from, to },
    raw: raw.toString('base64'),
    events: [],
  };
  state.messages.push(message);
  enter(index, message);
}

export function rawOf(message: ReceivedMessage): Buffer {
  return Buffer.from(message.raw, 'base64');
}

export function findMessage(state: ProspectState, address: string, id: string): ReceivedMessage | undefined {
  const message = indexOf(state).byId.get(id);
  return message?.mailbox === address.toLowerCase() ? message : undefined;
}

/** Newest first. */
export function messagesOf(state: ProspectState, address: string): ReceivedMessage[] {
  return (indexOf(state).byMailbox.get(address.toLowerCase()) ?? []).toReversed();
}

/** Everything that came in after the message with that number, in any mailbox, oldest first. */
export function messagesAfter(state: ProspectState, number: number, limit: number): ReceivedMessage[] {
  // Numbers are given one by one and nothing is ever taken out, so a number is a place.
  return state.messages.slice(number, number + limit);
}

/** Every address that has received something, with how much, in alphabetical order. */
export function mailboxes(state: ProspectState): { address: string; messages: number }[] {
  return [...indexOf(state).byMailbox]
    .map(([address, { length }]) => ({ address, messages: length }))
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** Where an answer to this message goes. */
export function answerAddress(message: ReceivedMessage): string {
  const raw = rawOf(message);
  return headerOf(raw, 'Reply-To') ?? headerOf(raw, 'From') ?? message.envelope.from;
}

/** Who else can read the message, as its header shows it. */
export function othersIn(message: ReceivedMessage): string[] {
  const raw = rawOf(message);
  return addressesIn([headerOf(raw, 'To'), headerOf(raw, 'Cc')].filter((field) => field !== undefined).join(', ')).filter(
    (address) => address !== message.mailbox,
  );
}

/** Somebody of the same company who never got the message. */
export function colleagueOf({ mailbox }: ReceivedMessage): string {
  return `colleague@${mailbox.split('@')[1] ?? 'globex.example'}`;
}

function indexOf(state: ProspectState): Index {
  const known = indexes.get(state);
  if (known) return known;
  const made: Index = { byId: new Map(), byMailbox: new Map() };
  for (const message of state.messages) enter(made, message);
  indexes.set(state, made);
  return made;
}

function enter({ byId, byMailbox }: Index, message: ReceivedMessage): void {
  byId.set(message.id, message);
  const mailbox = byMailbox.get(message.mailbox);
  if (mailbox) mailbox.push(message);
  else byMailbox.set(message.mailbox, [message]);
}
