import { defineCounter } from './metrics.ts';
import { PROVIDER_ERROR_KINDS } from './provider-error.ts';

/** What vendors answered when a grant was refreshed: a new token, or what kind of failure. */
export const TOKEN_REFRESHES = defineCounter({
  name: 'msi_token_refreshes_total',
  help: 'Refreshes of grants by what the vendor answered.',
  labels: { provider: ['google', 'microsoft', 'salesforce'], outcome: ['refreshed', ...PROVIDER_ERROR_KINDS] },
});
