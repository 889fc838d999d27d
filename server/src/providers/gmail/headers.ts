import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import { once } from './clients.ts';
import type { GmailSettings } from './settings.ts';

export interface SentHeaders {
  messageId: string | null;
  reference: string | null;
  threadId: string | null;
  /** When Gmail took the message. */
  takenAt: Date | null;
}

/** Reads what identifies one of our messages; needs a scope that may read headers. */
export async function headersOf(settings: GmailSettings, api: gmail_v1.Gmail, id: string): Promise<SentHeaders> {
  const { data } = await api.users.messages.get(
    { userId: 'me', id, format: 'metadata', metadataHeaders: ['Message-ID', 'X-MSI-Id'] },
    once(settings),
  );
  const value = (name: string): string | null =>
    data.payload?.headers?.find((header) => header.name?.toLowerCase() === name)?.value?.trim() ?? null;
  return {
    messageId: value('message-id'),
    reference: value('x-msi-id'),
    threadId: data.threadId ?? null,
    takenAt: data.internalDate ? new Date(Number(data.internalDate)) : null,
  };
}
