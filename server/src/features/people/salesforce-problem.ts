import { AppError } from '../../platform/errors.ts';
import { ProviderError } from '../../platform/provider-error.ts';

/** What a failed look into Salesforce means for the rep. Anything but a ProviderError comes back as it is. */
export function salesforceProblem(error: unknown): unknown {
  if (!(error instanceof ProviderError)) return error;
  switch (error.kind) {
    case 'auth_expired':
    case 'reconnect_required':
      return new AppError(409, 'salesforce_reconnect_required', 'Connect Salesforce again: your connection has ended.');
    case 'admin_action':
      return new AppError(
        409,
        'api_disabled',
        'Your Salesforce user may not use the API. Ask your Salesforce admin for the permission "API Enabled".',
      );
    case 'permission':
    case 'not_found':
      return new AppError(404, 'not_found', 'Your Salesforce rights do not show this record.');
    case 'rate_limited':
      return new AppError(
        503,
        'salesforce_unavailable',
        'Salesforce asks us to slow down.',
        error.retryAt ? { retryAt: error.retryAt.toISOString() } : {},
      );
    default:
      return new AppError(502, 'salesforce_unavailable', 'Salesforce did not answer.');
  }
}
