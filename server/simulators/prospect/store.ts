import { headerOf, type Mail } from '../mail/index.ts';
import type { ProspectState, ReceivedMessage } from './entities.ts';

export function seedProspect(): ProspectState {
  return { lastMessageNumber: 0, messages: [] };
}

/** Puts a copy into the mailbox of one recipient, whoever that is. */
export function receive(state: ProspectState, address: string, { from, to, raw }: Mail, now: Date): void {
  state.lastMessageNumber += 1;
  state.messages.push({
    id: String(state.lastMessageNumber),
    mailbox: address,
    receivedAt: now.toISOString(),
    envelope: { from, to },
    raw: raw.toString('base64'),
    events: [],
  });
}

export function rawOf(message: ReceivedMessage): Buffer {
  return Buffer.from(message.raw, 'base64');
}

export function findMessage(state: ProspectState, address: string, id: string): ReceivedMessage | undefined {
  return state.messages.find((message) => message.id === id && message.mailbox === address.toLowerCase());
}

/** Newest first. */
export function messagesOf(state: ProspectState, address: string): ReceivedMessage[] {
  return state.messages.filter((message) => message.mailbox === address.toLowerCase()).reverse();
}

/** Every address that has received something, with how much, in alphabetical order. */
export function mailboxes(state: ProspectState): { address: string; messages: number }[] {
  const counts = new Map<string, number>();
  for (const { mailbox } of state.messages) counts.set(mailbox, (counts.get(mailbox) ?? 0) + 1);
  return [...counts].map(([address, messages]) => ({ address, messages })).sort((a, b) => a.address.localeCompare(b.address));
}

/** Where an answer to this message goes. */
export function answerAddress(message: ReceivedMessage): string {
  const raw = rawOf(message);
  return headerOf(raw, 'Reply-To') ?? headerOf(raw, 'From') ?? message.envelope.from;
}
