import type { Inbox } from '../mailbox.ts';
import { graphBytes } from './graph.ts';
import { changesSince, startCursor } from './inbox-changes.ts';
import { receivedSince } from './inbox-received.ts';
import { startPush, stopPush } from './push.ts';
import { readSnippet } from './read-snippet.ts';
import type { MicrosoftSettings } from './settings.ts';

/**
 * Reads headers, but for `readSnippet` (the first words of a body) and `readRaw` (all of it). Microsoft has no narrower scope for headers,
 * so it is the caller who holds to what the admin allows.
 */
export function createInbox(settings: MicrosoftSettings): Inbox {
  const { notificationUrl } = settings;
  return {
    seesInboxOnly: true,
    startCursor: (accessToken) => startCursor(settings, accessToken),
    changesSince: (accessToken, cursor, question) => changesSince(settings, accessToken, cursor, question),
    receivedSince: (accessToken, since, cursor, question) => receivedSince(settings, accessToken, since, cursor, question),
    readSnippet: (accessToken, id) => readSnippet(settings, accessToken, id),
    readRaw: (accessToken, id) =>
      graphBytes(settings, accessToken, { method: 'GET', path: `/me/messages/${encodeURIComponent(id)}/$value`, effect: 'none' }),
    startPush: notificationUrl ? (accessToken, request) => startPush(settings, notificationUrl, accessToken, request) : null,
    stopPush: (accessToken, subscriptionId) => stopPush(settings, accessToken, subscriptionId),
  };
}
