import { ConfidentialClientApplication, type AuthenticationResult, type INetworkModule } from '@azure/msal-node';
import { ProviderError } from '../../platform/provider-error.ts';
import { callVendor, jsonOf } from '../http.ts';
import { atLogin, authority, type MicrosoftSettings } from './settings.ts';
import { tokenError, type TokenRefusal } from './token-errors.ts';

/** One use of MSAL: its own application, its own cache, and what Microsoft really answered. */
export interface MsalSession {
  /** Runs a call of MSAL and throws nothing but ProviderError. */
  call<T>(work: (application: ConfidentialClientApplication) => Promise<T>): Promise<T>;
  /** The serialized cache: MSAL's only place for the refresh token. */
  secret(): string;
}

/** `secret` is the cache of an earlier session; a shared application would mix the mailboxes up. */
export function openMsal(settings: MicrosoftSettings, secret?: string): MsalSession {
  let refusal: TokenRefusal | undefined;
  let noAnswer: unknown;
  const send = async (method: string, url: string, options?: { headers?: Record<string, string>; body?: string }) => {
    refusal = undefined;
    noAnswer = undefined;
    const answer = await callVendor({
      method,
      url: atLogin(settings, url),
      headers: options?.headers,
      body: options?.body,
      timeoutMs: settings.timeoutMs,
    }).catch((error: unknown) => {
      noAnswer = error;
      throw error;
    });
    const body = jsonOf(answer.body);
    if (answer.status !== 200) refusal = { status: answer.status, headers: answer.headers, body };
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body };
  };
  const networkClient = {
    sendGetRequestAsync: (url: string, options?: { headers?: Record<string, string> }) => send('GET', url, options),
    sendPostRequestAsync: (url: string, options?: { headers?: Record<string, string>; body?: string }) => send('POST', url, options),
  } as INetworkModule;

  const application = new ConfidentialClientApplication({
    auth: { clientId: settings.clientId, clientSecret: settings.clientSecret, authority: authority(settings) },
    system: { networkClient, disableInternalRetries: true },
  });
  if (secret !== undefined) application.getTokenCache().deserialize(secret);

  return {
    async call(work) {
      try {
        const result = await work(application);
        // While Microsoft is down MSAL gives the old token back as if it were new.
        if (refusal) throw tokenError(refusal, settings.clock.now());
        return result;
      } catch (error) {
        if (error instanceof ProviderError) throw error;
        if (refusal) throw tokenError(refusal, settings.clock.now());
        if (noAnswer) throw new ProviderError('transient', 'Microsoft could not be reached.', { provider: 'microsoft', cause: noAnswer });
        throw new ProviderError('invalid', 'The answer of Microsoft cannot be used.', {
          provider: 'microsoft',
          vendorCode: codeOf(error),
          cause: error,
        });
      }
    },
    secret: () => application.getTokenCache().serialize(),
  };
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'errorCode' in error && typeof error.errorCode === 'string' ? error.errorCode : undefined;
}

/** When the token ends, by our clock: MSAL reckons with the machine's. */
export function expiryOf(result: AuthenticationResult, now: Date): Date {
  return new Date(now.getTime() + ((result.expiresOn?.getTime() ?? Date.now()) - Date.now()));
}

/** Graph's scopes by their short names, whichever way they came. */
export function shortScopes(scopes: readonly string[]): string[] {
  return scopes.map((scope) => scope.replace(/^https:\/\/graph\.microsoft\.com\//i, ''));
}
