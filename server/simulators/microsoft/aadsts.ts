import { randomUUID } from 'node:crypto';
import type { FailurePoint, MicrosoftState } from './entities.ts';

interface Cause {
  error: string;
  text: string;
  suberror?: string;
  status?: number;
}

function expired(text: string, suberror = 'bad_token'): Cause {
  return { error: 'invalid_grant', text, suberror };
}
function interaction(text: string): Cause {
  return { error: 'interaction_required', text, suberror: 'basic_action' };
}
function blocked(text: string): Cause {
  return { error: 'invalid_grant', text, suberror: 'message_only' };
}
function refused(text: string): Cause {
  return { error: 'invalid_grant', text };
}
function secret(text: string): Cause {
  return { error: 'invalid_client', text, status: 401 };
}
function busy(text: string): Cause {
  return { error: 'temporarily_unavailable', text, status: 503 };
}

const CAUSES: Record<number, Cause> = {
  65001: {
    error: 'invalid_grant',
    suberror: 'consent_required',
    text: 'The user or administrator has not consented to use the application.',
  },
  65004: { error: 'access_denied', text: 'User declined to consent to access the app.' },
  90094: { error: 'consent_required', text: 'Admin consent is required for the permissions requested by this application.' },
  90095: { error: 'consent_required', text: 'Admin consent is required. The request for approval is pending.' },
  50072: interaction('The user needs to enroll for multi-factor authentication.'),
  50074: interaction('Strong authentication is required.'),
  50076: interaction('Due to a configuration change made by your administrator, you must use multi-factor authentication.'),
  50079: interaction('Due to a configuration change made by your administrator, you must enroll in multi-factor authentication.'),
  50158: interaction('External security challenge not satisfied.'),
  53000: blocked('Device is not in required device state: compliant.'),
  53001: blocked('Device is not in required device state: domain joined.'),
  53002: blocked('Application used is not an approved application for Conditional Access.'),
  53003: blocked('Access has been blocked by Conditional Access policies.'),
  53004: blocked('User needs to complete the multi-factor registration before accessing this content.'),
  530003: blocked('Your device is required to be managed to access this resource.'),
  50005: blocked('User tried to sign in from a platform not currently supported through Conditional Access policy.'),
  50131: blocked('Device is not in required device state.'),
  70000: expired('The provided value for the input parameter is not valid.'),
  70008: expired('The refresh token has expired due to inactivity.'),
  70043: expired('The refresh token has expired or is invalid due to sign-in frequency checks by Conditional Access.'),
  70044: expired('The session has expired or is invalid due to sign-in frequency checks by Conditional Access.'),
  700082: expired('The refresh token has expired due to inactivity.'),
  700084: expired('The refresh token was issued to a single page app, and therefore has a fixed, limited lifetime.'),
  50089: expired('Flow token expired.'),
  50132: expired('Session is invalid due to expiration or recent password change.'),
  50133: expired('Session is invalid due to expiration or recent password change.'),
  50173: expired('The provided grant has expired due to it being revoked, a fresh auth token is needed.'),
  54005: refused('OAuth2 Authorization code was already redeemed, please retry with a new valid code.'),
  50020: refused('User account does not exist in this tenant and cannot access the application.'),
  50034: refused('The user account does not exist in this directory.'),
  50053: refused('The account is locked because the user tried to sign in too many times.'),
  50055: refused('The password is expired.'),
  50057: refused('The user account is disabled.'),
  50105: refused('The signed in user is not assigned to a role for the application.'),
  50196: refused('The server terminated an operation because it encountered a client request loop.'),
  90072: refused('User account needs to be added as an external user in the tenant first.'),
  700016: { error: 'unauthorized_client', text: 'Application was not found in the directory.' },
  7000112: { error: 'unauthorized_client', text: 'Application is disabled.' },
  7000229: { error: 'invalid_client', text: 'The client application is missing service principal in the tenant.' },
  650052: { error: 'invalid_client', text: 'The app is trying to access a service that your organization lacks a service principal for.' },
  90002: { error: 'invalid_request', text: 'Tenant not found. Check to make sure you have the correct tenant ID.' },
  7000215: secret('Invalid client secret provided.'),
  7000218: secret("The request body must contain the following parameter: 'client_assertion' or 'client_secret'."),
  7000222: secret('The provided client secret keys are expired.'),
  700027: secret('The certificate with identifier used to sign the client assertion is not registered on application.'),
  50011: {
    error: 'invalid_request',
    text: 'The redirect URI specified in the request does not match the redirect URIs configured for the application.',
  },
  501481: refused('The Code_Verifier does not match the code_challenge supplied in the authorization request.'),
  70003: { error: 'unsupported_grant_type', text: 'The app returned an unsupported grant type.' },
  70011: { error: 'invalid_scope', text: 'The provided value for the scope is not valid.' },
  90023: { error: 'invalid_request', text: 'The authentication request is not valid.' },
  900144: { error: 'invalid_request', text: 'The request body must contain a required parameter that is missing.' },
  9002313: { error: 'invalid_request', text: 'Invalid request. Request is malformed or invalid.' },
  50000: busy('There was an error issuing a token or an issue with our sign-in service.'),
  90006: busy('External server error.'),
  90012: busy('The request timed out.'),
  90033: busy('A transient error has occurred. Please try again.'),
  90055: busy('Tenant throttling error.'),
};

/** A refusal of Entra ID. An unknown code is answered as invalid_grant. */
export class EntraError extends Error {
  readonly code: number;
  readonly reason: Cause;

  constructor(code: number, detail = '') {
    const cause = CAUSES[code] ?? refused('The request was refused.');
    super(`AADSTS${String(code)}: ${cause.text}${detail ? ` ${detail}` : ''}`);
    this.code = code;
    this.reason = cause;
  }

  get error(): string {
    return this.reason.error;
  }

  get status(): number {
    return this.reason.status ?? 400;
  }

  /** The JSON of the token endpoint. */
  body(now: Date): object {
    const traceId = randomUUID();
    const correlationId = randomUUID();
    const timestamp = `${now.toISOString().slice(0, 19).replace('T', ' ')}Z`;
    const { error, suberror } = this.reason;
    return {
      error,
      error_description: `${this.message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: [this.code],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${String(this.code)}`,
      ...(suberror ? { suberror } : {}),
      ...(error === 'interaction_required'
        ? { claims: '{"access_token":{"capolids":{"essential":true,"values":["00000000-0000-4000-8000-00000000cccc"]}}}' }
        : {}),
    };
  }
}

/**
 * The failure that this account is made to have at that point: by `POST /sim/settings`, or by its name, as in `aadsts65001@…`,
 * `token-aadsts53003@…` and `refresh-aadsts700082@…`.
 */
export function failureOf(state: MicrosoftState, address: string, at: FailurePoint): EntraError | null {
  const chosen = state.settings.failures[address];
  if (chosen?.at === at) return new EntraError(chosen.code);
  const named = /^(?:(token|refresh)-)?aadsts(\d+)@/.exec(address);
  return named && (named[1] ?? 'authorize') === at ? new EntraError(Number(named[2])) : null;
}
