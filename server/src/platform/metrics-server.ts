import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface MetricsServerOptions {
  host: string;
  port: number;
  /** What is answered, and as what. */
  text: () => Promise<string>;
  contentType: string;
}

export interface MetricsServer {
  port: number;
  close(): Promise<void>;
}

const TIMEOUTS = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 5_000 };

/**
 * Answers `GET /metrics` on a port of its own and nothing else. It knows no callers: whoever reaches the port reads it. Throws when the
 * port is taken.
 */
export async function serveMetrics({ host, port, text, contentType }: MetricsServerOptions): Promise<MetricsServer> {
  const server = createServer(TIMEOUTS, (request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    text().then(
      (body) => response.writeHead(200, { 'content-type': contentType }).end(body),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
