import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** What each kind of fact says beside its person, record, user, source and time. */
export const FACT_DETAILS = {
  /** An email, its source, has left, or a person says so. */
  email_sent: z.object({ connectionId: z.uuid().nullable() }),
  /** Somebody answered the email. What they wrote stays in the mailbox. */
  email_replied: z.object({ responseId: z.uuid(), fromAddress: z.string().nullable(), receivedAt: z.coerce.date() }),
  /** The email came back for good. */
  email_bounced: z.object({ responseId: z.uuid() }),
  /** The email, the source, could not be sent. The reason stands in its history. */
  email_failed: z.object({}),
  /** A recipient of the email, the source, has opened a content that it links to. Once for each link. */
  content_viewed: z.object({ contentId: z.uuid() }),
  /** A mailbox, the source, can be used: for the first time, or again. */
  mailbox_connected: z.object({}),
  /** The team's mail server works, and with it a user's part of it, the source. */
  delivery_channel_connected: z.object({}),
  /** A user has connected Salesforce, for the first time or again. */
  salesforce_connected: z.object({}),
  /** A mailbox, the source, sends and reads nothing until its user connects it again. */
  mailbox_reconnect_required: z.object({}),
  /** The same of a user's Salesforce connection, the source. */
  salesforce_reconnect_required: z.object({}),
  /** An admin has changed how much may leave. */
  limits_changed: z.object({}),
  /**
   * The user may not use the product any more: an admin, `endedBy`, or Salesforce says so. Its grants have ended before. The release before
   * did not say who.
   */
  user_access_ended: z.object({ endedBy: z.uuid().nullable().default(null) }),
  /** Salesforce says that the user is not active there. */
  salesforce_user_inactive: z.object({}),
  /** The user, an admin, has stopped the product for the whole org. The source is the run of the kill switch. */
  org_stopped: z.object({}),
} as const;

export type FactKind = keyof typeof FACT_DETAILS;
export const FACT_KINDS = Object.keys(FACT_DETAILS) as [FactKind, ...FactKind[]];
export type FactDetails<Kind extends FactKind> = z.infer<(typeof FACT_DETAILS)[Kind]>;

/** Something that happened. */
export interface Fact<Kind extends FactKind = FactKind> {
  id: string;
  kind: Kind;
  /** Keeps it one in its org, by `factKey`. */
  key: string;
  userId: string;
  personId: string | null;
  recordId: string | null;
  /** The thing of ours that it happened to. */
  sourceId: string | null;
  happenedAt: Date;
  details: FactDetails<Kind>;
}

/**
 * What keeps a fact one: its kind, and the id of a thing to which it can happen once only. Without an id, as with a mailbox that is
 * connected again, it can happen often.
 */
export function factKey(kind: FactKind, id: string = randomUUID()): string {
  return `${kind}:${id}`;
}
