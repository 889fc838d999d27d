import type { auth, gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import { fetchOnce } from '../http.ts';
import { endpoints, type GmailSettings } from './settings.ts';

type OAuth2Client = InstanceType<typeof auth.OAuth2>;

/** Google's library takes 5 MB and a tenth of a second: it is loaded with the first call. */
function loadLibrary() {
  return import('googleapis/build/src/apis/gmail/index.js');
}
let library: ReturnType<typeof loadLibrary> | undefined;

/** How Google's libraries must send: once, without redirects, with an end. Retries are decided by whoever knows what a repetition does. */
function transport(settings: GmailSettings) {
  return {
    retry: false,
    fetchImplementation: fetchOnce(settings.timeoutMs),
  };
}

/** Options of every Gmail call. The address is given here too, because uploads do not look at the client's. */
export function once(settings: GmailSettings) {
  return { ...transport(settings), rootUrl: endpoints(settings).api };
}

/** Google's OAuth client for one request; it holds no token of its own. */
export async function oauthClient(settings: GmailSettings, redirectUri?: string): Promise<OAuth2Client> {
  const { auth } = await (library ??= loadLibrary());
  const at = endpoints(settings);
  const client = new auth.OAuth2({
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    ...(redirectUri ? { redirectUri } : {}),
    endpoints: { oauth2AuthBaseUrl: at.authorize, oauth2TokenUrl: at.token, oauth2RevokeUrl: at.revoke, tokenInfoUrl: at.tokenInfo },
    transporterOptions: transport(settings),
  });
  // The library asks for three retries of every token request; the last word is ours.
  client.transporter.interceptors.request.add({
    resolved: (config) => Promise.resolve({ ...config, retry: false, retryConfig: { retry: 0, noResponseRetries: 0 } }),
  });
  return client;
}

/** Gmail with one access token; without a refresh token the library cannot refresh on its own. */
export async function gmailApi(settings: GmailSettings, accessToken: string): Promise<gmail_v1.Gmail> {
  const [{ gmail }, client] = await Promise.all([(library ??= loadLibrary()), oauthClient(settings)]);
  client.setCredentials({ access_token: accessToken });
  return gmail({ version: 'v1', auth: client, rootUrl: endpoints(settings).api });
}
