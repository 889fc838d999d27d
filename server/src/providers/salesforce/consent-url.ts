import { allowedOrigin } from './hosts.ts';
import { SCOPES, type SalesforceSettings } from './settings.ts';

export interface SalesforceConsentRequest {
  redirectUri: string;
  state: string;
  /** base64url(SHA-256(verifier)), RFC 7636 */
  codeChallenge: string;
  loginHint?: string | undefined;
  /** The org's own My Domain, where the admin gave one. */
  loginUrl?: string | undefined;
}

/** Where the browser goes for consent. Throws `invalid` when `loginUrl` is not an address of Salesforce. */
export function consentUrl(settings: SalesforceSettings, request: SalesforceConsentRequest): string {
  const origin = allowedOrigin(request.loginUrl ?? settings.loginUrl, settings.extraOrigins);
  const url = new URL('/services/oauth2/authorize', origin);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: request.redirectUri,
    scope: SCOPES,
    state: request.state,
    code_challenge: request.codeChallenge,
    code_challenge_method: 'S256',
    ...(request.loginHint ? { login_hint: request.loginHint } : {}),
  }).toString();
  return url.href;
}
