import { randomBytes } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import type { Account } from './entities.ts';
import { TENANT_ID } from './seed.ts';

export const ISSUER = `https://login.microsoftonline.com/${TENANT_ID}/v2.0`;

export interface IdTokenIssuer {
  /** A signed id_token that lives an hour and a bit. The nonce of the request comes back in it. */
  issue(request: { account: Account; clientId: string; nonce: string | null; nowMs: number }): Promise<string>;
  jwks: { keys: JWK[] };
}

const LIFE_S = 3900;

/** Signs id_tokens with a key of its own, made at the start. */
export async function createIdTokenIssuer(): Promise<IdTokenIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = await exportJWK(publicKey);
  // Named after the key itself: a caller that caches keys must notice when a restart has made another.
  const kid = await calculateJwkThumbprint(jwk);
  return {
    jwks: { keys: [{ ...jwk, kid, alg: 'RS256', use: 'sig' }] },
    issue({ account, clientId, nonce, nowMs }) {
      const issuedAt = Math.floor(nowMs / 1000);
      return new SignJWT({
        name: account.name,
        ...(nonce === null ? {} : { nonce }),
        oid: account.oid,
        preferred_username: account.address,
        email: account.address,
        tid: TENANT_ID,
        uti: randomBytes(16).toString('base64url'),
        ver: '2.0',
      })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .setIssuer(ISSUER)
        .setAudience(clientId)
        .setSubject(Buffer.from(`${account.oid}${clientId}`).toString('base64url'))
        .setIssuedAt(issuedAt)
        .setNotBefore(issuedAt)
        .setExpirationTime(issuedAt + LIFE_S)
        .sign(privateKey);
    },
  };
}
