import { randomBytes } from 'node:crypto';
import { encodeWords } from 'nodemailer/lib/mime-funcs';
import { bodyOf, headerOf, headersOf, withHeader, withoutHeaders } from '../mail/index.ts';

export interface AttachedFile {
  name: string;
  type: string;
  content: Buffer;
}

const MIXED = /^multipart\/mixed\s*;.*\bboundary="?([^";]+)"?/i;

/** The MIME form of a message with one more file: in the multipart/mixed that it is, or that is put around it. */
export function withFile(raw: Buffer, file: AttachedFile): Buffer {
  const boundary = MIXED.exec(headerOf(raw, 'Content-Type') ?? '')?.[1];
  if (boundary === undefined) return withFile(mixed(raw), file);
  const end = Buffer.from(`\r\n--${boundary}--`);
  const at = raw.lastIndexOf(end);
  return Buffer.concat([raw.subarray(0, at), Buffer.from(`\r\n--${boundary}\r\n`), partOf(file), raw.subarray(at)]);
}

/** Headers about the content stay with the content, which becomes the first part. */
function mixed(raw: Buffer): Buffer {
  const isOfContent = (name: string): boolean => name.startsWith('content-');
  const boundary = `_000_${randomBytes(16).toString('hex')}_`;
  const own = headersOf(raw)
    .filter(({ name }) => isOfContent(name.toLowerCase()))
    .map(({ name, value }) => `${name}: ${value}\r\n`);
  const others = withoutHeaders(raw, isOfContent);
  const head = withHeader(others, 'Content-Type', `multipart/mixed; boundary="${boundary}"`);
  const headOnly = head.subarray(0, head.length - bodyOf(head).length);
  return Buffer.concat([
    headOnly,
    Buffer.from(`--${boundary}\r\n${own.join('')}\r\n`),
    bodyOf(raw),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}

function partOf({ name, type, content }: AttachedFile): Buffer {
  const plain = encodeWords(name.replace(/["\r\n]/g, ''));
  const lines = content.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n');
  return Buffer.from(
    `Content-Type: ${type}; name="${plain}"\r\n` +
      `Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(name)}\r\n` +
      `Content-Transfer-Encoding: base64\r\n\r\n${lines}`,
  );
}
