import { z } from 'zod';
import { ProviderError } from '../../platform/provider-error.ts';
import type { InboxMessage } from '../mailbox.ts';
import { graph } from './graph.ts';
import { headersOf } from './inbox-headers.ts';
import { ListedMessage } from './listed-message.ts';
import type { MicrosoftSettings } from './settings.ts';

/** Everything that is asked for, ever: nothing of it is text that somebody wrote, except the subject. */
export const SELECT = `$select=${Object.keys(ListedMessage.shape).join(',')}`;

/** More at once in one mailbox is answered with MailboxConcurrency. */
const READS_AT_ONCE = 3;

export interface Reading {
  settings: MicrosoftSettings;
  accessToken: string;
  signal?: AbortSignal | undefined;
}

/**
 * Messages as they are classified, in the given order. Those that were listed without their headers are read one by one;
 * one that was deleted in the meantime is left out.
 */
export async function readMessages(
  reading: Reading,
  listed: readonly ListedMessage[],
  isOwn: (message: ListedMessage) => boolean,
): Promise<InboxMessage[]> {
  const found: InboxMessage[] = [];
  for (let at = 0; at < listed.length; at += READS_AT_ONCE) {
    const some = await Promise.all(
      listed
        .slice(at, at + READS_AT_ONCE)
        // A sent copy or a draft never has them
        .map(async (message) => (message.internetMessageHeaders || isOwn(message) ? message : readMessage(reading, message.id))),
    );
    for (const message of some) if (message) found.push(inboxMessage(reading.settings, message, isOwn(message)));
  }
  return found;
}

async function readMessage({ settings, accessToken, signal }: Reading, id: string): Promise<ListedMessage | null> {
  try {
    const path = `/me/messages/${encodeURIComponent(id)}?${SELECT}`;
    return parsed(ListedMessage, await graph(settings, accessToken, { method: 'GET', path, signal, effect: 'none' }));
  } catch (error) {
    if (error instanceof ProviderError && error.kind === 'not_found') return null;
    throw error;
  }
}

function inboxMessage(settings: MicrosoftSettings, message: ListedMessage, isOwn: boolean): InboxMessage {
  return {
    id: message.id,
    threadId: message.conversationId ?? null,
    receivedAt: message.receivedDateTime ?? settings.clock.now(),
    headers: headersOf(message),
    isOwn,
  };
}

/** Graph's answer by its schema; a foreign answer is as good as none. */
export function parsed<T>(schema: z.ZodType<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  if (!result.success)
    throw new ProviderError('transient', 'The answer of Microsoft cannot be used.', { provider: 'microsoft', cause: result.error });
  return result.data;
}
