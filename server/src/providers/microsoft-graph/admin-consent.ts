import { atLogin, authority, type MicrosoftSettings } from './settings.ts';

/**
 * The page on which an administrator allows the app for everybody of the tenant (B.1). What it comes back with proves nothing:
 * anybody can write such an address.
 */
export function microsoftAdminConsentUrl(settings: MicrosoftSettings, request: { redirectUri: string; state: string }): string {
  const url = new URL(atLogin(settings, `${authority(settings)}/v2.0/adminconsent`));
  url.search = new URLSearchParams({
    client_id: settings.clientId,
    state: request.state,
    redirect_uri: request.redirectUri,
    scope: 'https://graph.microsoft.com/.default',
  }).toString();
  return url.href;
}
