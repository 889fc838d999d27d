import { X509Certificate, type KeyObject } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { AppError } from '../../platform/errors.ts';
import { EmailAddress } from '../../platform/schemas.ts';
import type { OrgCertificate } from './repository.ts';

const LONGEST_LIFE_S = 300;
const CLOCK_SKEW_S = 60;
const KEYS_REMEMBERED = 1_000;

const OrgId = z.string().regex(/^00D[a-zA-Z0-9]{15}$/);
const Claims = z.object({
  iss: OrgId,
  sub: z.string().regex(/^005[a-zA-Z0-9]{15}$/),
  exp: z.number(),
  jti: z.string().min(16).max(128),
  email: EmailAddress.transform((value) => value.toLowerCase()),
  scope: z.literal('panel'),
});

export interface PanelTokenClaims {
  orgId: string;
  salesforceUserId: string;
  email: string;
  jti: string;
  /** Until when a second use must be recognised. */
  rememberUntil: Date;
}

const invalid = (title = 'Salesforce sent a sign-in that is not valid. Reload the page.') =>
  new AppError(401, 'panel_token_invalid', title);
const publicKeys = new Map<string, KeyObject>();

/**
 * The org that a token says it comes from. Proves nothing yet; it only tells whose certificates to try.
 * Throws 401 `panel_token_invalid`.
 */
export function orgOfPanelToken(token: string): string {
  try {
    if (decodeProtectedHeader(token).alg !== 'RS256') throw invalid();
    return OrgId.parse(decodeJwt(token).iss);
  } catch {
    throw invalid();
  }
}

/**
 * Checks a token that Apex signed (RS256 only) against the certificates its org has uploaded; keys, addresses and ids of keys inside
 * the token are ignored. Throws 401: `org_unknown`, `panel_token_expired`, `panel_token_wrong_audience`, `panel_token_invalid`.
 */
export async function verifyPanelToken(
  token: string,
  certificates: OrgCertificate[],
  audience: string,
  now: Date,
): Promise<PanelTokenClaims> {
  if (certificates.length === 0)
    throw new AppError(401, 'org_unknown', 'This Salesforce org is not connected to MSI Actions. Ask your admin.');
  const current = certificates.filter(({ notAfter }) => notAfter > now);
  if (current.length === 0) throw invalid('The certificate of your Salesforce org has expired. Ask your admin to upload a new one.');

  const payload = await verifyWithAny(token, current, audience, now);
  const claims = Claims.safeParse(payload);
  if (!claims.success) throw invalid();
  const { iss, sub, exp, jti, email } = claims.data;
  const lifeS = exp - Math.floor(now.getTime() / 1000);
  if (lifeS > LONGEST_LIFE_S + CLOCK_SKEW_S) throw invalid();
  return { orgId: iss, salesforceUserId: sub, email, jti, rememberUntil: new Date((exp + 2 * CLOCK_SKEW_S) * 1000) };
}

async function verifyWithAny(token: string, certificates: OrgCertificate[], audience: string, now: Date): Promise<unknown> {
  for (const certificate of certificates) {
    try {
      const { payload } = await jwtVerify(token, publicKeyOf(certificate), {
        algorithms: ['RS256'],
        audience,
        clockTolerance: CLOCK_SKEW_S,
        currentDate: now,
        requiredClaims: ['iss', 'sub', 'aud', 'exp', 'jti'],
      });
      // jose accepts a list that contains us; a token for several services is not only ours
      if (payload.aud !== audience) throw wrongAudience();
      return payload;
    } catch (error) {
      if (error instanceof errors.JWSSignatureVerificationFailed) continue;
      if (error instanceof errors.JWTExpired)
        throw new AppError(401, 'panel_token_expired', 'The sign-in from Salesforce has expired. Reload the page.');
      if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') throw wrongAudience();
      if (error instanceof errors.JOSEError) throw invalid();
      throw error;
    }
  }
  throw invalid();
}

const wrongAudience = () =>
  new AppError(
    401,
    'panel_token_wrong_audience',
    'The server address in the settings of the package is not the address of this service. Ask your admin.',
  );

function publicKeyOf({ fingerprint, pem }: OrgCertificate): KeyObject {
  const known = publicKeys.get(fingerprint);
  if (known) return known;
  const key = new X509Certificate(pem).publicKey;
  if (publicKeys.size >= KEYS_REMEMBERED) publicKeys.clear();
  publicKeys.set(fingerprint, key);
  return key;
}
