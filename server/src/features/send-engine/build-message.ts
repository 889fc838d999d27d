import { wireAddress } from '../../platform/email-address.ts';
import type { EmbeddedPicture } from '../email-pictures/index.ts';
import type { FileOfMessage } from '../files/index.ts';
import { renderHtml, type KeptBody } from './render-html.ts';

export interface Mailbox {
  name: string | null;
  address: string;
}

export interface MessageParts extends KeptBody {
  /** The sales email's own id, repeated in X-MSI-Id. */
  id: string;
  /** With its angle brackets. */
  messageId: string;
  date: Date;
  from: Mailbox;
  to: Mailbox;
  cc: string[];
  bcc: string[];
  subject: string;
  /** What the body names with `cid:` addresses; left out: nothing. */
  pictures?: readonly EmbeddedPicture[];
  /** Left out: none. */
  files?: readonly FileOfMessage[];
  /** The Message-IDs of its thread, oldest first, as `findThread` gives them; left out: it begins one. */
  references?: readonly string[];
}

export interface BuiltMessage {
  mime: Buffer;
  html: string;
  text: string;
}

/** Our own Message-ID, in the sender's domain as mail programs write it. Stable for one sales email, whatever the attempt. */
export function messageIdOf(id: string, fromAddress: string): string {
  return `<${id}@${fromAddress.slice(fromAddress.lastIndexOf('@') + 1).toLowerCase()}>`;
}

/** Control characters, line breaks among them, have no place in a header. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

/** With the first message: the service, which builds none, then starts quicker and smaller. */
function loadTools() {
  return Promise.all([import('nodemailer/lib/mail-composer/index.js'), import('../../platform/rich-text/plain-text.ts')]);
}
let tools: ReturnType<typeof loadTools> | undefined;

/**
 * One RFC 5322 message, multipart/alternative, with lines ended by CRLF and headers in ASCII. HTML with pictures is a multipart/related in
 * it (RFC 2387), and files stand beside both in a multipart/mixed, their names by RFC 2231. Bcc stays in it: the provider takes it out when
 * it delivers.
 */
export async function buildMessage(parts: MessageParts): Promise<BuiltMessage> {
  const [{ default: MailComposer }, { plainText }] = await (tools ??= loadTools());
  const html = renderHtml(parts);
  const text = plainText(html);
  const message = new MailComposer({
    from: toAddress(parts.from),
    to: [toAddress(parts.to)],
    cc: parts.cc.map((address) => toAddress({ name: null, address })),
    bcc: parts.bcc.map((address) => toAddress({ name: null, address })),
    messageId: parts.messageId,
    date: parts.date,
    ...threadHeaders(parts.references ?? []),
    headers: { Subject: subjectHeader(oneLine(parts.subject)), 'X-MSI-Id': parts.id },
    // Named explicitly: left to itself an empty alternative would be dropped
    alternatives: [
      { contentType: 'text/plain; charset=utf-8', content: withCrlf(text) || ' ', contentTransferEncoding: 'quoted-printable' },
      { contentType: 'text/html; charset=utf-8', content: withCrlf(html), contentTransferEncoding: 'quoted-printable' },
    ],
    attachments: [...(parts.pictures ?? []).map(inlinePart), ...(parts.files ?? []).map(filePart)],
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  message.keepBcc = true;
  return { mime: await message.build(), html, text };
}

function inlinePart({ contentId: cid, type: contentType, fileName: filename, bytes: content }: EmbeddedPicture) {
  return { cid, contentType, filename, content, contentDisposition: 'inline' as const };
}

function filePart({ name: filename, type: contentType, bytes: content }: FileOfMessage) {
  // In base64 whatever it is: a text keeps its own line ends
  return { contentType, filename, content, contentDisposition: 'attachment' as const, contentTransferEncoding: 'base64' as const };
}

/** RFC 5322 3.6.4: the last one is what the message answers. */
function threadHeaders(references: readonly string[]): { inReplyTo?: string; references?: string[] } {
  const inReplyTo = references.at(-1);
  return inReplyTo === undefined ? {} : { inReplyTo, references: [...references] };
}

function withCrlf(text: string): string {
  return text.replace(/\r\n?|\n/g, '\r\n');
}

/** Headers are folded at blanks: a word longer than this has none and would pass the 998 characters that a line may have. */
const LONGEST_PLAIN_WORD = 200;
/** 45 bytes make 60 characters of base64, and with their frame one encoded word of at most 75 (RFC 2047 2). */
const ENCODED_WORD_BYTES = 45;

function subjectHeader(subject: string): string | { prepared: true; foldLines: true; value: string } {
  if (subject.split(' ').every((word) => word.length <= LONGEST_PLAIN_WORD)) return subject;
  const words: string[] = [''];
  for (const character of subject.toWellFormed()) {
    const last = words.length - 1;
    const longer = `${words[last] ?? ''}${character}`;
    if (Buffer.byteLength(longer) <= ENCODED_WORD_BYTES) words[last] = longer;
    else words.push(character);
  }
  const value = words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
  return { prepared: true, foldLines: true, value };
}

function toAddress({ name, address }: Mailbox): { name: string; address: string } {
  return {
    name: oneLine(name ?? ''),
    address: wireAddress(address),
  };
}
