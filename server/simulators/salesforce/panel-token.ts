import { randomBytes } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import type { Org, SimUser } from './entities.ts';
import { fullName, type Store } from './store.ts';

const LIFE_SECONDS = 120;

/** What Apex `Auth.JWS` would sign for the panel: RS256 with the org's newest certificate, 120 seconds, single-use `jti`. */
export async function signPanelToken(store: Store, org: Org, user: SimUser, host: string): Promise<string> {
  const certificate = org.certificates.at(-1);
  if (!certificate) throw new Error(`Org ${org.id} has no certificate`);
  const key = await importPKCS8(certificate.privateKeyPem, 'RS256');
  const issuedAt = Math.floor(store.nowMs() / 1000) + org.settings.tokenIatOffsetSeconds;
  return new SignJWT({
    jti: randomBytes(16).toString('hex'),
    email: user.email,
    name: fullName(user),
    env: host,
    scope: 'panel',
    admin: user.customPermissions.includes('Administer_Sales_Actions'),
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: certificate.name })
    .setIssuer(org.id)
    .setSubject(user.id)
    .setAudience(org.settings.tokenAudience ?? store.serviceUrl)
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt)
    .setExpirationTime(issuedAt + LIFE_SECONDS)
    .sign(key);
}
