import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Mail } from '../mail/index.ts';

export interface SmtpSink {
  port: number;
  close(): Promise<void>;
}

/** An SMTP server without passwords that takes every message for everyone. A message that `take` refuses is answered with 451. */
export async function startSmtp(port: number, take: (mail: Mail) => Promise<void>): Promise<SmtpSink> {
  const server = new SMTPServer({
    banner: 'prospects of the local world',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    // Hosts keep their connections for a while; a stop must not wait for them.
    closeTimeout: 200,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const mail = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks) };
        take(mail).then(
          () => done(),
          () => done(Object.assign(new Error('The message cannot be taken now.'), { responseCode: 451 })),
        );
      });
    },
  });
  // A client that hangs up in the middle is its own business; without a listener it would end the process.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
