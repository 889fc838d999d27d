import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import type { InboxMessage } from '../mailbox.ts';
import { apiError } from './errors.ts';
import { headersOf } from './headers.ts';
import type { GmailSettings } from './settings.ts';

/** What classification asks for; Gmail sends nothing that is not named here. */
const HEADERS = [
  'From',
  'Sender',
  'Return-Path',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'In-Reply-To',
  'References',
  'Auto-Submitted',
  'Precedence',
  'X-Auto-Response-Suppress',
  'X-Autoreply',
  'X-Autorespond',
  'X-Auto-Reply',
  'Content-Type',
  'X-Failed-Recipients',
  'X-MS-Exchange-Message-Is-Ndr',
  'List-Id',
  'Feedback-ID',
  'X-Loop',
  'X-Original-Message-ID',
  'X-MSI-Id',
];

/** More at once is answered with "Too many concurrent requests for user". */
export const READS_AT_ONCE = 3;

/** Sent mail and drafts of the mailbox itself, whatever other labels they carry. */
export function isOwn(labelIds: readonly string[]): boolean {
  return labelIds.includes('SENT') || labelIds.includes('DRAFT');
}

/** The headers of messages, in the given order. One that was deleted in the meantime is left out. */
export async function readMessages(
  settings: GmailSettings,
  api: gmail_v1.Gmail,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<InboxMessage[]> {
  const found: InboxMessage[] = [];
  for (let at = 0; at < ids.length; at += READS_AT_ONCE) {
    const some = await Promise.all(ids.slice(at, at + READS_AT_ONCE).map((id) => readMessage(settings, api, id, signal)));
    found.push(...some.filter((message) => message !== null));
  }
  return found;
}

async function readMessage(settings: GmailSettings, api: gmail_v1.Gmail, id: string, signal?: AbortSignal): Promise<InboxMessage | null> {
  try {
    const { threadId, labelIds, at, headers } = await headersOf(settings, api, id, HEADERS, signal);
    return { id, threadId, receivedAt: at ?? settings.clock.now(), headers, isOwn: isOwn(labelIds) };
  } catch (error) {
    const failure = apiError(error, 'read', settings.clock.now());
    if (failure.kind === 'not_found') return null;
    throw failure;
  }
}
