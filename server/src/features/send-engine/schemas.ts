import { z } from 'zod';

export const SalesEmailState = z
  .enum(['draft', 'scheduled', 'queued', 'sending', 'sent', 'uncertain', 'failed', 'cancelled', 'bounced'])
  .meta({ id: 'SalesEmailState' });

export type SalesEmailState = z.infer<typeof SalesEmailState>;

/** Why a sales email is where it is; the panel has one label per code. */
export const SalesEmailReason = z
  .enum([
    'undo_window',
    'mailbox_busy',
    'mailbox_rate_limited',
    'minute_limit',
    'daily_limit',
    'user_daily_limit',
    'org_limit',
    'domain_limit',
    'mailbox_reconnect_required',
    'mailbox_disconnected',
    'mailbox_blocked',
    'mailbox_full',
    'provider_unavailable',
    'provider_refused',
    'recipient_refused',
    'sender_refused',
    'message_too_large',
    'recipient_opted_out',
    'opt_out_unknown',
    'no_answer_from_provider',
    'cannot_look_in_sent_mail',
    'server_keeps_no_copy',
    'found_in_sent_mail',
    'not_in_sent_mail',
    'marked_by_user',
    'retried_by_user',
    'sent_now_by_user',
    'cancelled_by_user',
    'user_deactivated',
    'stopped_by_admin',
    'channel_unavailable',
    'sending_delayed',
  ])
  .meta({ id: 'SalesEmailReason' });
export type SalesEmailReason = z.infer<typeof SalesEmailReason>;
