import { randomUUID } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import MimeNode from 'nodemailer/lib/mime-node';
import PostalMime, { addressParser } from 'postal-mime';
import { escapeHtml } from '../common/index.ts';
import { awayNote, type AwayLanguage } from './away-notes.ts';
import { headerOf, headersOf, readableHeader } from './raw-message.ts';

/** Who answers which message, and when. */
export interface Answer {
  /** The message that is answered, whole. */
  original: Buffer;
  /** Not always the one who received the message. */
  from: string;
  /** An address field: where the answer goes. */
  to: string;
  now: Date;
}

/**
 * What an answer tells of the message it belongs to. `answer`: In-Reply-To and References, as mail programs do. `forwarded`: it answers
 * a forwarded copy, ours is only among the References. `references`: a new subject that keeps References. `none`: nothing.
 */
export type Threading = 'answer' | 'forwarded' | 'references' | 'none';

interface Content {
  subject: string;
  text: string;
  html?: string;
  headers?: Record<string, string>;
}

/** Composes what a person writes back: quoted as mail programs do. */
export async function composeReply(answer: Answer, text: string, threading: Threading = 'answer'): Promise<Buffer> {
  const { original } = answer;
  const parsed = await PostalMime.parse(original);
  const intro = `On ${parsed.date ?? 'an earlier day'}, ${readableHeader(original, 'From')} wrote:`;
  const quoted = (parsed.text ?? '').trimEnd().split(/\r?\n/);
  const subject = readableHeader(original, 'Subject').replace(/^(re:\s*)+/i, '');
  return compose(
    answer,
    {
      subject: threading === 'references' ? `One more question about ${subject}` : `Re: ${subject}`,
      text: `${text}\n\n${intro}\n${quoted.map((line) => `> ${line}`).join('\n')}\n`,
      html:
        `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p><p>${escapeHtml(intro)}</p>` +
        `<blockquote>${quoted.map(escapeHtml).join('<br>')}</blockquote>`,
    },
    threading,
  );
}

export interface Away {
  language: AwayLanguage;
  /** `YYYY-MM-DD`, the first day back. */
  returnsOn?: string | undefined;
  wording: 'until' | 'back';
  /** Instead of the words of the language. */
  text?: string | undefined;
  /** Whose marks the answer carries: Exchange's, those of Gmail's vacation responder, or those of vacation(1). */
  program: 'exchange' | 'gmail' | 'vacation';
}

const AWAY_HEADERS: Record<Away['program'], Record<string, string>> = {
  exchange: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  gmail: { 'Auto-Submitted': 'auto-replied', Precedence: 'bulk', 'X-Autoreply': 'yes' },
  vacation: { 'Auto-Submitted': 'auto-replied (vacation)', Precedence: 'junk' },
};

/** Composes the automatic answer of someone who is away (RFC 3834). */
export function composeOutOfOffice(answer: Answer, { language, returnsOn, wording, text, program }: Away): Promise<Buffer> {
  const note = awayNote(language, returnsOn, wording);
  const subject = readableHeader(answer.original, 'Subject');
  return compose(answer, {
    subject: program === 'exchange' ? `${note.subjectPrefix}: ${subject}` : `${text ?? note.text} Re: ${subject}`,
    text: `${text ?? note.text}\n`,
    headers: AWAY_HEADERS[program],
  });
}

/** Composes what a ticket system answers by itself: an automatic reply of nobody. */
export function composeTicket(answer: Answer): Promise<Buffer> {
  return compose(answer, {
    subject: `[Request received] ${readableHeader(answer.original, 'Subject')}`,
    text: 'Your request has been received and is being reviewed by our staff.\n',
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', Precedence: 'bulk' },
  });
}

/** Composes the notification that a message was shown to its recipient (RFC 8098). */
export async function composeReadReceipt({ original, from, to, now }: Answer): Promise<Buffer> {
  const messageId = headerOf(original, 'Message-ID');
  const root = new MimeNode('multipart/report; report-type=disposition-notification', { newline: 'win' });
  root.setHeader({
    From: from,
    To: to,
    Subject: `Read: ${readableHeader(original, 'Subject')}`,
    Date: now.toUTCString().replace('GMT', '+0000'),
    'Message-ID': newMessageId(from),
    ...(messageId ? { 'In-Reply-To': messageId, References: messageId } : {}),
  });
  root.createChild('text/plain; charset=utf-8').setContent(`Your message was read by ${from}.\n`);
  root
    .createChild('message/disposition-notification')
    .setContent(
      [
        `Final-Recipient: rfc822;${from}`,
        ...(messageId ? [`Original-Message-ID: ${messageId}`] : []),
        'Disposition: manual-action/MDN-sent-manually; displayed',
        '',
      ].join('\r\n'),
    );
  return root.build();
}

function compose({ original, from, to, now }: Answer, content: Content, threading: Threading = 'answer'): Promise<Buffer> {
  return new MailComposer({
    ...content,
    from: { name: nameOf(original, from), address: from },
    to,
    date: now,
    messageId: newMessageId(from),
    ...threadOf(original, from, threading),
    newline: 'win',
  })
    .compile()
    .build();
}

function threadOf(original: Buffer, from: string, threading: Threading): { inReplyTo?: string; references?: string } {
  const messageId = headerOf(original, 'Message-ID');
  if (!messageId || threading === 'none') return {};
  const thread = [headerOf(original, 'References'), messageId].filter((part) => part !== undefined).join(' ');
  if (threading === 'references') return { references: thread };
  if (threading === 'answer') return { inReplyTo: messageId, references: thread };
  const forwarded = newMessageId(from);
  return { inReplyTo: forwarded, references: `${thread} ${forwarded}` };
}

function newMessageId(from: string): string {
  return `<${randomUUID()}@${from.slice(from.lastIndexOf('@') + 1)}>`;
}

/** The name that the sender used for this address, or nothing. */
function nameOf(raw: Buffer, address: string): string {
  const lists = headersOf(raw).filter(({ name }) => ['to', 'cc'].includes(name.toLowerCase()));
  const people = lists.flatMap(({ value }) => addressParser(value, { flatten: true }));
  return people.find((person) => person.address?.toLowerCase() === address.toLowerCase())?.name ?? '';
}
