import { ProviderError, type ReconnectReason } from '../../platform/provider-error.ts';
import { WORDS } from './error-words/index.ts';
import type { SalesforceConnectionState } from './repository.ts';

const REASONS: readonly string[] = ['revoked', 'expired', 'password_changed', 'admin_blocked', 'scope_missing'] satisfies ReconnectReason[];

/** The failure of whoever needs a connection that has ended or never was. */
export function endedConnection(state: SalesforceConnectionState, reason: string | null): ProviderError {
  return new ProviderError('reconnect_required', WORDS.notConnected, {
    provider: 'salesforce',
    vendorCode: state === 'disconnected' ? 'NOT_CONNECTED' : 'RECONNECT_REQUIRED',
    reason: REASONS.includes(reason ?? '') ? (reason as ReconnectReason) : 'unknown',
  });
}
