import {
  addressesIn,
  composeDeliveryReport,
  headerOf,
  recipientsOf,
  withHeader,
  withoutHeaders,
  type Mail,
  type Undelivered,
} from '../mail/index.ts';
import type { Simulator } from '../common/index.ts';
import type { DueQueue } from './due-queue.ts';
import type { Account, ExtendedProperty, Mailbox, Message, MicrosoftState, Send } from './entities.ts';
import { badRequest, GraphError } from './graph-error.ts';
import { takePlace } from './limits.ts';
import { newMessageId, rawOf, setRaw, submit } from './mailbox.ts';

const INTERNET_HEADERS = /^String \{00020386-0000-0000-C000-000000000046\} Name ([!-9;-~]+)$/i;
/** MAPI properties that leave as headers. */
const TAGGED_HEADERS: Record<string, string> = { '0x1045': 'List-Unsubscribe', '0x1042': 'In-Reply-To', '0x1039': 'References' };
const MAX_RECIPIENTS = 500;

interface Departure {
  account: Account;
  mailbox: Mailbox;
  raw: Buffer;
  extendedProperties: ExtendedProperty[];
}

/** Checks what may leave and gives it its last form, Bcc still in it. Throws GraphError. */
function prepareDeparture({ state, clock }: Simulator<MicrosoftState>, { account, raw, extendedProperties }: Departure): Buffer {
  const recipients = recipientsOf(raw);
  if (recipients.length === 0) {
    throw badRequest(
      "At least one recipient isn't valid., A message can't be sent because it contains no recipients.",
      'ErrorInvalidRecipients',
    );
  }
  const wrong = recipients.find((address) => !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(address));
  if (wrong !== undefined) {
    throw badRequest(
      `At least one recipient isn't valid., Recipient '${wrong}' isn't resolved. All recipients must be resolved before a message can ` +
        'be submitted.',
      'ErrorInvalidRecipients',
    );
  }
  if (recipients.length > MAX_RECIPIENTS) throw badRequest('The message has too many recipients.', 'ErrorTooManyRecipients');
  const from = headerOf(raw, 'From');
  if (from !== undefined && addressesIn(from)[0] !== account.address) {
    throw new GraphError(
      403,
      'ErrorSendAsDenied',
      'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending ' +
        'account., Cannot submit message.',
    );
  }
  let message = from === undefined ? withHeader(raw, 'From', `"${account.name}" <${account.address}>`) : raw;
  if (headerOf(message, 'Date') === undefined) message = withHeader(message, 'Date', clock.now().toUTCString().replace('GMT', '+0000'));
  for (const { id, value } of extendedProperties) {
    const name = headerNameOf(id, state.settings.emitsNamedHeaders);
    if (name !== undefined) message = withHeader(message, name, value.replace(/[\r\n]+/g, ' '));
  }
  return state.settings.rewriteMessageId || headerOf(message, 'Message-ID') === undefined
    ? withHeader(message, 'Message-ID', newMessageId())
    : message;
}

function headerNameOf(propertyId: string, emitsNamedHeaders: boolean): string | undefined {
  const tag = /^String (0x[0-9a-f]+)$/i.exec(propertyId)?.[1];
  if (tag) return TAGGED_HEADERS[tag.toLowerCase()];
  return emitsNamedHeaders ? INTERNET_HEADERS.exec(propertyId)?.[1] : undefined;
}

export interface Transport {
  /**
   * Takes a draft. It leaves at once, and has been delivered when this resolves, or later where too many leave at once.
   * Throws GraphError, and then nothing leaves.
   */
  send(sender: Pick<Departure, 'account' | 'mailbox'>, draft: Message, arrivedAt: number): Promise<void>;
}

/** Counts what is handed over, checks it and delivers it; what cannot be delivered comes back to the inbox as a report. */
export function createTransport(
  simulator: Simulator<MicrosoftState>,
  due: DueQueue,
  deliver: (mail: Mail) => Promise<Undelivered[]>,
): Transport {
  async function depart({ address }: Account, prepared: Buffer): Promise<void> {
    const undelivered = await deliver({
      from: address,
      to: recipientsOf(prepared),
      raw: withoutHeaders(prepared, (name) => name === 'bcc'),
    });
    const first = undelivered[0];
    if (!first) return;
    const report = await composeDeliveryReport({
      host: 'microsoft',
      kind: first.reason.startsWith('4') ? 'delayed' : 'unknown_address',
      original: prepared,
      recipients: undelivered.map((recipient) => recipient.address),
      to: address,
      now: simulator.clock.now(),
      diagnostic: first.reason,
    });
    await deliver({ from: '', to: [address], raw: report });
  }

  return {
    async send({ account, mailbox }, draft, arrivedAt) {
      const { state, clock } = simulator;
      const raw = rawOf(draft);
      const send: Send = {
        account: account.address,
        at: arrivedAt,
        messageId: draft.internetMessageId,
        reference: draft.reference,
        recipients: recipientsOf(raw),
        outcome: 'refused',
      };
      state.sends.push(send);
      const prepared = prepareDeparture(simulator, { account, mailbox, raw, extendedProperties: draft.extendedProperties });
      const leavesAt = takePlace(mailbox, state.settings.limits, clock.nowMs());
      send.outcome = 'accepted';
      setRaw(mailbox, draft, prepared, clock.nowMs());
      submit(mailbox, draft, leavesAt);
      if (!state.settings.deliversMail) return;
      if (leavesAt > clock.nowMs()) due.at(leavesAt, () => void depart(account, prepared));
      else await depart(account, prepared);
    },
  };
}
