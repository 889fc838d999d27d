import type { ProviderError } from '../../platform/provider-error.ts';
import { APEX_LIMIT_CODE } from '../../providers/salesforce/index.ts';
import type { WriteResult } from './write-results.ts';

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60 * 60_000;
/** Two days and a half at the longest pause: a Task that late is still worth having. */
const TRIES = 72;
/** Once an hour for two weeks: somebody has to set a password, connect again or free storage, and may be on leave. */
const TRIES_WHILE_PEOPLE_MEND = 14 * 24;
/** A bug in the org or in Salesforce does not go away by itself; a governor limit of the org's own code may. */
const TRIES_OF: Readonly<Record<string, number>> = { UNKNOWN_EXCEPTION: 2, [APEX_LIMIT_CODE]: 5 };

/**
 * The error classes of Salesforce: come again, wait for the rep or the admin, or tell the rep why not. `attempts`: this
 * try included.
 */
export function resultOfFailure(error: ProviderError, { id, attempts }: { id: string; attempts: number }, at: Date): WriteResult {
  const words = { id, code: error.vendorCode ?? error.kind, reason: error.message };
  const again = (pauseMs: number, tries: number): WriteResult =>
    attempts < (TRIES_OF[error.vendorCode ?? ''] ?? tries)
      ? { ...words, state: 'pending', nextTryAt: error.retryAt ?? new Date(at.getTime() + pauseMs) }
      : { ...words, state: 'failed' };
  switch (error.kind) {
    case 'transient':
    case 'rate_limited':
    case 'auth_expired':
    case 'uncertain':
    case 'conflict':
      return again(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts - 1, 20)) * (0.5 + Math.random() / 2), TRIES);
    case 'reconnect_required':
    case 'admin_action':
      return again(LONGEST_PAUSE_MS, TRIES_WHILE_PEOPLE_MEND);
    case 'permission':
    case 'not_found':
    case 'invalid':
      return { ...words, state: 'failed' };
  }
}
