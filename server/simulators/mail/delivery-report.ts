import { randomUUID } from 'node:crypto';
import MimeNode from 'nodemailer/lib/mime-node';
import { headerOf, readableHeader, withHeader } from './raw-message.ts';

/** Why a message bounced, as a mail host classifies it (RFC 3463). */
export type BounceKind = 'unknown_address' | 'mailbox_full' | 'blocked' | 'delayed';
export type MailHost = 'google' | 'microsoft';

export interface DeliveryReport {
  host: MailHost;
  kind: BounceKind;
  /** The message that could not be delivered, whole. */
  original: Buffer;
  /** Who did not get it. */
  recipients: string[];
  /** The sender of the original, who gets the report. */
  to: string;
  now: Date;
  /** The words of the host that refused, where they are known. */
  diagnostic?: string | undefined;
}

const CAUSES: Record<BounceKind, { status: string; code: Record<MailHost, string> }> = {
  unknown_address: {
    status: '5.1.1',
    code: {
      google:
        "550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address.",
      microsoft: '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
    },
  },
  mailbox_full: {
    status: '5.2.2',
    code: {
      google: '552-5.2.2 The email account that you tried to reach is over quota.',
      microsoft: '554 5.2.2 mailbox full; STOREDRV.Deliver; MapiExceptionQuotaExceeded',
    },
  },
  blocked: {
    status: '5.7.1',
    code: {
      google: '550-5.7.1 This message has been blocked by the policy of the recipient.',
      microsoft: '550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized',
    },
  },
  delayed: {
    status: '4.4.1',
    code: { google: '451-4.4.1 The recipient server did not accept our requests to connect.', microsoft: '451 4.4.1 Connection timed out' },
  },
};

/** Composes the delivery status notification (RFC 3464) that Gmail or Exchange Online puts into the sender's inbox. */
export async function composeDeliveryReport(report: DeliveryReport): Promise<Buffer> {
  const root = new MimeNode('multipart/report; report-type=delivery-status', { newline: 'win' });
  const messageId = headerOf(report.original, 'Message-ID');
  root.setHeader(report.host === 'google' ? gmailHeaders(report) : exchangeHeaders(report));
  root.setHeader({
    To: report.to,
    Date: report.now.toUTCString().replace('GMT', '+0000'),
    'Message-ID': `<${randomUUID()}@${report.host === 'google' ? 'mx.google.com' : 'outlook.com'}>`,
    'Auto-Submitted': 'auto-replied',
    ...(messageId ? { 'In-Reply-To': messageId, References: messageId } : {}),
  });
  root.createChild('text/plain; charset=utf-8').setContent(humanPart(report));
  root.createChild('message/delivery-status').setContent(statusPart(report, messageId));
  root.createChild('message/rfc822').setContent(report.original);
  const message = await root.build();
  // Exchange's mark is a header without a value, which the composer would leave out.
  return report.host === 'microsoft' ? withHeader(message, 'X-MS-Exchange-Message-Is-Ndr', '') : message;
}

function gmailHeaders({ kind, recipients }: DeliveryReport): Record<string, string> {
  return {
    From: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    Subject: `Delivery Status Notification (${kind === 'delayed' ? 'Delay' : 'Failure'})`,
    'X-Failed-Recipients': recipients.join(', '),
  };
}

function exchangeHeaders({ kind, original, to }: DeliveryReport): Record<string, string> {
  return {
    From: `Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@${domainOf(to)}>`,
    Subject: `${kind === 'delayed' ? 'Delivery delayed' : 'Undeliverable'}: ${readableHeader(original, 'Subject')}`,
  };
}

function humanPart({ kind, recipients }: DeliveryReport): string {
  const who = recipients.join(', ');
  return kind === 'delayed'
    ? `There was a temporary problem delivering your message to ${who}. Delivery will be tried again for 47 hours.\n`
    : `Your message was not delivered to ${who}.\n\n${CAUSES[kind].status}\n`;
}

function statusPart(report: DeliveryReport, messageId: string | undefined): string {
  const { host, kind, recipients, now, diagnostic } = report;
  const date = now.toUTCString().replace('GMT', '+0000');
  const { status, code } = CAUSES[kind];
  const whole = [
    `Reporting-MTA: dns; ${host === 'google' ? 'googlemail.com' : 'mail.protection.outlook.com'}`,
    `Arrival-Date: ${date}`,
    ...(messageId && host === 'google' ? [`X-Original-Message-ID: ${messageId}`] : []),
  ];
  const each = recipients.map((address) => [
    ...(host === 'microsoft' ? [`Original-Recipient: rfc822;${address}`] : []),
    `Final-Recipient: rfc822;${host === 'google' ? ' ' : ''}${address}`,
    `Action: ${kind === 'delayed' ? 'delayed' : 'failed'}`,
    `Status: ${host === 'microsoft' && kind === 'unknown_address' ? '5.1.10' : status}`,
    `Remote-MTA: dns; mx.${domainOf(address)}`,
    `Diagnostic-Code: smtp; ${diagnostic ?? code[host]}`,
    `Last-Attempt-Date: ${date}`,
    ...(kind === 'delayed' ? [`Will-Retry-Until: ${new Date(now.getTime() + 47 * 3_600_000).toUTCString().replace('GMT', '+0000')}`] : []),
  ]);
  return [whole, ...each].map((group) => `${group.join('\r\n')}\r\n`).join('\r\n');
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
