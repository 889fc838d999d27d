import { AppError } from '../../platform/errors.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { sentence } from './error-words/index.ts';

/** What a look into Salesforce may end with. */
export const SALESFORCE_PROBLEMS = ['salesforce_reconnect_required', 'api_disabled', 'not_found', 'salesforce_unavailable'] as const;

/** What a failed look into Salesforce means for the rep. Anything but a ProviderError comes back as it is. */
export function salesforceProblem(error: unknown): unknown {
  if (!(error instanceof ProviderError)) return error;
  switch (error.kind) {
    case 'auth_expired':
    case 'reconnect_required':
      return new AppError('salesforce_reconnect_required');
    case 'admin_action':
      return new AppError('api_disabled');
    case 'permission':
    case 'not_found':
      return new AppError('not_found', { title: sentence('recordHidden') });
    case 'rate_limited':
      return new AppError('salesforce_unavailable', {
        title: sentence('slowDown'),
        ...(error.retryAt ? { retryAt: error.retryAt.toISOString() } : {}),
      });
    default:
      return new AppError('salesforce_unavailable', { status: 502 });
  }
}
