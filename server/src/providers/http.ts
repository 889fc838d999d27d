import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { storableJson } from '../platform/text.ts';

/** The total time a vendor has to answer; no answer after this is treated as none at all. */
export const CALL_TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 5_000;

export interface VendorCall {
  method: string;
  url: string;
  headers?: Record<string, string> | undefined;
  body?: string | Buffer | URLSearchParams | Readable | undefined;
  timeoutMs?: number | undefined;
  /** Ends the call before its time. */
  signal?: AbortSignal | undefined;
}

export interface VendorAnswer {
  status: number;
  headers: Headers;
  body: string;
  /** The body as it came, for what may be no text. */
  bytes: Buffer;
}

/** undici brings a whole browser's worth of protocols with it: it is loaded with the first call. */
async function openStack() {
  const undici = await import('undici');
  return { request: undici.request, dispatcher: new undici.Agent({ connect: { timeout: CONNECT_TIMEOUT_MS } }) };
}
let stack: ReturnType<typeof openStack> | undefined;

/** One request, sent once: no retry, no redirect, an end after `timeoutMs`. Throws whatever undici throws; see `neverLeft`. */
export async function callVendor({
  method,
  url,
  headers: asked = {},
  body,
  timeoutMs = CALL_TIMEOUT_MS,
  signal,
}: VendorCall): Promise<VendorAnswer> {
  const ending = new AbortController();
  const endNow = (): void => ending.abort(signal?.reason ?? new DOMException('The vendor did not answer in time.', 'TimeoutError'));
  if (signal?.aborted) endNow();
  signal?.addEventListener('abort', endNow, { once: true });
  const timer = setTimeout(endNow, timeoutMs);
  const isForm = body instanceof URLSearchParams;
  try {
    const { request, dispatcher } = await (stack ??= openStack());
    const answer = await request(url, {
      method,
      headers: isForm ? { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8', ...asked } : asked,
      body: isForm ? body.toString() : (body ?? null),
      signal: ending.signal,
      dispatcher,
    });
    const headers = headersOf(answer.headers);
    const bytes = wellFormedBytes(await unpacked(Buffer.from(await answer.body.arrayBuffer()), headers), headers);
    return { status: answer.statusCode, headers, body: bytes.toString('utf8'), bytes };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', endNow);
  }
}

const UNPACKERS: Readonly<Record<string, (packed: Buffer) => Promise<Buffer>>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** Vendors' libraries ask for packed answers. */
async function unpacked(bytes: Buffer, headers: Headers): Promise<Buffer> {
  const unpack = UNPACKERS[headers.get('content-encoding') ?? ''];
  if (!unpack || bytes.byteLength === 0) return bytes;
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  return unpack(bytes);
}

/** How the escapes begin that hold what is taken out. */
const REFUSED = ['\\ud', '\\uD', '\\u0000'];

/**
 * The escapes of JSON can hold half of a character or U+0000, which no store of ours takes; bytes that are no UTF-8 become U+FFFD where
 * they are read.
 */
function wellFormedBytes(bytes: Buffer, headers: Headers): Buffer {
  if (!/json/i.test(headers.get('content-type') ?? '') || !REFUSED.some((escape) => bytes.includes(escape))) return bytes;
  return Buffer.from(storableJson(bytes.toString('utf8')));
}

function headersOf(incoming: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming)) for (const one of [value ?? []].flat()) headers.append(name, one);
  return headers;
}

/** Answers that have no body by their status; a Response refuses to be given one. */
const BODILESS = [204, 205, 304];

/**
 * `fetch` for vendors' libraries that bring their own stack, by the same rules: one request, no redirect that a token could follow, an end.
 */
export function fetchOnce(timeoutMs?: number): typeof fetch {
  return async function callOnce(input, init = {}) {
    const { status, headers, bytes } = await callVendor({
      method: init.method ?? 'GET',
      url: input instanceof Request ? input.url : input.toString(),
      headers: Object.fromEntries(new Headers(init.headers)),
      // Nothing but text, bytes and streams comes from those libraries
      body: (init.body ?? undefined) as VendorCall['body'],
      timeoutMs,
      signal: init.signal ?? undefined,
    });
    return new Response(BODILESS.includes(status) ? null : Uint8Array.from(bytes), { status, headers });
  };
}

const BEFORE_THE_REQUEST = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/**
 * True only where it is certain that nothing of the request reached the vendor: the connection was never made.
 * After a cut socket or a time-out the effect is unknown, so the answer is false.
 */
export function neverLeft(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if ('code' in cause && BEFORE_THE_REQUEST.has(String(cause.code))) return true;
    if (cause instanceof AggregateError && cause.errors.length > 0 && cause.errors.every(neverLeft)) return true;
  }
  return false;
}

/** No vendor means "ask again at once", whatever its number says. */
const SOONEST_MS = 1_000;
/** The longest windows of Google and Microsoft are of 24 hours: what is later is a mistake, and must not hold a mailbox for ever. */
const LATEST_MS = 24 * 60 * 60_000;

/** When to come back, of the time that a vendor named: neither before a second from now nor after a day. */
export function comeBackAt(named: Date, now: Date): Date {
  const waitMs = named.getTime() - now.getTime();
  return new Date(now.getTime() + Math.min(LATEST_MS, Math.max(SOONEST_MS, waitMs)));
}

/** Reads `Retry-After`: whole or fractional seconds, or an HTTP date, within bounds; undefined where there is none that makes sense. */
export function retryAfter(header: string | null, now: Date): Date | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return comeBackAt(new Date(now.getTime() + Math.min(LATEST_MS, Math.ceil(Number(text) * 1000))), now);
  // A date begins with the day of the week or the year; anything else, such as "-5", the parser would take for some year
  const date = new Date(/^([A-Za-z]{3,9},|\d{4}-)/.test(text) ? text : NaN);
  return Number.isNaN(date.getTime()) ? undefined : comeBackAt(date, now);
}

/** The parsed body, or an empty object where a gateway answered with something else than a JSON object or array. */
export function jsonOf(body: string): unknown {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
