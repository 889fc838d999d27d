import { bodyOf, headersOf, type HeaderField } from './raw-message.ts';

/** One node of a MIME message (RFC 2045). */
export interface MimePart {
  headers: HeaderField[];
  /** Lower case, without parameters. */
  type: string;
  fileName: string;
  /** The content with its transfer encoding undone; empty for multiparts. */
  content: Buffer;
  parts: MimePart[];
}

/** Takes a message apart. A multipart without a usable boundary becomes a part with raw content. */
export function parseMime(raw: Buffer, defaultType = 'text/plain'): MimePart {
  const headers = headersOf(raw);
  const value = (name: string) => headers.find((field) => field.name.toLowerCase() === name)?.value;
  const contentType = value('content-type') ?? defaultType;
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  const boundary = type.startsWith('multipart/') ? parameter(contentType, 'boundary') : undefined;
  const body = bodyOf(raw);
  return {
    headers,
    type,
    fileName: parameter(value('content-disposition'), 'filename') ?? parameter(contentType, 'name') ?? '',
    content: boundary ? Buffer.alloc(0) : decode(body, value('content-transfer-encoding')),
    parts: boundary ? split(body, boundary).map((part) => parseMime(part)) : [],
  };
}

function parameter(value: string | undefined, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value ?? '');
  return match?.[1] ?? match?.[2];
}

function split(body: Buffer, boundary: string): Buffer[] {
  const marker = `--${boundary}`;
  const parts: Buffer[] = [];
  let start = -1;
  for (let at = 0; at <= body.length;) {
    const newline = body.indexOf(10, at);
    const end = newline === -1 ? body.length : newline + 1;
    const line = body.toString('latin1', at, end).trimEnd();
    if (line === marker || line === `${marker}--`) {
      if (start >= 0) parts.push(withoutLastLineEnd(body.subarray(start, at)));
      if (line !== marker) return parts;
      start = end;
    }
    if (end === at) break;
    at = end;
  }
  if (start >= 0) parts.push(body.subarray(start));
  return parts;
}

/** The line end before a boundary belongs to the boundary. */
function withoutLastLineEnd(part: Buffer): Buffer {
  const ending = /\r?\n$/.exec(part.subarray(-2).toString('latin1'));
  return ending ? part.subarray(0, part.length - ending[0].length) : part;
}

function decode(body: Buffer, encoding: string | undefined): Buffer {
  switch (encoding?.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body.toString('latin1'), 'base64');
    case 'quoted-printable':
      return Buffer.from(
        body
          .toString('latin1')
          .replace(/=[ \t]*\r?\n/g, '')
          .replace(/=([0-9A-F]{2})/gi, (_match, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      );
    default:
      return body;
  }
}
