import type { BounceKind, BounceReason } from '../../responses/schemas.ts';

/** What one recipient's side says about a message (RFC 3464). */
export interface RecipientReport {
  /** The address as we wrote it where the report knows it (Original-Recipient), else the one it ended at. Lower case. */
  recipient: string | null;
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | 'unknown';
  /** RFC 3463, such as 5.1.1; the one in the diagnostic where the field itself says less. */
  status: string | null;
  /** Null unless `failed` or `delayed`. A delay is always `soft` and nothing is lost yet: look at `action` first. */
  bounce: { kind: BounceKind; reason: BounceReason } | null;
  diagnostic: string | null;
}

/**
 * What a message in a rep's inbox is, whoever it concerns. Message-IDs carry their angle brackets.
 * `referencedMessageIds` come from In-Reply-To and References, which anybody can write.
 */
export type Classification =
  | { kind: 'own' }
  | {
      kind: 'delivery_report';
      reports: RecipientReport[];
      referencedMessageIds: string[];
      /** From X-Original-Message-ID or the returned original: the strong match. Mostly empty when only headers were read. */
      originalMessageIds: string[];
      /** Every address in what the report says to people, for reports that name a recipient in no form we know. */
      named: string[];
    }
  | { kind: 'read_receipt' }
  | {
      kind: 'complaint';
      /** Who complained, where the report says so. */
      recipient: string | null;
      referencedMessageIds: string[];
      originalMessageIds: string[];
    }
  | {
      kind: 'out_of_office';
      /** `YYYY-MM-DD`, the first day back; null when the message does not say it beyond doubt. */
      returnsOn: string | null;
      referencedMessageIds: string[];
    }
  | {
      kind: 'auto_reply';
      /**
       * Nothing proves a machine: it is a person's answer when it refers to our email and comes from somebody written to or a colleague.
       */
      mayBePerson?: true;
      referencedMessageIds: string[];
    }
  | { kind: 'human'; referencedMessageIds: string[] };

export interface ClassifyContext {
  /** Every address that is the rep's: the mailbox and its identities. */
  ownAddresses: readonly string[];
  /** The whole message, where the tier allows it to be read. */
  raw?: Buffer | undefined;
  /** The first words of a message that may not be read as a whole. */
  snippet?: string | undefined;
  /** IANA zone that says which day it is when the message's own Date header cannot. UTC without it. */
  timeZone?: string | undefined;
  now: Date;
}
