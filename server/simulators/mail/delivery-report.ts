import { randomUUID } from 'node:crypto';
import MimeNode from 'nodemailer/lib/mime-node';
import { bodyOf, headerOf, readableHeader, withHeader } from './raw-message.ts';
import { causeOf, type BounceKind, type MailHost } from './report-causes.ts';

export interface DeliveryReport {
  host: MailHost;
  kind: BounceKind;
  /** The message that could not be delivered, whole. */
  original: Buffer;
  /** Who did not get it. */
  recipients: string[];
  /** Further recipients whom it failed to reach for another reason. */
  others?: { address: string; kind: BounceKind }[] | undefined;
  /** The sender of the original, who gets the report. */
  to: string;
  now: Date;
  /** The words of the host that refused, where they are known. */
  diagnostic?: string | undefined;
  /** A report that somebody made up: it knows which thread to answer to, and not what we sent. */
  isForged?: boolean | undefined;
}

interface Failure {
  address: string;
  kind: BounceKind;
}

const RETRY_MS = 47 * 3_600_000;

/** Composes the delivery status notification (RFC 3464) that Gmail, Exchange Online or another mail server puts into the sender's inbox. */
export async function composeDeliveryReport(report: DeliveryReport): Promise<Buffer> {
  const { host, to, now } = report;
  const original = report.isForged ? withHeader(report.original, 'Message-ID', `<${randomUUID()}@made-up.example>`) : report.original;
  const answered = headerOf(report.original, 'Message-ID');
  const root = new MimeNode('multipart/report; report-type=delivery-status', { newline: 'win' });
  root.setHeader(HEADERS[host](report));
  root.setHeader({
    To: to,
    Date: mailDate(now),
    'Message-ID': `<${randomUUID()}@${HOST_NAMES[host]}>`,
    'Auto-Submitted': 'auto-replied',
    // Other servers answer to no thread: only the returned message tells what it is about.
    ...(answered && host !== 'smtp' ? { 'In-Reply-To': answered, References: answered } : {}),
  });
  root.createChild('text/plain; charset=utf-8').setContent(humanPart(report));
  root.createChild('message/delivery-status').setContent(statusPart(report, headerOf(original, 'Message-ID')));
  if (host === 'smtp') root.createChild('text/rfc822-headers').setContent(headOf(original));
  else root.createChild('message/rfc822').setContent(original);
  const message = await root.build();
  // Exchange's mark is a header without a value, which the composer would leave out.
  return host === 'microsoft' && report.kind !== 'delayed' ? withHeader(message, 'X-MS-Exchange-Message-Is-Ndr', '') : message;
}

const HOST_NAMES: Record<MailHost, string> = { google: 'mx.google.com', microsoft: 'outlook.com', smtp: 'mx.mailhost.example' };
const REPORTERS: Record<MailHost, string> = {
  google: 'googlemail.com',
  microsoft: 'mail.protection.outlook.com',
  smtp: HOST_NAMES.smtp,
};

const HEADERS: Record<MailHost, (report: DeliveryReport) => Record<string, string>> = {
  google: (report) => ({
    From: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    Subject: `Delivery Status Notification (${report.kind === 'delayed' ? 'Delay' : 'Failure'})`,
    'X-Failed-Recipients': failuresIn(report)
      .map(({ address }) => address)
      .join(', '),
  }),
  microsoft: ({ kind, original, to }) => ({
    From: `Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@${domainOf(to)}>`,
    Subject: `${kind === 'delayed' ? 'Delivery delayed' : 'Undeliverable'}: ${readableHeader(original, 'Subject')}`,
  }),
  smtp: ({ kind }) => ({
    'Return-Path': '<>',
    From: `Mail Delivery System <MAILER-DAEMON@${HOST_NAMES.smtp}>`,
    Subject: kind === 'delayed' ? 'Delayed Mail (still being retried)' : 'Undelivered Mail Returned to Sender',
  }),
};

function failuresIn({ kind, recipients, others = [] }: DeliveryReport): Failure[] {
  return [...recipients.map((address) => ({ address, kind })), ...others];
}

function humanPart(report: DeliveryReport): string {
  const { kind, host } = report;
  const who = failuresIn(report)
    .map(({ address }) => address)
    .join(', ');
  if (kind === 'delayed')
    return `There was a temporary problem delivering your message to ${who}. Delivery will be tried again for 47 hours.\n`;
  if (kind === 'sending_limit') return 'You have reached a limit for sending mail. Your message was not sent.\n';
  return `Your message was not delivered to ${who}.\n\n${causeOf(kind, host).status}\n`;
}

function statusPart(report: DeliveryReport, messageId: string | undefined): string {
  const { host, now, diagnostic } = report;
  const date = mailDate(now);
  const whole = [
    `Reporting-MTA: dns; ${REPORTERS[host]}`,
    `Arrival-Date: ${date}`,
    ...(messageId && host === 'google' ? [`X-Original-Message-ID: ${messageId}`] : []),
  ];
  const each = failuresIn(report).map(({ address, kind }) => {
    const cause = causeOf(kind, host);
    return [
      ...(host === 'google' ? [] : [`Original-Recipient: rfc822;${address}`]),
      `Final-Recipient: rfc822;${host === 'google' ? ' ' : ''}${address}`,
      `Action: ${kind === 'delayed' ? 'delayed' : 'failed'}`,
      `Status: ${cause.status}`,
      `Remote-MTA: dns; mx.${domainOf(address)}`,
      `Diagnostic-Code: smtp; ${diagnostic ?? cause.diagnostic}`,
      `Last-Attempt-Date: ${date}`,
      ...(kind === 'delayed' ? [`Will-Retry-Until: ${mailDate(new Date(now.getTime() + RETRY_MS))}`] : []),
    ];
  });
  return [whole, ...each].map((group) => `${group.join('\r\n')}\r\n`).join('\r\n');
}

function headOf(message: Buffer): Buffer {
  return message.subarray(0, message.length - bodyOf(message).length);
}

function mailDate(at: Date): string {
  return at.toUTCString().replace('GMT', '+0000');
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
