import type { ListedMessage } from './listed-message.ts';

/** What classification asks for; the rest of a message's headers is not kept. */
const WANTED = new Set([
  'from',
  'sender',
  'return-path',
  'to',
  'cc',
  'subject',
  'date',
  'message-id',
  'in-reply-to',
  'references',
  'auto-submitted',
  'precedence',
  'x-auto-response-suppress',
  'x-autoreply',
  'x-autorespond',
  'x-auto-reply',
  'content-type',
  'x-failed-recipients',
  'x-ms-exchange-message-is-ndr',
  'list-id',
  'feedback-id',
  'x-loop',
  'x-original-message-id',
  'x-msi-id',
]);

type Header = readonly [name: string, value: string];
type Recipient = NonNullable<ListedMessage['from']>;

/** The headers that count. What Exchange keeps as fields of their own and not among the headers is written as a header. */
export function headersOf(message: ListedMessage): Header[] {
  const headers: Header[] = (message.internetMessageHeaders ?? [])
    .map(({ name, value }) => [name.toLowerCase(), (value ?? '').trim()] as const)
    .filter(([name]) => WANTED.has(name));
  const fields: [name: string, value: string | null][] = [
    ['from', addressList([message.from])],
    ['sender', addressList([message.sender])],
    ['to', addressList(message.toRecipients)],
    ['cc', addressList(message.ccRecipients)],
    ['subject', message.subject ?? null],
    ['date', message.sentDateTime?.toUTCString() ?? null],
    ['message-id', message.internetMessageId ?? null],
  ];
  for (const [name, value] of fields) if (value && !headers.some(([present]) => present === name)) headers.push([name, value]);
  return headers;
}

function addressList(recipients: readonly (Recipient | null | undefined)[] | null | undefined): string | null {
  const written = (recipients ?? []).flatMap((recipient) => {
    const { name, address } = recipient?.emailAddress ?? {};
    if (!address) return [];
    return name && name !== address ? [`"${name.replace(/["\\\r\n]/g, ' ')}" <${address}>`] : [`<${address}>`];
  });
  return written.length > 0 ? written.join(', ') : null;
}
