import { encodeWords } from 'nodemailer/lib/mime-funcs';
import MailComposer from 'nodemailer/lib/mail-composer';
import PostalMime, { type Address } from 'postal-mime';
import { z } from 'zod';
import { headerOf, headersOf, withHeader, withoutHeaders } from '../mail/index.ts';
import type { Account, Mailbox } from './entities.ts';
import { badRequest } from './graph-error.ts';

const MAX_CUSTOM_HEADERS = 5;

const Recipient = z.object({ emailAddress: z.object({ address: z.string(), name: z.string().optional() }) });
const ExtendedProperty = z.object({ id: z.string(), value: z.string() });

/** The writable part of a Graph message. Unknown members are ignored, as Graph ignores read-only ones. */
export const MessageInput = z.object({
  subject: z.string().optional(),
  /** Graph reads the words of its enums in any case. */
  body: z
    .object({
      contentType: z
        .string()
        .toLowerCase()
        .pipe(z.enum(['text', 'html']))
        .default('text'),
      content: z.string(),
    })
    .optional(),
  from: Recipient.optional(),
  toRecipients: z.array(Recipient).optional(),
  ccRecipients: z.array(Recipient).optional(),
  bccRecipients: z.array(Recipient).optional(),
  replyTo: z.array(Recipient).optional(),
  internetMessageId: z.string().optional(),
  isRead: z.boolean().optional(),
  internetMessageHeaders: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
  singleValueExtendedProperties: z.array(ExtendedProperty).optional(),
});
export type MessageInput = z.infer<typeof MessageInput>;

/** Reads the JSON of a message. Throws GraphError. */
export function readMessageInput(body: unknown): MessageInput {
  const input = MessageInput.safeParse(body ?? {});
  if (!input.success) throw badRequest(`Invalid value for ${input.error.issues[0]?.path.join('.') ?? 'the body'}.`, 'RequestBodyRead');
  checkHeaders(input.data.internetMessageHeaders);
  return input.data;
}

function checkHeaders(headers: MessageInput['internetMessageHeaders']): void {
  if (headers === undefined) return;
  if (headers.length === 0 || headers.length > MAX_CUSTOM_HEADERS) {
    throw badRequest(
      `The number of internet message headers should be less or equal to ${String(MAX_CUSTOM_HEADERS)}.`,
      'InvalidInternetMessageHeaderCollection',
    );
  }
  const wrong = headers.find(({ name }) => !/^x-[!-9;-~]+$/i.test(name));
  if (wrong)
    throw badRequest(`The internet message header name '${wrong.name}' should start with 'x-' or 'X-'.`, 'InvalidInternetMessageHeader');
}

/** Makes the MIME form of a message given as JSON. Its header names are registered in the mailbox from now on. */
export async function composeFromJson(input: MessageInput, account: Account, mailbox: Mailbox): Promise<Buffer> {
  const addresses = (list: MessageInput['toRecipients']) =>
    list?.map(({ emailAddress: { name, address } }) => ({ name: name ?? '', address }));
  const isHtml = input.body?.contentType === 'html';
  const names = input.internetMessageHeaders?.map(({ name }) => name.toLowerCase()) ?? [];
  mailbox.registeredHeaders = [...new Set([...mailbox.registeredHeaders, ...names])];
  const node = new MailComposer({
    from: addresses(input.from ? [input.from] : undefined) ?? [{ name: account.name, address: account.address }],
    to: addresses(input.toRecipients),
    cc: addresses(input.ccRecipients),
    bcc: addresses(input.bccRecipients),
    replyTo: addresses(input.replyTo),
    subject: input.subject,
    ...(isHtml ? { html: input.body?.content ?? '' } : { text: input.body?.content ?? '' }),
    ...(input.internetMessageId ? { messageId: input.internetMessageId } : {}),
    headers: input.internetMessageHeaders?.map(({ name, value }) => ({ key: name, value })) ?? [],
    newline: 'win',
  }).compile();
  node.keepBcc = true;
  return node.build();
}

/** Applies a PATCH to the MIME form. A new body makes the message anew; all else changes headers only. */
export async function applyPatch(raw: Buffer, patch: MessageInput, account: Account, mailbox: Mailbox): Promise<Buffer> {
  if (patch.body) {
    const remade = await composeFromJson({ ...(await asInput(raw)), ...patch }, account, mailbox);
    return threading.reduce((message, name) => copyHeader(raw, message, name), remade);
  }
  let patched = raw;
  const set = (name: string, list: MessageInput['toRecipients']) => {
    if (!list) return;
    const value = list.map(({ emailAddress: { name: person, address } }) =>
      person ? `${encodeWords(`"${person.replace(/["\\\r\n]/g, '')}"`)} <${address}>` : address,
    );
    patched =
      value.length > 0 ? withHeader(patched, name, value.join(', ')) : withoutHeaders(patched, (header) => header === name.toLowerCase());
  };
  set('To', patch.toRecipients);
  set('Cc', patch.ccRecipients);
  set('Bcc', patch.bccRecipients);
  set('Reply-To', patch.replyTo);
  set('From', patch.from ? [patch.from] : undefined);
  if (patch.subject !== undefined) patched = withHeader(patched, 'Subject', encodeWords(patch.subject.replace(/[\r\n]+/g, ' ')));
  if (patch.internetMessageId !== undefined) patched = withHeader(patched, 'Message-ID', patch.internetMessageId.replace(/[\r\n]/g, ''));
  return patched;
}

const threading = ['In-Reply-To', 'References'];

function copyHeader(from: Buffer, to: Buffer, name: string): Buffer {
  const value = headersOf(from).find((field) => field.name.toLowerCase() === name.toLowerCase())?.value;
  return value === undefined ? to : withHeader(to, name, value);
}

async function asInput(raw: Buffer): Promise<MessageInput> {
  const parsed = await PostalMime.parse(raw);
  const recipients = (list: Address[] | undefined) =>
    (list ?? []).flatMap(({ name, address }) => (address ? [{ emailAddress: { name, address } }] : []));
  return {
    subject: parsed.subject,
    toRecipients: recipients(parsed.to),
    ccRecipients: recipients(parsed.cc),
    bccRecipients: recipients(parsed.bcc),
    replyTo: recipients(parsed.replyTo),
    internetMessageId: parsed.messageId,
  };
}

/** Headers that Exchange keeps of a message given as MIME, besides registered X- names. */
const KEPT_HEADERS =
  /^(from|sender|to|cc|bcc|reply-to|subject|date|message-id|in-reply-to|references|mime-version|content-.*|importance|priority|x-priority|thread-topic|thread-index|disposition-notification-to)$/;

/** Reads a message given as base64 MIME. Throws GraphError. */
export function readMime(body: string, mailbox: Mailbox, keepsAllHeaders: boolean): Buffer {
  const text = body.replace(/\s/g, '');
  if (text === '' || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
    throw badRequest('Invalid base64 string for MIME content.', 'ErrorMimeContentInvalidBase64String');
  }
  const raw = Buffer.from(text, 'base64');
  if (headersOf(raw).length === 0) throw badRequest('The MIME content is invalid.', 'ErrorMimeContentInvalid');
  return keepsAllHeaders ? raw : withoutHeaders(raw, (name) => !KEPT_HEADERS.test(name) && !mailbox.registeredHeaders.includes(name));
}

/** The reference that our own mail carries, as its writer gave it. */
export function referenceIn(raw: Buffer): string | null {
  return headerOf(raw, 'X-MSI-Id') ?? null;
}
