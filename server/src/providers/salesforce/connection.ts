import jsforce from 'jsforce/lib/core.js';
import type { Connection } from 'jsforce/lib/core.js';
import type { Clock } from '../../platform/clock.ts';
import type { ProviderError } from '../../platform/provider-error.ts';
import { toApiError } from './api-errors.ts';
import { allowedOrigin } from './hosts.ts';
import { API_VERSION } from './settings.ts';
import { PinnedTransport, type Session } from './transport.ts';

export interface ClientOptions extends Session {
  /** Gives a working session in place of the one whose token Salesforce refused; called once per refused call. */
  onExpired(expiredAccessToken: string): Promise<Session>;
  /** Told the outcome of every call, before the caller is: null when it succeeded. */
  watch?: ((failure: ProviderError | null) => Promise<void>) | undefined;
  clock: Clock;
  extraOrigins?: readonly string[] | undefined;
  timeoutMs?: number | undefined;
}

/** What the verbs work with: jsforce behind our transport, and one way to turn its failures into ours. */
export interface Api {
  connection: Connection;
  /** Runs a call of jsforce and throws nothing but ProviderError. */
  call<T>(work: (connection: Connection) => PromiseLike<T>): Promise<T>;
  /** What Salesforce says of one record of a call, in our words. */
  failureOf(error: unknown): ProviderError;
}

/**
 * A jsforce connection that cannot do what jsforce does by itself: it has no OAuth client and so never refreshes,
 * and everything it sends goes through the pinned transport.
 */
export function openApi(options: ClientOptions): Api {
  const instanceUrl = allowedOrigin(options.instanceUrl, options.extraOrigins);
  const connection = new jsforce.Connection({
    instanceUrl,
    accessToken: options.accessToken,
    version: API_VERSION,
    callOptions: { client: 'msi-actions' },
  });
  connection._transport = new PinnedTransport({
    session: { instanceUrl, accessToken: options.accessToken },
    onExpired: async (expired) => {
      const fresh = await options.onExpired(expired);
      return { accessToken: fresh.accessToken, instanceUrl: allowedOrigin(fresh.instanceUrl, options.extraOrigins) };
    },
    timeoutMs: options.timeoutMs,
  });
  const failureOf = (error: unknown): ProviderError => toApiError(error, options.clock.now());
  return {
    connection,
    failureOf,
    async call(work) {
      let result;
      try {
        result = await work(connection);
      } catch (error) {
        const failure = failureOf(error);
        await options.watch?.(failure);
        throw failure;
      }
      await options.watch?.(null);
      return result;
    },
  };
}
