const END_OF_HEADERS = Buffer.from('\r\n\r\n');

/**
 * The message without its Bcc header: a mail server passes on what it is given, and only the envelope may know who else gets it.
 * Expects lines that end with CRLF.
 */
export function withoutBcc(mime: Buffer): Buffer {
  const end = mime.indexOf(END_OF_HEADERS);
  const headersEnd = end < 0 ? mime.length : end + 2;
  const headers = mime.subarray(0, headersEnd).toString('latin1');
  const kept = headers.replace(/^bcc[ \t]*:[^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*/gim, '');
  return kept.length === headers.length ? mime : Buffer.concat([Buffer.from(kept, 'latin1'), mime.subarray(headersEnd)]);
}
