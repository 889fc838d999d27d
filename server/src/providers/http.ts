/** The total time a vendor has to answer; no answer after this is treated as none at all. */
export const CALL_TIMEOUT_MS = 30_000;

export interface VendorCall {
  method: string;
  url: string;
  headers?: Record<string, string> | undefined;
  body?: string | Buffer | URLSearchParams | undefined;
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

/** One request, sent once: no retry, no redirect, an end after `timeoutMs`. Throws whatever `fetch` throws; see `neverLeft`. */
export async function callVendor({ method, url, headers, body, timeoutMs = CALL_TIMEOUT_MS, signal }: VendorCall): Promise<VendorAnswer> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    ...(headers ? { headers } : {}),
    ...(body === undefined ? {} : { body: Buffer.isBuffer(body) ? Uint8Array.from(body) : body }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, body: bytes.toString('utf8'), bytes };
}

/** `fetch` for vendors' libraries that bring their own stack: the same rule that a token never follows a redirect. */
export const fetchWithoutRedirects: typeof fetch = (input, init) => fetch(input, { ...init, redirect: 'manual' });

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

/** Reads `Retry-After`: whole or fractional seconds, or an HTTP date; undefined where there is none that makes sense. */
export function retryAfter(header: string | null, now: Date): Date | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return new Date(now.getTime() + Math.ceil(Number(text) * 1000));
  // A date begins with the day of the week or the year; anything else, such as "-5", the parser would take for some year
  const date = new Date(/^([A-Za-z]{3,9},|\d{4}-)/.test(text) ? text : NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
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
