import PostalMime, { type Address } from 'postal-mime';
import { headersOf } from '../mail/index.ts';
import type { Message } from './entities.ts';
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

const PREVIEW_LENGTH = 255;

/** A message as Graph answers it. */
export async function messageResource(message: Message, wish: ResourceWish): Promise<object> {
  const raw = rawOf(message);
  const parsed = await PostalMime.parse(raw, { forceRfc822Attachments: true });
  const text = parsed.text ?? parsed.html?.replace(/<[^>]*>/g, ' ') ?? '';
  const time = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
  const isDraft = message.folder === 'drafts';
  const receivedAt = message.submittedAt ?? message.createdAt;
  const from = recipients(parsed.from ? [parsed.from] : []).at(0);
  const id = wish.wantsImmutableIds ? message.immutableId : message.restId;
  const all: Record<string, unknown> = {
    id,
    createdDateTime: time(message.createdAt),
    lastModifiedDateTime: time(message.modifiedAt),
    changeKey: changeKey(message),
    categories: [],
    receivedDateTime: time(receivedAt),
    sentDateTime: time(receivedAt),
    hasAttachments: parsed.attachments.length > 0,
    internetMessageId: message.internetMessageId,
    subject: parsed.subject ?? '',
    bodyPreview: text.replace(/\s+/g, ' ').trim().slice(0, PREVIEW_LENGTH),
    importance: 'normal',
    parentFolderId: folderId(message.folder),
    conversationId: message.conversationId,
    isRead: message.folder !== 'inbox',
    isDraft,
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(id)}`,
    body: { contentType: parsed.html === undefined ? 'text' : 'html', content: parsed.html ?? parsed.text ?? '' },
    ...(from ? { sender: from, from } : {}),
    toRecipients: recipients(parsed.to),
    ccRecipients: recipients(parsed.cc),
    bccRecipients: recipients(parsed.bcc),
    replyTo: recipients(parsed.replyTo),
  };
  if (!wish.canReadContent) for (const name of ['body', 'bodyPreview']) delete all[name];
  const shown = wish.select.length === 0 ? all : pick(all, ['id', ...wish.select]);
  // Graph gives the headers of received items only, and only when asked by name.
  if (wish.select.includes('internetMessageHeaders') && message.folder === 'inbox') {
    shown.internetMessageHeaders = headersOf(raw);
  }
  const property = message.extendedProperties.find((candidate) => candidate.id.toLowerCase() === wish.extendedProperty?.toLowerCase());
  if (property && wish.canReadContent) shown.singleValueExtendedProperties = [property];
  return { '@odata.etag': `W/"${changeKey(message)}"`, ...shown };
}

/** Graph's own ids of the folders; their well-known names are taken too. */
export function folderId(folder: string): string {
  return `AQMkADhm${Buffer.from(folder).toString('base64url')}AAA=`;
}

function changeKey({ version, immutableId }: Message): string {
  return `CQAAABYAAAD${Buffer.from(`${immutableId.slice(-12, -4)}${String(version)}`).toString('base64url')}`;
}

function recipients(list: Address[] | undefined): object[] {
  return (list ?? []).flatMap(({ name, address }) => (address ? [{ emailAddress: { name: name || address, address } }] : []));
}

function pick(all: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}
