import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';
import { ProviderError } from '../../platform/provider-error.ts';
import type { OutgoingMessage, SentMessage } from '../mailbox.ts';
import { smtpError } from './errors.ts';
import { openSocket } from './open-socket.ts';
import { refusalOf, type SmtpOptions, type SmtpServerSettings } from './settings.ts';
import { withoutBcc } from './without-bcc.ts';

const TOTAL_TIMEOUT_MS = 30_000;
const GREETING_TIMEOUT_MS = 10_000;
const CHUNK_BYTES = 64 * 1024;

/** The library notes in the envelope it was given what became of each recipient. */
interface Envelope {
  from: string;
  to: string[];
  size: number;
  rejectedErrors?: Error[];
}

/** Whether the end of the message was on its way: from then on the server may have taken it. */
interface Progress {
  handedOver: boolean;
  /** What a recipient was refused with, in our words: the library rewrites the error that it is given. */
  refusal?: ProviderError;
}

/**
 * One connection, one message, no retry. All recipients or none: when one is refused, the message is not handed over to the others.
 * Throws ProviderErrors only.
 */
export async function send(options: SmtpOptions, server: SmtpServerSettings, message: OutgoingMessage): Promise<SentMessage> {
  const refused = refusalOf(server, options);
  if (refused) throw new ProviderError('admin_action', 'This mail server may not be used.', { provider: 'smtp', vendorCode: refused });
  const progress: Progress = { handedOver: false };
  let socket: Socket | undefined;
  let connection: SMTPConnection | undefined;
  const { promise: timedOut, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(Object.assign(new Error('The mail server took too long.'), { code: 'ETIMEDOUT' })),
    options.timeoutMs ?? TOTAL_TIMEOUT_MS,
  );
  const talk = async (): Promise<SentMessage> => {
    socket = await openSocket(server.host, server.port, options);
    connection = await createConnection(options, server, socket);
    return transfer(connection, server, message, progress);
  };
  try {
    return await Promise.race([talk(), timedOut]);
  } catch (error) {
    throw progress.refusal ?? smtpError(error, progress);
  } finally {
    clearTimeout(timer);
    connection?.close();
    socket?.destroy();
  }
}

async function createConnection(options: SmtpOptions, server: SmtpServerSettings, socket: Socket): Promise<SMTPConnection> {
  // Loaded with the first message: the service, which sends few, then starts quicker and smaller
  const { default: Connection } = await import('nodemailer/lib/smtp-connection/index.js');
  return new Connection({
    host: server.host,
    port: server.port,
    connection: socket,
    name: options.clientName,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    greetingTimeout: GREETING_TIMEOUT_MS,
    socketTimeout: options.timeoutMs ?? TOTAL_TIMEOUT_MS,
    tls: { minVersion: 'TLSv1.2', ...(options.trustedCertificates ? { ca: options.trustedCertificates } : {}) },
  });
}

function transfer(
  connection: SMTPConnection,
  { username, password }: SmtpServerSettings,
  message: OutgoingMessage,
  progress: Progress,
): Promise<SentMessage> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.once('end', () => reject(Object.assign(new Error('The mail server hung up.'), { code: 'ECONNECTION' })));
    // An error after the answer changes nothing any more
    connection.on('error', () => undefined);
    const step =
      (next: () => void) =>
      (error?: Error | null): void => {
        if (error) reject(error);
        else next();
      };
    const hand = (): void => {
      const mime = withoutBcc(message.mime);
      const envelope: Envelope = { from: message.fromAddress, to: message.recipients, size: mime.byteLength };
      connection.send(envelope, streamOf(mime, envelope, progress), (error, info) => {
        const { serverMessageId } = (error ? {} : info) as { serverMessageId?: string };
        connection.quit();
        if (error) reject(error);
        else resolve({ providerMessageId: null, providerThreadId: null, sentMessageId: serverMessageId ?? message.messageId });
      });
    };
    const signIn = (): void => {
      if (username === null) hand();
      else connection.login({ credentials: { user: username, pass: password ?? '' } }, step(hand));
    };
    connection.connect(step(signIn));
  });
}

/** Read only after the server has said to go ahead; the library then already knows who was refused. */
function streamOf(mime: Buffer, envelope: Envelope, progress: Progress): Readable {
  let at = 0;
  return new Readable({
    read() {
      const [refused] = envelope.rejectedErrors ?? [];
      if (refused) {
        progress.refusal = smtpError(Object.assign(refused, { command: 'RCPT TO' }), progress);
        this.destroy(refused);
        return;
      }
      this.push(mime.subarray(at, at + CHUNK_BYTES));
      at += CHUNK_BYTES;
      if (at < mime.byteLength) return;
      progress.handedOver = true;
      this.push(null);
    },
  });
}
