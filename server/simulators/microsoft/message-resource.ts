import PostalMime, { addressParser, decodeWords } from 'postal-mime';
import { headersOf } from '../mail/index.ts';
import type { Message } from './entities.ts';
import { folderId } from './folders.ts';
import { rawOf } from './mailbox.ts';

export interface ResourceWish {
  wantsImmutableIds: boolean;
  /** False with Mail.ReadBasic: no body, preview or extended properties. */
  canReadContent: boolean;
  /** `$select`; everything that is shown by default when empty. */
  select: readonly string[];
  /** Id of the extended property that `$expand` asks for. */
  extendedProperty: string | null;
}

type HeaderField = ReturnType<typeof headersOf>[number];

const PREVIEW_LENGTH = 255;
const CONTENT = ['body', 'bodyPreview', 'uniqueBody', 'hasAttachments'];

/** A message as Graph answers it. */
export async function messageResource(message: Message, wish: ResourceWish): Promise<object> {
  const { select } = wish;
  const fields = headersOf(rawOf(message));
  const time = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
  const receivedAt = message.submittedAt ?? message.createdAt;
  const from = recipients(fields, 'From').at(0);
  const sender = recipients(fields, 'Sender').at(0) ?? from;
  const id = wish.wantsImmutableIds ? message.immutableId : message.restId;
  const all: Record<string, unknown> = {
    id,
    createdDateTime: time(message.createdAt),
    lastModifiedDateTime: time(message.modifiedAt),
    changeKey: changeKey(message),
    categories: [],
    receivedDateTime: time(receivedAt),
    sentDateTime: time(receivedAt),
    internetMessageId: message.internetMessageId,
    subject: decodeWords(valueOf(fields, 'Subject') ?? ''),
    importance: 'normal',
    parentFolderId: folderId(message.folder),
    conversationId: message.conversationId,
    isRead: message.isRead,
    isDraft: message.folder === 'drafts',
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(id)}`,
    ...(from ? { sender, from } : {}),
    toRecipients: recipients(fields, 'To'),
    ccRecipients: recipients(fields, 'Cc'),
    bccRecipients: recipients(fields, 'Bcc'),
    replyTo: recipients(fields, 'Reply-To'),
    ...(select.length === 0 || select.some((name) => CONTENT.includes(name)) ? await contentOf(message) : {}),
  };
  if (!wish.canReadContent) for (const name of ['body', 'bodyPreview', 'uniqueBody']) delete all[name];
  if (select.length === 0) delete all.uniqueBody;
  const shown = select.length === 0 ? all : pick(all, ['id', ...select]);
  // Graph gives the headers of received items only, and only when asked by name.
  if (select.includes('internetMessageHeaders') && message.folder !== 'drafts' && message.submittedAt === null) {
    shown.internetMessageHeaders = fields;
  }
  const property = message.extendedProperties.find((candidate) => candidate.id.toLowerCase() === wish.extendedProperty?.toLowerCase());
  if (property && wish.canReadContent) shown.singleValueExtendedProperties = [property];
  return { '@odata.etag': `W/"${changeKey(message)}"`, ...shown };
}

async function contentOf(message: Message): Promise<Record<string, unknown>> {
  const { html, text, attachments } = await PostalMime.parse(rawOf(message), { forceRfc822Attachments: true });
  const body = { contentType: html === undefined ? 'text' : 'html', content: html ?? text ?? '' };
  const words = text ?? html?.replace(/<[^>]*>/g, ' ') ?? '';
  return {
    // Of Graph's own words: inline attachments do not count
    hasAttachments: attachments.some(({ disposition }) => disposition !== 'inline'),
    bodyPreview: words.replace(/\s+/g, ' ').trim().slice(0, PREVIEW_LENGTH),
    body,
    uniqueBody: body,
  };
}

/** The files of a message as Graph lists them, with the properties of `select` or with all; pictures in the words are inline. */
export async function attachmentResources(message: Message, select: readonly string[]): Promise<object[]> {
  const { attachments } = await PostalMime.parse(rawOf(message), { forceRfc822Attachments: true, attachmentEncoding: 'base64' });
  return attachments.map(({ filename, mimeType, disposition, contentId, content }, index) => {
    const contentBytes = typeof content === 'string' ? content : '';
    const all = {
      id: `${message.restId}_${String(index)}`,
      name: filename,
      contentType: mimeType,
      size: Buffer.byteLength(contentBytes, 'base64'),
      isInline: disposition === 'inline',
      contentId: contentId?.replace(/^<|>$/g, '') ?? null,
      contentBytes,
    };
    return { '@odata.type': '#microsoft.graph.fileAttachment', ...(select.length === 0 ? all : pick(all, ['id', ...select])) };
  });
}

function changeKey({ version, immutableId }: Message): string {
  return `CQAAABYAAAD${Buffer.from(`${immutableId.slice(-12, -4)}${String(version)}`).toString('base64url')}`;
}

function valueOf(fields: HeaderField[], name: string): string | undefined {
  return fields.find((field) => field.name.toLowerCase() === name.toLowerCase())?.value;
}

function recipients(fields: HeaderField[], name: string): object[] {
  return addressParser(valueOf(fields, name) ?? '', { flatten: true }).flatMap(({ name: person, address }) =>
    address ? [{ emailAddress: { name: decodeWords(person) || address, address } }] : [],
  );
}

function pick(all: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}
