import { connect } from 'node:net';

export interface RawCall {
  port: number;
  /** What is sent at once, as it is. */
  head: string;
  /** Sent again and again afterwards, until the service ends the connection. */
  drip?: { text: string; everyMs: number };
}

/** Speaks to a service byte by byte, as no client library would; answers what came back when the service has ended the connection. */
export function callRaw({ port, head, drip }: RawCall): Promise<string> {
  return new Promise((resolve) => {
    const received: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    socket.write(head);
    const dripping = drip && setInterval(() => socket.write(drip.text), drip.everyMs);
    socket.on('data', (chunk: Buffer) => received.push(chunk));
    // A service that cuts may reset; what matters is that it is over
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(dripping);
      resolve(Buffer.concat(received).toString('latin1'));
    });
  });
}
