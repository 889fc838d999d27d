import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { googleKeys } from './consent.ts';

export interface PushVerifierSettings {
  /** As in `GmailSettings`. */
  baseUrl?: string | undefined;
  /** The address that the Pub/Sub subscription was told to put into its tokens: ours, exactly. */
  audience: string;
  /** The service account in whose name Pub/Sub pushes. */
  serviceAccount: string;
  clock: Clock;
}

const Claims = z.object({ email: z.string(), email_verified: z.literal(true) });

/**
 * Checks that a push comes from our Pub/Sub subscription, by the `Authorization` header. Resolves when it does. Throws
 * ProviderError `permission` when it does not, and `transient` when Google's keys cannot be read just now.
 */
export function createPushVerifier(settings: PushVerifierSettings): (authorization: string | undefined) => Promise<void> {
  const keys = googleKeys(settings);
  return async function pushVerifier(authorization) {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw refused('The push carries no token.');
    const { payload } = await jwtVerify(token, keys, {
      issuer: 'https://accounts.google.com',
      audience: settings.audience,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat'],
      maxTokenAge: '1h',
      currentDate: settings.clock.now(),
      clockTolerance: 60,
    }).catch((error: unknown) => {
      throw isAboutTheToken(error)
        ? refused('The token of the push cannot be trusted.', error)
        : new ProviderError('transient', "Google's keys could not be read.", { provider: 'google', cause: error });
    });
    const claims = Claims.safeParse(payload);
    if (!claims.success || claims.data.email !== settings.serviceAccount) throw refused('The push is in the name of somebody else.');
  };
}

/** Everything else went wrong on the way to the keys. */
function isAboutTheToken(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return false;
  return !(error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC');
}

function refused(message: string, cause?: unknown) {
  return new ProviderError('permission', message, { provider: 'google', vendorCode: 'BAD_PUSH_TOKEN', cause });
}

/** What a push says: that something happened in this mailbox. Never what; that is read from our own cursor. */
export interface Push {
  /** Lower case. */
  emailAddress: string;
  historyId: string;
}

const Envelope = z.object({ message: z.object({ data: z.base64() }) });
const Data = z.object({ emailAddress: z.string().min(3), historyId: z.coerce.string().regex(/^\d+$/) });

/** Reads the body of a Pub/Sub push; null when it is not one of Gmail's. */
export function readPush(body: unknown): Push | null {
  const envelope = Envelope.safeParse(body);
  if (!envelope.success) return null;
  try {
    const data = Data.safeParse(JSON.parse(Buffer.from(envelope.data.message.data, 'base64').toString('utf8')));
    return data.success ? { emailAddress: data.data.emailAddress.toLowerCase(), historyId: data.data.historyId } : null;
  } catch {
    return null;
  }
}
