import { setTimeout as delay } from 'node:timers/promises';
import { ProviderError } from '../../platform/provider-error.ts';
import { createThreads, TaskEnded } from '../../platform/threads.ts';
import type { OpenedInbox, OpenInbox } from './open-inbox.ts';

/** The words of a reply, as they may be quoted: cleaned, and without pictures. */
export interface ReplyWords {
  /** Null for more than one text may have. */
  html: string | null;
  /** As the writer calls themself; null where the message says nothing. */
  who: string | null;
}

/** Null when the reply cannot be read now: it is gone, its mailbox is closed, or its vendor does not answer in time. */
export type ReadReply = (orgId: string, connectionId: string, providerMessageId: string) => Promise<ReplyWords | null>;

export interface ReplyTask {
  raw: Uint8Array;
}

/** A rep waits for it, and the window goes without a quote. */
const VENDOR_ANSWERS_WITHIN_MS = 5_000;
const DEADLINE_MS = 2_000;

/**
 * Reads a reply that a rep is about to answer, from the rep's mailbox and only where grant and admin allow bodies. Nothing of it is kept.
 */
export function createReadReply({
  openInbox,
  withinMs = VENDOR_ANSWERS_WITHIN_MS,
}: {
  openInbox: OpenInbox;
  withinMs?: number;
}): ReadReply {
  const threads = createThreads<ReplyTask, ReplyWords>({
    file: new URL('./reply-words-thread.ts', import.meta.url),
    deadlineMs: DEADLINE_MS,
  });

  const fetchRaw = async (orgId: string, connectionId: string, id: string): Promise<Buffer | null> => {
    const read = ({ readsBodies, provider, accessToken }: OpenedInbox) => (readsBodies ? provider.inbox.readRaw(accessToken, id) : null);
    try {
      return await read(await openInbox(orgId, connectionId));
    } catch (error) {
      if (!(error instanceof ProviderError && error.kind === 'auth_expired')) throw error;
      return read(await openInbox(orgId, connectionId, { renew: true }));
    }
  };

  return async function readReply(orgId, connectionId, providerMessageId) {
    const ending = new AbortController();
    try {
      const reading = fetchRaw(orgId, connectionId, providerMessageId);
      reading.catch(() => undefined);
      const raw = await Promise.race([reading, delay(withinMs, null, { signal: ending.signal })]);
      return raw && (await threads.run({ raw }));
    } catch (error) {
      if (error instanceof ProviderError || error instanceof TaskEnded) return null;
      throw error;
    } finally {
      ending.abort();
    }
  };
}
