import { channel } from 'node:diagnostics_channel';
import type { FastifyRequest } from 'fastify';
import type { Tx } from './postgres.ts';

/** Every kind of event; the page in Settings has a label for each. */
export const SECURITY_EVENT_KINDS = [
  'org_registered',
  'administrator_sign_in',
  'panel_token_refused',
  'panel_token_replayed',
  'sign_in_refused',
  'user_activated',
  'user_invited',
  'role_changed',
  'user_deactivated',
  'user_reactivated',
  'team_created',
  'team_renamed',
  'team_deleted',
  'team_member_added',
  'team_member_removed',
  'grants_ended',
  'certificate_uploaded',
  'certificate_revoked',
  'lightning_origin_changed',
  'team_smtp_changed',
  'oauth_client_changed',
  'mailbox_policy_changed',
  'opt_out_policy_changed',
  'email_visibility_changed',
  'email_font_changed',
  'welcome_letter_changed',
  'template_sharing_changed',
  'kill_switch_pressed',
  'kill_switch_lifted',
] as const;
export type SecurityEventKind = (typeof SECURITY_EVENT_KINDS)[number];

/** Who did something, as far as it is known. */
export interface Actor {
  userId: string | null;
  salesforceUserId: string | null;
  /** Name or address as it is now, so that the row can be read when the user is gone. */
  name: string | null;
  /** The network address that the request came from; null for what a job does. */
  ipAddress: string | null;
}

export interface SecurityEvent {
  kind: SecurityEventKind;
  outcome: 'done' | 'refused';
  by: Actor;
  /** What it was done to, in words for people: an address, a fingerprint, a client id. Never a secret. */
  about?: string;
  details?: Readonly<Record<string, string | number | boolean | null>>;
  at: Date;
}

/** What a job does, for which nobody asked. */
export const NOBODY: Actor = { userId: null, salesforceUserId: null, name: null, ipAddress: null };

/** The caller of a panel request, for the log of security events. */
export function actorOf({ caller, ip }: Pick<FastifyRequest, 'caller' | 'ip'>): Actor {
  return {
    userId: caller.user?.id ?? null,
    salesforceUserId: caller.salesforceUserId,
    name: caller.email,
    ipAddress: ip,
  };
}

/** Where each process takes security events from, to write them to its own log too (`main.ts`, `worker.ts`). */
export const securityEventChannel = channel('msi-actions:security-event');

/**
 * Adds one row to the org's log of security events, in the transaction of what it tells of, and passes it to the process log. A refusal
 * whose transaction rolls back needs a transaction of its own. Rows can be added and read only: the role of the application may not change
 * them.
 */
export async function recordSecurityEvent(tx: Tx, orgId: string, { kind, outcome, by, about, details, at }: SecurityEvent): Promise<void> {
  securityEventChannel.publish({ orgId, kind, outcome, userId: by.userId, salesforceUserId: by.salesforceUserId, ipAddress: by.ipAddress });
  await tx.query(
    `insert into security_events (org_id, happened_at, kind, outcome, user_id, salesforce_user_id, actor_name, ip_address, about, details)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [orgId, at, kind, outcome, by.userId, by.salesforceUserId, by.name, by.ipAddress, about ?? null, JSON.stringify(details ?? {})],
  );
}
