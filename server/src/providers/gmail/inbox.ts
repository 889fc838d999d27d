import { ProviderError } from '../../platform/provider-error.ts';
import type { Inbox, PushGrant } from '../mailbox.ts';
import { gmailApi, once } from './clients.ts';
import { apiError } from './errors.ts';
import { changesSince } from './inbox-changes.ts';
import { receivedSince } from './inbox-received.ts';
import { readRaw } from './read-raw.ts';
import { readSnippet } from './read-snippet.ts';
import type { GmailSettings } from './settings.ts';

/** A day is the interval that Google asks for; a watch that was not renewed ends after seven. */
export function createInbox(settings: GmailSettings): Inbox {
  const { pubsubTopic } = settings;
  const failed = (error: unknown): never => {
    throw apiError(error, 'read', settings.clock.now());
  };
  return {
    async startCursor(accessToken) {
      const api = await gmailApi(settings, accessToken);
      const { data } = await api.users.getProfile({ userId: 'me' }, once(settings)).catch(failed);
      if (!data.historyId) throw new ProviderError('transient', 'Gmail named no history id.', { provider: 'google' });
      return data.historyId;
    },
    changesSince: (accessToken, cursor, question) => changesSince(settings, accessToken, cursor, question),
    receivedSince: (accessToken, since, cursor, question) => receivedSince(settings, accessToken, since, cursor, question),
    readSnippet: (accessToken, id) => readSnippet(settings, accessToken, id),
    readRaw: (accessToken, id) => readRaw(settings, accessToken, id),
    startPush: pubsubTopic === undefined ? null : (accessToken) => watch(accessToken, pubsubTopic),
    async stopPush(accessToken) {
      const api = await gmailApi(settings, accessToken);
      await api.users.stop({ userId: 'me' }, once(settings)).catch(failed);
    },
  };

  /** Excluding instead of naming the inbox: an answer that a filter archives, or that lands in Spam, must be pushed as well. */
  async function watch(accessToken: string, topicName: string): Promise<PushGrant> {
    const requestBody = { topicName, labelIds: ['SENT', 'DRAFT'], labelFilterBehavior: 'exclude' };
    const api = await gmailApi(settings, accessToken);
    const { data } = await api.users.watch({ userId: 'me', requestBody }, once(settings)).catch(failed);
    if (!data.expiration) throw new ProviderError('transient', 'Gmail named no end of the watch.', { provider: 'google' });
    return { subscriptionId: null, expiresAt: new Date(Number(data.expiration)) };
  }
}
