import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import type { S3Settings } from '../src/platform/object-store/s3-store.ts';

/** The only keys that the library knows. */
export const S3_KEYS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const BUCKET = 'msi-actions';

export interface TestS3 {
  settings: S3Settings;
  close(): Promise<void>;
}

/**
 * A store that speaks S3, on a free port of this machine, with an empty bucket. The library checks no signature of version 4 and keeps half
 * a body, so both are looked at in front of it.
 */
export async function startS3(): Promise<TestS3> {
  const directory = mkdtempSync(path.join(tmpdir(), 'msi-test-s3-'));
  const store = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: BUCKET, configs: [] }] });
  const { port: storePort } = await store.run();
  const gate = createServer((incoming, answer) => {
    const refuse = (status: number) => answer.writeHead(status).end();
    buffer(incoming).then(
      (body) => {
        if (!isSigned(incoming)) {
          refuse(403);
          return;
        }
        const { method, url, headers } = incoming;
        const onward = ask({ port: storePort, host: '127.0.0.1', method, path: url, headers }, (answered) => {
          answer.writeHead(answered.statusCode ?? 500, answered.headers);
          answered.pipe(answer);
        });
        onward.end(body);
      },
      () => refuse(400),
    );
  });
  const port = await listen(gate);
  return {
    settings: { endpoint: `http://127.0.0.1:${String(port)}`, bucket: BUCKET, region: 'us-east-1', ...S3_KEYS },
    async close() {
      gate.closeAllConnections();
      await new Promise((resolve) => gate.close(resolve));
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** "Authenticating Requests: Using the Authorization Header (AWS Signature Version 4)", S3's API reference. */
function isSigned({ method = '', url = '', headers }: IncomingMessage): boolean {
  const asked =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;
  const [, accessKeyId, day = '', region = '', signedHeaders = '', signature] = asked.exec(headers.authorization ?? '') ?? [];
  if (accessKeyId !== S3_KEYS.accessKeyId) return false;
  const [canonicalPath = '', query = ''] = url.split('?');
  const named = signedHeaders.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const payload = String(headers['x-amz-content-sha256']);
  const canonical = [method, canonicalPath, query, named.join(''), signedHeaders, payload].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const sha256 = createHash('sha256').update(canonical).digest('hex');
  const toSign = ['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope, sha256].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${S3_KEYS.secretAccessKey}`,
  );
  return createHmac('sha256', key).update(toSign).digest('hex') === signature;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
