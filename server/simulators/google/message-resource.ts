import PostalMime, { decodeWords } from 'postal-mime';
import { parseMime, type MimePart } from '../mail/index.ts';
import type { Message } from './entities.ts';
import { rawOf } from './mailbox.ts';

export type MessageFormat = 'minimal' | 'metadata' | 'full' | 'raw';

const SNIPPET_LENGTH = 200;

/** A message as `users.messages.get` answers it. `headerNames` narrows the headers of the metadata format. */
export async function messageResource(message: Message, format: MessageFormat, headerNames: readonly string[] = []): Promise<object> {
  const raw = rawOf(message);
  const common = {
    id: message.id,
    threadId: message.threadId,
    labelIds: message.labelIds,
    snippet: await snippet(raw),
    sizeEstimate: raw.length,
    historyId: String(message.historyId),
    internalDate: String(message.at),
  };
  if (format === 'minimal') return common;
  if (format === 'raw') return { ...common, raw: raw.toString('base64url') };
  const part = parseMime(raw);
  if (format === 'full') return { ...common, payload: partResource(part, '') };
  const wanted = headerNames.map((name) => name.toLowerCase());
  const headers = readableHeaders(part).filter(({ name }) => wanted.length === 0 || wanted.includes(name.toLowerCase()));
  return { ...common, payload: { mimeType: part.type, headers } };
}

async function snippet(raw: Buffer): Promise<string> {
  const { text, html } = await PostalMime.parse(raw);
  const words = (text ?? html?.replace(/<[^>]*>/g, ' ') ?? '').replace(/\s+/g, ' ').trim().slice(0, SNIPPET_LENGTH);
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

function partResource(part: MimePart, partId: string): object {
  return {
    partId,
    mimeType: part.type,
    filename: part.fileName,
    headers: readableHeaders(part),
    body: part.parts.length > 0 ? { size: 0 } : { size: part.content.length, data: part.content.toString('base64url') },
    ...(part.parts.length > 0
      ? { parts: part.parts.map((child, index) => partResource(child, partId === '' ? String(index) : `${partId}.${String(index)}`)) }
      : {}),
  };
}

function readableHeaders(part: MimePart): { name: string; value: string }[] {
  return part.headers.map(({ name, value }) => ({ name, value: decodeWords(value) }));
}
