import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import { once } from './clients.ts';
import type { GmailSettings } from './settings.ts';

/** What Gmail says about a message without its body. */
export interface MessageHeaders {
  threadId: string | null;
  labelIds: string[];
  /** When Gmail took or got the message. */
  at: Date | null;
  /** Lower-case names, each as often as the message has it. */
  headers: (readonly [name: string, value: string])[];
}

/** Reads the named headers of one message; needs a scope that may read headers. 20 quota units. Throws what the library throws. */
export async function headersOf(
  settings: GmailSettings,
  api: gmail_v1.Gmail,
  id: string,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<MessageHeaders> {
  const { data } = await api.users.messages.get(
    { userId: 'me', id, format: 'metadata', metadataHeaders: [...names] },
    { ...once(settings), ...(signal ? { signal } : {}) },
  );
  return {
    threadId: data.threadId ?? null,
    labelIds: data.labelIds ?? [],
    at: data.internalDate ? new Date(Number(data.internalDate)) : null,
    headers: (data.payload?.headers ?? []).map(({ name, value }) => [(name ?? '').toLowerCase(), (value ?? '').trim()] as const),
  };
}

/** What identifies one of our own messages. */
export interface SentHeaders {
  messageId: string | null;
  reference: string | null;
  threadId: string | null;
  takenAt: Date | null;
}

/** Reads what identifies one of our messages; as `headersOf`. */
export async function sentHeadersOf(settings: GmailSettings, api: gmail_v1.Gmail, id: string): Promise<SentHeaders> {
  const { threadId, at, headers } = await headersOf(settings, api, id, ['Message-ID', 'X-MSI-Id']);
  const value = (wanted: string): string | null => headers.find(([name]) => name === wanted)?.[1] ?? null;
  return { messageId: value('message-id'), reference: value('x-msi-id'), threadId, takenAt: at };
}
