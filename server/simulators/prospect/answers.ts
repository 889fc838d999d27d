import { randomUUID } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import PostalMime, { addressParser } from 'postal-mime';
import { escapeHtml } from '../common/index.ts';
import type { ReceivedMessage } from './entities.ts';
import { headerOf, headersOf, readableHeader } from '../mail/index.ts';
import { answerAddress, rawOf } from './store.ts';

export interface Answer {
  /** Who answers; not always the one who received the message. */
  from: string;
  /** Plain text, as typed. */
  text: string;
  now: Date;
}

/** Composes a reply as a mail client does: quoted, with In-Reply-To and References. */
export async function composeReply(message: ReceivedMessage, { from, text, now }: Answer): Promise<Buffer> {
  const raw = rawOf(message);
  const original = await PostalMime.parse(raw);
  const intro = `On ${original.date ?? message.receivedAt}, ${readableHeader(raw, 'From')} wrote:`;
  const quoted = (original.text ?? '').trimEnd().split(/\r?\n/);
  return compose(message, from, now, {
    subject: `Re: ${readableHeader(raw, 'Subject').replace(/^(re:\s*)+/i, '')}`,
    text: `${text}\n\n${intro}\n${quoted.map((line) => `> ${line}`).join('\n')}\n`,
    html: `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p><p>${escapeHtml(intro)}</p><blockquote>${quoted.map(escapeHtml).join('<br>')}</blockquote>`,
  });
}

/** Composes the automatic answer of someone who is away (RFC 3834), marked as Exchange marks it. */
export function composeOutOfOffice(message: ReceivedMessage, { from, text, now }: Answer): Promise<Buffer> {
  return compose(message, from, now, {
    subject: `Automatic reply: ${readableHeader(rawOf(message), 'Subject')}`,
    text: `${text}\n`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  });
}

interface Content {
  subject: string;
  text: string;
  html?: string;
  headers?: Record<string, string>;
}

function compose(message: ReceivedMessage, from: string, date: Date, content: Content): Promise<Buffer> {
  const raw = rawOf(message);
  const messageId = headerOf(raw, 'Message-ID');
  const references = [headerOf(raw, 'References'), messageId].filter((part) => part !== undefined).join(' ');
  return new MailComposer({
    ...content,
    from: { name: nameOf(raw, from), address: from },
    to: answerAddress(message),
    date,
    messageId: `<${randomUUID()}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    ...(messageId ? { inReplyTo: messageId, references } : {}),
    newline: 'win',
  })
    .compile()
    .build();
}

/** The name that the sender used for this address, or nothing. */
function nameOf(raw: Buffer, address: string): string {
  const lists = headersOf(raw).filter(({ name }) => ['to', 'cc'].includes(name.toLowerCase()));
  const people = lists.flatMap(({ value }) => addressParser(value, { flatten: true }));
  return people.find((person) => person.address?.toLowerCase() === address.toLowerCase())?.name ?? '';
}
