import { z } from 'zod';
import {
  addressesIn,
  AWAY_LANGUAGES,
  composeDeliveryReport,
  composeOutOfOffice,
  composeReadReceipt,
  composeReply,
  composeTicket,
  headerOf,
  recipientsOf,
  type Answer,
  type BounceKind,
  type Mail,
  type MailHost,
  type Threading,
  type Undelivered,
} from '../mail/index.ts';
import type { ReceivedMessage } from './entities.ts';
import { answerAddress, colleagueOf, othersIn, rawOf } from './store.ts';

const text = z.string().trim().min(1, 'must not be empty').max(100_000).default('Thanks, this is interesting. Can we talk on Thursday?');
/** A form sends an empty text for what was left out. */
function optional<Inner extends z.ZodType>(inner: Inner) {
  return z.preprocess((value) => (value === '' ? undefined : value), inner.optional());
}
const address = z.email().transform((value) => value.toLowerCase());

const Text = z.object({ text });
const TextFrom = z.object({ text, from: optional(address) });
const ReplyFrom = z.object({ text, from: address });
const Away = z.object({
  text: optional(z.string().trim().min(1, 'must not be empty').max(100_000)),
  language: z.enum(AWAY_LANGUAGES).default('en'),
  returnsOn: optional(z.iso.date()),
  wording: z.enum(['until', 'back']).default('until'),
  program: z.enum(['exchange', 'gmail', 'vacation']).default('exchange'),
});

/** The short names are for programs. `multi` fails for everybody the message names, each in another way. */
const BOUNCES = {
  unknown_address: 'unknown_address',
  hard: 'unknown_address',
  mailbox_full: 'mailbox_full',
  full: 'mailbox_full',
  blocked: 'blocked',
  spam: 'spam',
  too_large: 'too_large',
  sending_limit: 'sending_limit',
  delayed: 'delayed',
  multi: 'unknown_address',
} as const satisfies Record<string, BounceKind>;
const Bounce = z.object({
  kind: z.enum(Object.keys(BOUNCES) as [keyof typeof BOUNCES, ...(keyof typeof BOUNCES)[]]).default('unknown_address'),
  /** Whose report it is; the host of the sender's mailbox without it. */
  host: optional(z.enum(['google', 'microsoft', 'smtp'])),
});
type Bounce = z.infer<typeof Bounce>;

export interface AnswerTools {
  /** Sends mail from the prospects to a simulated host, or to another prospect. */
  deliver: (mail: Mail) => Promise<Undelivered[]>;
  /** Which simulated host has the mailbox of that address, as reports of failed delivery look different. */
  hostOf: (address: string) => Promise<MailHost>;
  now: () => Date;
}

/** What was done, in words, and the Message-ID of what was written. */
export interface Done {
  what: string[];
  messageId?: string | undefined;
}

export type Action = (message: ReceivedMessage, body: unknown) => Promise<Done>;

/** Something the person can see and correct. */
export class Refused extends Error {}

/** Checks what a form or a program sent, and acts. Throws ZodError or `Refused` when that cannot be done. */
export function actionWith<Schema extends z.ZodType>(
  schema: Schema,
  act: (message: ReceivedMessage, input: z.output<Schema>) => Promise<Done>,
): Action {
  return async function checkAndAct(message, body) {
    return act(message, schema.parse(body ?? {}));
  };
}

/** Everything that comes back to the sender by mail, by the name of its action. */
export function createAnswers({ deliver, hostOf, now }: AnswerTools): Record<string, Action> {
  async function send(
    message: ReceivedMessage,
    from: string,
    what: string,
    compose: (answer: Answer) => Promise<Buffer>,
    envelopeFrom = from,
  ): Promise<Done> {
    const field = answerAddress(message);
    const to = addressesIn(field);
    if (to.length === 0) throw new Refused('This message names nobody to answer to.');
    const raw = await compose({ original: rawOf(message), from, to: field, now: now() });
    await deliver({ from: envelopeFrom, to, raw });
    return { what: [`${what} ${field}${from === message.mailbox ? '' : ` from ${from}`}`], messageId: headerOf(raw, 'Message-ID') };
  }
  const reply = (message: ReceivedMessage, from: string, words: string, threading?: Threading) =>
    send(message, from, 'Replied to', (answer) => composeReply(answer, words, threading));

  async function bounce(message: ReceivedMessage, { kind, host }: Bounce, isForged: boolean): Promise<Done> {
    const to = message.envelope.from || addressesIn(answerAddress(message))[0];
    if (!to) throw new Refused('This message names nobody to answer to.');
    const original = rawOf(message);
    const others = kind === 'multi' ? recipientsOf(original).filter((recipient) => recipient !== message.mailbox) : [];
    const raw = await composeDeliveryReport({
      host: host ?? (await hostOf(to)),
      kind: BOUNCES[kind],
      original,
      recipients: [message.mailbox],
      others: others.map((recipient) => ({ address: recipient, kind: 'mailbox_full' })),
      to,
      now: now(),
      isForged,
    });
    await deliver({ from: '', to: [to], raw });
    const what = `${isForged ? 'Sent a forged bounce' : 'Bounced'} to ${to} (${kind.replace('_', ' ')})`;
    return { what: [what], messageId: headerOf(raw, 'Message-ID') };
  }

  return {
    reply: actionWith(Text, (message, input) => reply(message, message.mailbox, input.text)),
    'reply-from': actionWith(ReplyFrom, (message, input) => reply(message, input.from, input.text)),
    'reply-from-cc': actionWith(TextFrom, (message, input) => {
      const from = input.from ?? othersIn(message)[0];
      if (!from) throw new Refused('Nobody else can read this message.');
      return reply(message, from, input.text);
    }),
    'reply-from-colleague': actionWith(TextFrom, (message, input) =>
      reply(message, input.from ?? colleagueOf(message), input.text, 'forwarded'),
    ),
    'reply-in-new-thread': actionWith(TextFrom, (message, input) =>
      reply(message, input.from ?? message.mailbox, input.text, 'references'),
    ),
    'reply-without-thread': actionWith(TextFrom, (message, input) => reply(message, input.from ?? message.mailbox, input.text, 'none')),
    'out-of-office': actionWith(Away, (message, away) =>
      send(message, message.mailbox, 'Answered automatically to', (answer) => composeOutOfOffice(answer, away), ''),
    ),
    'auto-reply': actionWith(z.object({}), (message) => send(message, message.mailbox, 'Made a ticket for', composeTicket, '')),
    'read-receipt': actionWith(z.object({}), (message) => send(message, message.mailbox, 'Sent a read receipt to', composeReadReceipt, '')),
    bounce: actionWith(Bounce, (message, input) => bounce(message, input, false)),
    delay: actionWith(Bounce.omit({ kind: true }), (message, input) => bounce(message, { ...input, kind: 'delayed' }, false)),
    'forged-bounce': actionWith(Bounce, (message, input) => bounce(message, input, true)),
  };
}
