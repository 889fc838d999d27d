import type { Clock } from '../../platform/clock.ts';

export interface MicrosoftSettings {
  clientId: string;
  clientSecret: string;
  /** A tenant id, or `organizations` for every work account; never `common`, which admits personal ones. */
  tenant?: string | undefined;
  /** Base addresses without a trailing slash, for a local world; Microsoft itself where left out. */
  loginBaseUrl?: string | undefined;
  graphBaseUrl?: string | undefined;
  /** Where Microsoft can reach this service, without a trailing slash; without it nothing is pushed to us. */
  notificationUrl?: string | undefined;
  clock: Clock;
  /** For one call, total. */
  timeoutMs?: number | undefined;
}

const LOGIN = 'https://login.microsoftonline.com';

export function authority(settings: MicrosoftSettings): string {
  return `${LOGIN}/${settings.tenant ?? 'organizations'}`;
}
export function graphUrl(settings: MicrosoftSettings): string {
  return `${settings.graphBaseUrl ?? 'https://graph.microsoft.com'}/v1.0`;
}

/** MSAL insists on Microsoft's own https address; in a local world its requests are sent elsewhere. */
export function atLogin(settings: MicrosoftSettings, url: string): string {
  return settings.loginBaseUrl ? url.replace(LOGIN, settings.loginBaseUrl) : url;
}
