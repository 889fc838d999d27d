import { z } from 'zod';
import { RecordId, Timestamp } from '../../platform/schemas.ts';
import { MailboxBrief } from '../email-connections/schemas.ts';

/** What a rep learns of without having the record open. The facts of these kinds are the feed. */
export const LIVE_FEED_KINDS = [
  'email_replied',
  'email_bounced',
  'email_failed',
  'content_viewed',
  'mailbox_reconnect_required',
  'salesforce_reconnect_required',
] as const;

/** The counter counts no further: a rep who has missed so much opens the list anyway. */
export const MOST_UNSEEN = 100;

const LiveFeedItem = z
  .object({
    id: z.uuid(),
    kind: z.enum(LIVE_FEED_KINDS),
    happenedAt: Timestamp,
    isNew: z.boolean().meta({ description: 'Taken in after the time until which the rep has seen the feed' }),
    isSettled: z.boolean().meta({ description: 'What it asks the rep to do is done: sent again, connected again' }),
    person: z.object({ id: RecordId, name: z.string().nullable() }).nullable(),
    record: z.object({ id: RecordId, objectName: z.string() }).nullable().meta({ description: 'The record from which the email was sent' }),
    salesEmailId: z.uuid().nullable(),
    subject: z.string().nullable(),
    contentName: z.string().nullable().meta({ description: 'What a recipient looked at; null where it is about no content' }),
  })
  .meta({ id: 'LiveFeedItem' });
export type LiveFeedItem = z.infer<typeof LiveFeedItem>;

export const LiveFeed = z
  .object({
    items: z.array(LiveFeedItem),
    unseen: z
      .int()
      .min(0)
      .max(MOST_UNSEEN)
      .meta({ description: `How many are new; ${String(MOST_UNSEEN)} stands for so many or more` }),
    newestAt: Timestamp.nullable().meta({
      description: 'Send it back as `until` when the rep has seen the newest; null for an empty feed',
    }),
    cursor: z.string().nullable().meta({ description: 'Of the next page; null when there is none' }),
    mailbox: MailboxBrief.nullable().meta({ description: 'Null when the rep has none: then nothing can arrive here' }),
    isStopped: z.boolean().meta({ description: 'An admin has stopped everything in the org; nothing can be connected' }),
  })
  .meta({ id: 'LiveFeed' });
export type LiveFeed = z.infer<typeof LiveFeed>;

export const SeenUntil = z.object({ until: Timestamp }).meta({ id: 'SeenUntil' });
export const Unseen = z.object({ unseen: z.int().min(0).max(MOST_UNSEEN) }).meta({ id: 'Unseen' });
export type Unseen = z.infer<typeof Unseen>;
