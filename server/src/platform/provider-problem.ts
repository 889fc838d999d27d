import { commonSentence } from './error-words/index.ts';
import { AppError } from './errors.ts';
import { verbatim, type Sentence } from './languages/index.ts';
import type { ProviderError } from './provider-error.ts';

const VENDORS: Readonly<Record<ProviderError['provider'], Sentence>> = {
  salesforce: verbatim('Salesforce'),
  google: verbatim('Gmail'),
  microsoft: verbatim('Outlook'),
  smtp: commonSentence('mailServer'),
};

const VENDOR_CODES = {
  salesforce: { reconnect: 'salesforce_reconnect_required', adminAction: 'salesforce_admin_action', unavailable: 'salesforce_unavailable' },
  mailbox: { reconnect: 'mailbox_reconnect_required', adminAction: 'mailbox_admin_action', unavailable: 'mailbox_unavailable' },
} as const;

/** A vendor's failure that no use case has turned into something better. */
export function providerProblem(error: ProviderError): AppError {
  const vendor = VENDORS[error.provider];
  const codes = VENDOR_CODES[error.provider === 'salesforce' ? 'salesforce' : 'mailbox'];
  switch (error.kind) {
    case 'reconnect_required':
    case 'auth_expired':
      return new AppError(codes.reconnect, { title: commonSentence('vendorReconnect', { vendor }) });
    case 'admin_action':
      return new AppError(codes.adminAction, { title: commonSentence('vendorAdminAction', { vendor }) });
    case 'permission':
      return new AppError('permission_denied', { title: commonSentence('vendorPermission', { vendor }) });
    case 'not_found':
      return new AppError('not_found', { title: commonSentence('vendorNotFound', { vendor }) });
    case 'rate_limited':
    case 'transient':
    case 'uncertain': {
      const title = commonSentence('vendorSilent', { vendor });
      return new AppError(codes.unavailable, { title, ...(error.retryAt ? { retryAt: error.retryAt.toISOString() } : {}) });
    }
    default:
      return new AppError(codes.unavailable, { status: 502, title: commonSentence('vendorRefused', { vendor }) });
  }
}
