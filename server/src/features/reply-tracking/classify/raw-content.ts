import { convert } from 'html-to-text';
import PostalMime from 'postal-mime';
import type { HeaderList } from './headers.ts';
import { plainLetters } from './plain-letters.ts';

/** A whole message taken apart as far as classification needs it. */
export interface RawContent {
  headers: HeaderList;
  /** What a person reads, as plain letters, the HTML turned into text where that is all there is. */
  text: string;
  /** Everything that is no plain reading text, for instance the parts of a report. `type` in lower case. */
  parts: { type: string; content: string }[];
  /** What stands below the header as it travelled: all there is to read where the parts are damaged. */
  body: string;
}

/** Enough for any report; the returned original may be as large as it likes, its header comes first. */
const LONGEST_TEXT = 200_000;

/** A returned original may carry its attachments; what we look for stands before them. */
const LONGEST_RAW = 2_000_000;

/** Takes a message apart; null when that cannot be done. Never rejects. */
export async function readRaw(raw: Buffer): Promise<RawContent | null> {
  try {
    const email = await PostalMime.parse(raw.subarray(0, LONGEST_RAW), { forceRfc822Attachments: true });
    const body = bodyOf(raw);
    const reading = email.text?.trim() ? email.text : convert((email.html ?? '').slice(0, LONGEST_TEXT), { wordwrap: false });
    const text = reading.trim() || email.attachments.length > 0 ? reading : body;
    return {
      headers: email.headers.map(({ key, value }) => [key.toLowerCase(), value] as const),
      text: plainLetters(text.slice(0, LONGEST_TEXT)),
      parts: email.attachments.map(({ mimeType, content }) => ({ type: mimeType.toLowerCase(), content: textOf(content) })),
      body,
    };
  } catch {
    return null;
  }
}

/** The header of a message or of a part of header fields alone, as a list; lines that are no fields are left out. */
export function fieldsOf(block: string): HeaderList {
  return block
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? [];
      return name !== undefined && value !== undefined ? [[name.toLowerCase(), value.trim()] as const] : [];
    });
}

function bodyOf(raw: Buffer): string {
  const start = raw.subarray(0, LONGEST_TEXT).toString('utf8');
  const end = /\r?\n\r?\n/.exec(start);
  return end ? start.slice(end.index + end[0].length) : '';
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  if (typeof content === 'string') return content.slice(0, LONGEST_TEXT);
  return Buffer.from(content instanceof Uint8Array ? content : new Uint8Array(content))
    .subarray(0, LONGEST_TEXT)
    .toString('utf8');
}
