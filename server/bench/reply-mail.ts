import { composeDeliveryReport } from '../simulators/mail/index.ts';
import { mail, replyTo, type SentEmail, type ReplyRep } from '../test-support/reply-rig.ts';
import type { Random } from './random.ts';

/** Somebody that an email goes to; each email has its own, so that nothing is recognised by luck. */
export interface Addressee {
  to: string;
  cc: string[];
}

export function addressee(number: number, random: Random): Addressee {
  const domain = `customer${String(number)}.example`;
  return { to: `person@${domain}`, cc: random.next() < 0.3 ? [`second@${domain}`] : [] };
}

export interface Target extends Addressee {
  email: SentEmail;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** What must be noticed: the kinds of TR-3 and TR-6. */
export const ANSWERS: Record<string, (target: Target, now: Date) => Buffer | Promise<Buffer>> = {
  'reply of the person': ({ email, to }) => replyTo(email, to),
  'reply from another address': ({ email, to }) => replyTo(email, `person@private-${domainOf(to)}`),
  'reply of somebody in copy': ({ email, to, cc }) => replyTo(email, cc[0] ?? to),
  'reply of a colleague': ({ email, to }) => replyTo(email, `boss@${domainOf(to)}`),
  'reply with a long thread behind it': ({ email, to }) =>
    replyTo(email, to, {
      references: `<first@${domainOf(to)}> ${email.messageId} <later@${domainOf(to)}>`,
      inReplyTo: `<later@${domainOf(to)}>`,
    }),
  bounce: (target, now) => report(target, now),
};

/** What must not stop anything, although it belongs to an email of ours or looks so. */
export const BAIT: Record<string, (target: Target, now: Date, colleague: ReplyRep) => Buffer | Promise<Buffer>> = {
  'absence note': ({ email, to }) =>
    replyTo(email, to, {
      subject: `Automatic reply: ${email.subject}`,
      headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
    }),
  'ticket robot': ({ email, to }) =>
    replyTo(email, `support@${domainOf(to)}`, {
      subject: `[Ticket 4711] ${email.subject}`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    }),
  'delay notice': (target, now) => report(target, now, { kind: 'delayed' }),
  'full mailbox': (target, now) => report(target, now, { kind: 'mailbox_full' }),
  'forged report': (target, now) =>
    report(target, now, { original: Buffer.from('Message-ID: <invented@mail.example>\r\nSubject: Hello\r\n\r\nHello') }),
  'report about a stranger': (target, now) => report(target, now, { recipients: ['stranger@mail.example'] }),
  'own follow-up': ({ email }) => replyTo(email, email.rep.user.email),
  "a colleague's follow-up": ({ email }, _now, colleague) => replyTo(email, colleague.user.email),
  'read receipt': ({ email, to }) =>
    replyTo(email, to, {
      subject: `Read: ${email.subject}`,
      headers: { 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=x' },
      text: '--x\r\nContent-Type: message/disposition-notification\r\n\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n--x--',
    }),
  'the same subject from a stranger': ({ email }) =>
    mail({ from: 'anna@vandelay.example', to: email.rep.user.email, subject: `Re: ${email.subject}` }),
};

/** Mail that has nothing to do with us. */
export const UNRELATED: ((rep: ReplyRep) => Buffer)[] = [
  ({ user }) => mail({ from: 'anna@vandelay.example', to: user.email, subject: 'Lunch?' }),
  ({ user }) =>
    mail({ from: 'news@shop.example', to: user.email, subject: 'Sale', headers: { 'List-Id': '<news.shop.example>', Precedence: 'bulk' } }),
  ({ user }) => mail({ from: 'bob@vandelay.example', to: user.email, subject: 'Re: Budget', inReplyTo: '<budget@vandelay.example>' }),
];

function report({ email, to }: Target, now: Date, more: Partial<Parameters<typeof composeDeliveryReport>[0]> = {}): Promise<Buffer> {
  const original = Buffer.from(email.raw.toString().replace(/^Message-ID: .*$/im, `Message-ID: ${email.messageId}`));
  const { vendor, user } = email.rep;
  return composeDeliveryReport({ host: vendor, kind: 'unknown_address', original, recipients: [to], to: user.email, now, ...more });
}
