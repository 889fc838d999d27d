import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import * as x509 from '@peculiar/x509';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

x509.cryptoProvider.set(webcrypto as Crypto);

export interface ReceivedMail {
  from: string;
  to: string[];
  raw: string;
  user: string | null;
  secure: boolean;
}

/** What the server does next instead of taking the mail. */
export type MailServerFault =
  | { at: 'connect' | 'mail' | 'rcpt' | 'data'; reply: [code: number, text: string]; address?: string }
  /** Hangs up: when the message comes, before its end; or after its end, with or without having taken it. */
  | { at: 'data'; cut: 'before_the_end' | 'after_the_end' };

export interface MailServer {
  port: number;
  received: ReceivedMail[];
  /** How many clients have called. */
  calls: number;
  fault: MailServerFault | null;
  password: string;
  /** PEM to trust, with `encryption`. */
  certificate: string;
  close(): Promise<void>;
}

interface MailServerOptions {
  /** Nobody may send without this user's password. */
  user?: string;
  password?: string;
  encryption?: 'tls' | 'starttls';
  maxBytes?: number;
  /** A server that wants to be asked one thing at a time. */
  withoutPipelining?: boolean;
}

/** A real SMTP server of the kind a team has, on a free port of this machine. */
export async function startMailServer({
  user,
  password = 'right',
  encryption,
  maxBytes,
  withoutPipelining = false,
}: MailServerOptions = {}): Promise<MailServer> {
  const pair = encryption ? await localhostCertificate() : null;
  const sockets = new Set<Socket>();
  const reply = ([responseCode, text]: [number, string]): Error => Object.assign(new Error(text), { responseCode });
  const faultAt = (at: MailServerFault['at']): MailServerFault | null => (state.fault?.at === at ? state.fault : null);
  const refuse = (at: MailServerFault['at'], done: (error?: Error | null) => void, address?: string): void => {
    const fault = faultAt(at);
    if (!fault || !('reply' in fault) || (fault.address && fault.address !== address)) {
      done();
      return;
    }
    done(reply(fault.reply));
  };
  const options: SMTPServerOptions = {
    secure: encryption === 'tls',
    disabledCommands: [...(encryption ? [] : ['STARTTLS']), ...(user ? [] : ['AUTH'])],
    authOptional: !user,
    allowInsecureAuth: true,
    hidePIPELINING: withoutPipelining,
    disableReverseLookup: true,
    ...(pair ? { key: pair.key, cert: pair.certificate } : {}),
    ...(maxBytes ? { size: maxBytes } : {}),
    onConnect: (_session, done) => {
      state.calls += 1;
      refuse('connect', done);
    },
    onAuth: ({ username, password: typed }, _session, done) => {
      if (username === user && typed === state.password) done(null, { user: username ?? '' });
      else done(reply([535, '5.7.8 Authentication failed']));
    },
    onMailFrom: ({ address }, _session, done) => refuse('mail', done, address),
    onRcptTo: ({ address }, _session, done) => refuse('rcpt', done, address),
    onData: (stream, session, done) => {
      const fault = faultAt('data');
      const cut = fault && 'cut' in fault ? fault.cut : null;
      if (cut === 'before_the_end') for (const socket of sockets) socket.destroy();
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        if (!fault || cut === 'after_the_end')
          state.received.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks).toString(),
            user: typeof session.user === 'string' ? session.user : null,
            secure: session.secure,
          });
        if (cut === 'after_the_end') for (const socket of sockets) socket.destroy();
        else refuse('data', done);
      });
    },
  };
  const server = new SMTPServer(options);
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const state: MailServer = {
    port: (server.server.address() as AddressInfo).port,
    received: [],
    calls: 0,
    fault: null,
    password,
    certificate: pair?.certificate ?? '',
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return state;
}

async function localhostCertificate(): Promise<{ key: string; certificate: string }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=localhost',
    notBefore: new Date(Date.now() - 3_600_000),
    notAfter: new Date(Date.now() + 86_400_000),
    signingAlgorithm: algorithm,
    keys,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }])],
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return {
    key: `-----BEGIN PRIVATE KEY-----\n${pkcs8.replace(/(.{64})/g, '$1\n')}\n-----END PRIVATE KEY-----\n`,
    certificate: certificate.toString('pem'),
  };
}
