import { z } from 'zod';

/** What each kind of fact says beside its person, record, user, source and time. The source of each is the email. */
export const FACT_DETAILS = {
  /** An email has left, or a person says so. */
  email_sent: z.object({ connectionId: z.uuid().nullable() }),
  /** Somebody answered. What they wrote stays in the mailbox. */
  email_replied: z.object({ responseId: z.uuid(), fromAddress: z.string().nullable(), receivedAt: z.coerce.date() }),
  /** It came back for good. */
  email_bounced: z.object({ responseId: z.uuid() }),
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

/** What keeps a fact one: its kind, and the id of that which can happen once only. */
export function factKey(kind: FactKind, id: string): string {
  return `${kind}:${id}`;
}
