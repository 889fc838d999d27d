import type { Tx } from '../../platform/postgres.ts';
import type { Response, Responses } from './schemas.ts';

/** The columns of an email that say what came back to it, in the words of the database. */
export interface StoredResponses {
  repliedAt: Date | null;
  repliedBy: string | null;
  autoRepliedAt: Date | null;
  outOfOfficeUntil: string | null;
  delayedAt: Date | null;
  bouncedAt: Date | null;
  bounceKind: Responses['bounceKind'];
  bounceReason: Responses['bounceReason'];
  bounceReportRead: boolean | null;
}

export const RESPONSES = `e.replied_at as "repliedAt", e.replied_by as "repliedBy", e.auto_replied_at as "autoRepliedAt",
  to_char(e.out_of_office_until, 'YYYY-MM-DD') as "outOfOfficeUntil", e.delayed_at as "delayedAt", e.bounced_at as "bouncedAt",
  e.bounce_kind as "bounceKind", e.bounce_reason as "bounceReason",
  e.bounce_report_read as "bounceReportRead"`;

export const NO_RESPONSES: StoredResponses = {
  repliedAt: null,
  repliedBy: null,
  autoRepliedAt: null,
  outOfOfficeUntil: null,
  delayedAt: null,
  bouncedAt: null,
  bounceKind: null,
  bounceReason: null,
  bounceReportRead: null,
};

/** Null while nothing came back. */
export function toResponses(stored: StoredResponses): Responses | null {
  const { repliedAt, autoRepliedAt, delayedAt, bouncedAt } = stored;
  if (!repliedAt && !autoRepliedAt && !delayedAt && !bouncedAt) return null;
  return {
    repliedAt: repliedAt?.toISOString() ?? null,
    repliedBy: stored.repliedBy,
    autoRepliedAt: autoRepliedAt?.toISOString() ?? null,
    outOfOfficeUntil: stored.outOfOfficeUntil,
    delayedAt: delayedAt?.toISOString() ?? null,
    bouncedAt: bouncedAt?.toISOString() ?? null,
    bounceKind: stored.bounceKind,
    bounceReason: stored.bounceReason,
    bounceReportRead: stored.bounceReportRead,
  };
}

/** A person's reply, with where it lies. */
export interface LastReply {
  id: string;
  connectionId: string;
  providerMessageId: string;
  fromAddress: string | null;
  receivedAt: Date;
}

/** The newest reply of a person to an email; null where nobody replied. */
export async function findLastReply(tx: Tx, orgId: string, salesEmailId: string): Promise<LastReply | null> {
  const { rows } = await tx.query<LastReply>(
    `select id, connection_id as "connectionId", provider_message_id as "providerMessageId", from_address as "fromAddress",
            received_at as "receivedAt"
       from responses where org_id = $1 and sales_email_id = $2 and kind = 'reply' order by received_at desc, id desc limit 1`,
    [orgId, salesEmailId],
  );
  return rows[0] ?? null;
}

/** Everything that came back to an email, oldest first. */
export async function findResponses(tx: Tx, orgId: string, salesEmailId: string): Promise<Response[]> {
  const { rows } = await tx.query<Omit<Response, 'receivedAt' | 'noticedAt'> & { receivedAt: Date; noticedAt: Date }>(
    `select id, kind, from_address as "fromAddress", from_recipient as "fromRecipient", received_at as "receivedAt",
     noticed_at as "noticedAt", to_char(returns_on, 'YYYY-MM-DD') as "returnsOn", bounce_kind as "bounceKind",
     bounce_reason as "bounceReason", bounce_code as "bounceCode", bounced_address as "bouncedAddress",
            bounce_report_read as "bounceReportRead"
       from responses where org_id = $1 and sales_email_id = $2 order by received_at, id`,
    [orgId, salesEmailId],
  );
  return rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString(), noticedAt: row.noticedAt.toISOString() }));
}
