import { AppError } from '../../platform/errors.ts';
import { ProviderError } from '../../platform/provider-error.ts';

const APP_BLOCKED = new AppError(
  409,
  'salesforce_app_blocked',
  'Your Salesforce org does not allow MSI Actions yet. Ask your Salesforce admin to install the package and to allow the app under Connected Apps OAuth Usage, then try again.',
);

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
  if (/restricted.?domain/i.test(`${error} ${errorDescription}`))
    return new AppError(
      409,
      'salesforce_my_domain',
      'Your org can be signed in to only at its own address. Sign in to Salesforce there first, then come back and try again.',
    );
  if (error === 'access_denied')
    return new AppError(
      409,
      'salesforce_access_denied',
      'Nothing was connected, because access to Salesforce was not allowed. You can start again whenever you like.',
    );
  return new AppError(502, 'salesforce_sign_in_failed', 'Salesforce could not finish the sign-in. Try again in a moment.');
}

/** What a person reads when Salesforce does not do what the sign-in needs. */
export function explain(error: unknown): never {
  if (!(error instanceof ProviderError)) throw error;
  if (error.kind === 'admin_action') throw APP_BLOCKED;
  throw new AppError(502, 'salesforce_sign_in_failed', 'Salesforce could not finish the sign-in. Try again in a moment.');
}
