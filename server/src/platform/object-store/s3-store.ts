import type { Readable } from 'node:stream';
import { ObjectMissing, type ObjectKey, type ObjectStore } from './object-store.ts';

export interface S3Settings {
  /** Without a trailing slash. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** For a write in all: 20 MB within it take 3 Mbit/s, which is little between a service and its store. A read may rest for so long. */
const TIMEOUT_MS = 60_000;
const CONNECT_TIMEOUT_MS = 5_000;

/** Both are loaded with the first call. */
async function openStack() {
  const [{ AwsV4Signer }, { Agent, request }] = await Promise.all([import('aws4fetch'), import('undici')]);
  return { AwsV4Signer, request, dispatcher: new Agent({ connect: { timeout: CONNECT_TIMEOUT_MS } }) };
}
let stack: ReturnType<typeof openStack> | undefined;

/**
 * Objects in a bucket of any store that speaks S3, addressed by path (`<endpoint>/<bucket>/<org>/<id>`). Each call is signed by AWS
 * Signature Version 4; the bytes themselves are covered by TLS and not by the signature, so that they can be streamed.
 */
export function createS3Store(settings: S3Settings, timeoutMs = TIMEOUT_MS): ObjectStore {
  const { endpoint, bucket, ...signing } = settings;

  const call = async (method: 'PUT' | 'GET' | 'DELETE', { orgId, id }: ObjectKey, body?: Buffer | Readable, size = 0) => {
    const { AwsV4Signer, request, dispatcher } = await (stack ??= openStack());
    const url = `${endpoint}/${bucket}/${orgId}/${id}`;
    const signed = await new AwsV4Signer({ ...signing, service: 's3', method, url }).sign();
    const headers = { ...Object.fromEntries(signed.headers), ...(body ? { 'content-length': String(size) } : {}) };
    const asked = { method, headers, body: body ?? null, dispatcher };
    // A recipient on a slow line reads as long as it takes; what waits for the reader is not counted
    if (method === 'GET') return request(url, { ...asked, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
    return request(url, { ...asked, signal: AbortSignal.timeout(timeoutMs) });
  };

  return {
    async put(key, bytes, size) {
      const answer = await call('PUT', key, bytes, size);
      await answer.body.dump();
      if (answer.statusCode !== 200) throw refusal('PUT', answer.statusCode);
    },
    async get(key) {
      const answer = await call('GET', key);
      if (answer.statusCode === 200) return answer.body;
      await answer.body.dump();
      throw answer.statusCode === 404 ? new ObjectMissing(key) : refusal('GET', answer.statusCode);
    },
    async delete(key) {
      const answer = await call('DELETE', key);
      await answer.body.dump();
      if (![200, 204, 404].includes(answer.statusCode)) throw refusal('DELETE', answer.statusCode);
    },
  };
}

function refusal(method: string, status: number): Error {
  return new Error(`The object store answered a ${method} with ${String(status)}.`);
}
