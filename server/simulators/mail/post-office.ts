import nodemailer, { type Transporter } from 'nodemailer';

/** Addresses of the other simulated mail hosts, without a trailing slash. */
export interface Neighbours {
  google?: string | undefined;
  microsoft?: string | undefined;
}

export interface SmtpAddress {
  host: string;
  port: number;
}

export interface Mail {
  /** Envelope sender; empty for bounces, so that nobody answers them. */
  from: string;
  to: string[];
  raw: Buffer;
}

export interface Undelivered {
  address: string;
  /** The other side's words, or ours when it could not be reached. */
  reason: string;
}

export interface PostOfficeOptions {
  /** Puts the message into a mailbox of this simulator; false when it has no such mailbox. */
  deliverHere: (address: string, mail: Mail) => boolean;
  neighbours: Neighbours;
  /** Where mail for everybody else goes. */
  smtp?: SmtpAddress | undefined;
}

const TIMEOUT_MS = 10_000;
const IDLE_MS = 500;

/** Brings a message to each recipient: to a mailbox here, to a neighbour that has it, or else out by SMTP. Answers who did not get it. */
export function createPostOffice({ deliverHere, neighbours, smtp }: PostOfficeOptions): (mail: Mail) => Promise<Undelivered[]> {
  return async function postOffice(mail) {
    let waiting = [...new Set(mail.to.map((address) => address.toLowerCase()))].filter((address) => !deliverHere(address, mail));
    for (const url of [neighbours.google, neighbours.microsoft]) {
      if (url && waiting.length > 0) waiting = await offer(url, { ...mail, to: waiting });
    }
    if (waiting.length === 0) return [];
    if (!smtp) return waiting.map((address) => ({ address, reason: '550 5.1.1 No mail server takes this address' }));
    return sendBySmtp(smtp, { ...mail, to: waiting });
  };
}

/** Answers the recipients that the neighbour does not have; all of them when it cannot be reached. */
async function offer(url: string, { from, to, raw }: Mail): Promise<string[]> {
  try {
    const response = await fetch(`${url}/sim/inbound`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from, to, raw: raw.toString('base64') }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) return to;
    const { delivered } = (await response.json()) as { delivered: string[] };
    return to.filter((address) => !delivered.includes(address));
  } catch {
    return to;
  }
}

async function sendBySmtp(server: SmtpAddress, { from, to, raw }: Mail): Promise<Undelivered[]> {
  try {
    const { rejected } = await transportTo(server).sendMail({ envelope: { from, to }, raw });
    return (rejected ?? []).map((address) => ({ address, reason: '550 5.1.1 Recipient refused' }));
  } catch (error) {
    return to.map((address) => ({ address, reason: `451 4.4.1 ${error instanceof Error ? error.message : 'Connection failed'}` }));
  }
}

const transports = new Map<string, Transporter>();

/** A connection for each message would make thousands of them slow; idle connections end by themselves. */
function transportTo({ host, port }: SmtpAddress): Transporter {
  const key = `${host}:${port}`;
  const known = transports.get(key);
  if (known) return known;
  const made = nodemailer.createTransport({
    host,
    port,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: 5,
    maxMessages: Infinity,
    // A message whose connection broke may have arrived, and must not arrive twice.
    maxRequeues: 0,
    idleTimeout: IDLE_MS,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  transports.set(key, made);
  return made;
}
