import { calculateJwkThumbprint, exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWK, type JWTPayload } from 'jose';
import type { Account } from './entities.ts';
import { isEmailScope, isProfileScope } from './scopes.ts';

export interface IdTokenRequest {
  account: Account;
  clientId: string;
  scopes: readonly string[];
  nonce: string | null;
  nowMs: number;
}

export interface PushTokenRequest {
  serviceAccount: string;
  audience: string;
  nowMs: number;
}

export interface IdTokenIssuer {
  /** A signed id_token that lives an hour. */
  issue(request: IdTokenRequest): Promise<string>;
  /** The token that Pub/Sub puts into a push, in the name of a service account. */
  issueForPush(request: PushTokenRequest): Promise<string>;
  jwks: { keys: JWK[] };
  /** Key id to PEM, the older form of the same keys that google-auth-library reads. */
  pems: Record<string, string>;
}

const LIFE_S = 3600;
/** A service account's number. */
const PUSHER_SUBJECT = '113774264463038321964';

/** Signs tokens with a key of its own, made at the start. */
export async function createIdTokenIssuer(): Promise<IdTokenIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = await exportJWK(publicKey);
  // Named after the key itself: a caller that caches keys must notice when a restart has made another.
  const kid = await calculateJwkThumbprint(jwk);
  const sign = (claims: JWTPayload, { subject, audience, nowMs }: { subject: string; audience: string; nowMs: number }) => {
    const issuedAt = Math.floor(nowMs / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
      .setIssuer('https://accounts.google.com')
      .setAudience(audience)
      .setSubject(subject)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + LIFE_S)
      .sign(privateKey);
  };
  return {
    jwks: { keys: [{ ...jwk, kid, alg: 'RS256', use: 'sig' }] },
    pems: { [kid]: await exportSPKI(publicKey) },
    issue({ account, clientId, scopes, nonce, nowMs }) {
      const claims = {
        azp: clientId,
        hd: account.email.split('@')[1],
        ...(scopes.some(isEmailScope)
          ? { email: account.email, email_verified: (account.emailVerified === undefined ? true : account.emailVerified) ?? undefined }
          : {}),
        ...(scopes.some(isProfileScope) ? { name: account.name } : {}),
        ...(nonce === null ? {} : { nonce }),
      };
      return sign(claims, { subject: account.sub, audience: clientId, nowMs });
    },
    issueForPush({ serviceAccount, audience, nowMs }) {
      const claims = { azp: PUSHER_SUBJECT, email: serviceAccount, email_verified: true };
      return sign(claims, { subject: PUSHER_SUBJECT, audience, nowMs });
    },
  };
}
