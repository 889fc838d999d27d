import { AppError } from '../../platform/errors.ts';
import { ProviderError } from '../../platform/provider-error.ts';

const APP_BLOCKED = new AppError('salesforce_app_blocked');

/** ON-5: what Salesforce says instead of giving a code. */
export function refusalOf({
  error = '',
  errorDescription = '',
}: {
  error?: string | undefined;
  errorDescription?: string | undefined;
}): AppError {
  if (/OAUTH_APP_BLOCKED|OAUTH_APPROVAL_ERROR_GENERIC|invalid_client_id|app_not_found/i.test(`${error} ${errorDescription}`))
    return APP_BLOCKED;
  if (/restricted.?domain/i.test(`${error} ${errorDescription}`)) return new AppError('salesforce_my_domain');
  if (error === 'access_denied') return new AppError('salesforce_access_denied');
  return new AppError('salesforce_sign_in_failed');
}

/** What a person reads when Salesforce does not do what the sign-in needs. */
export function explain(error: unknown): never {
  if (!(error instanceof ProviderError)) throw error;
  if (error.kind === 'admin_action') throw APP_BLOCKED;
  throw new AppError('salesforce_sign_in_failed');
}
