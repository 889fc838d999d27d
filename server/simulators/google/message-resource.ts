import { decodeWords } from 'postal-mime';
import { headersOf, parseMime, type MimePart } from '../mail/index.ts';
import type { Message } from './entities.ts';
import { headOf, rawOf } from './mailbox.ts';

type HeaderField = MimePart['headers'][number];
export type MessageFormat = 'minimal' | 'metadata' | 'full' | 'raw';

const SNIPPET_LENGTH = 200;

/** A message as `users.messages.get` answers it. `headerNames` narrows the headers of the metadata format. */
export function messageResource(message: Message, format: MessageFormat, headerNames: readonly string[] = []): object {
  const head = headOf(message);
  const common = {
    id: message.id,
    threadId: message.threadId,
    labelIds: message.labelIds,
    snippet: snippet(parseMime(head)),
    sizeEstimate: Buffer.byteLength(message.raw, 'base64'),
    historyId: String(message.historyId),
    internalDate: String(message.at),
  };
  if (format === 'minimal') return common;
  if (format === 'raw') return { ...common, raw: rawOf(message).toString('base64url') };
  if (format === 'full') return { ...common, payload: partResource(parseMime(rawOf(message)), '') };
  const all = headersOf(head);
  const wanted = headerNames.map((name) => name.toLowerCase());
  const headers = readable(all).filter(({ name }) => wanted.length === 0 || wanted.includes(name.toLowerCase()));
  return { ...common, payload: { mimeType: mimeTypeOf(all), headers } };
}

/** The first words of the first text part. */
function snippet(part: MimePart): string {
  const text = textOf(part) ?? '';
  const words = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, SNIPPET_LENGTH);
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

function textOf(part: MimePart): string | undefined {
  if (part.type.startsWith('text/')) return part.content.toString('utf8');
  for (const child of part.parts) {
    const text = textOf(child);
    if (text !== undefined) return text;
  }
  return undefined;
}

function mimeTypeOf(headers: HeaderField[]): string {
  const contentType = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? 'text/plain';
  return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}

function partResource(part: MimePart, partId: string): object {
  return {
    partId,
    mimeType: part.type,
    filename: part.fileName,
    headers: readable(part.headers),
    body: bodyResource(part, partId),
    ...(part.parts.length > 0
      ? { parts: part.parts.map((child, index) => partResource(child, partId === '' ? String(index) : `${partId}.${String(index)}`)) }
      : {}),
  };
}

/** What has a file name has to be asked for by itself. */
function bodyResource({ parts, content, fileName }: MimePart, partId: string): object {
  if (parts.length > 0) return { size: 0 };
  if (fileName !== '') return { attachmentId: `ANGjdJ-${partId}`, size: content.length };
  return { size: content.length, data: content.toString('base64url') };
}

/** The file that `users.messages.attachments.get` answers; null when the message has none of that id. */
export function attachmentResource(message: Message, attachmentId: string): object | null {
  let part: MimePart | undefined = parseMime(rawOf(message));
  for (const index of attachmentId.replace('ANGjdJ-', '').split('.')) part = part?.parts[Number(index)];
  return part && part.fileName !== '' ? { size: part.content.length, data: part.content.toString('base64url') } : null;
}

function readable(headers: HeaderField[]): HeaderField[] {
  return headers.map(({ name, value }) => ({ name, value: decodeWords(value) }));
}
