import { X509Certificate, type KeyObject } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { canonicalAddress } from '../../platform/canonical-address.ts';
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
  // It is kept: what PostgreSQL cannot store is no id
  jti: z.string().regex(/^[\x21-\x7e]{16,128}$/),
  email: EmailAddress.transform(canonicalAddress),
  scope: z.literal('panel'),
  /** Whether the user has the permission Administer_Sales_Actions. Packages before this claim existed do not send it. */
  admin: z.boolean().nullable().catch(null),
});

export interface PanelTokenClaims {
  orgId: string;
  salesforceUserId: string;
  email: string;
  mayAdminister: boolean | null;
  jti: string;
  /** Until when a second use must be recognised. */
  rememberUntil: Date;
}

export interface VerifiedPanelToken {
  claims: PanelTokenClaims;
  /** The certificate whose key has signed it. */
  certificate: OrgCertificate;
}

/**
 * The one answer to whoever has proved nothing, whether the org is unknown, its registration unfinished or the signature wrong: none of
 * this is a stranger's business. A person of the org reads here what to do in each case.
 */
export function tokenInvalid() {
  return new AppError('panel_token_invalid');
}
const publicKeys = new Map<string, KeyObject>();

/**
 * The org that a token says it comes from. Proves nothing yet; it only tells whose certificates to try.
 * Throws 401 `panel_token_invalid`.
 */
export function orgOfPanelToken(token: string): string {
  try {
    if (decodeProtectedHeader(token).alg !== 'RS256') throw tokenInvalid();
    return OrgId.parse(decodeJwt(token).iss);
  } catch {
    throw tokenInvalid();
  }
}

/**
 * Checks a token that Apex signed (RS256 only) against the certificates its org has uploaded, and tells which of them it is from; keys,
 * addresses and ids of keys inside the token are ignored. Throws 401 `panel_token_invalid`; only a token with a signature of the org learns
 * more: `certificate_expired`, `panel_token_expired`, `panel_token_wrong_audience`.
 */
export async function verifyPanelToken(
  token: string,
  certificates: OrgCertificate[],
  audience: string,
  now: Date,
): Promise<VerifiedPanelToken> {
  const { payload, certificate } = await verifyWithAny(token, certificates, audience, now);
  const claims = Claims.safeParse(payload);
  if (!claims.success) throw tokenInvalid();
  const { iss, sub, exp, jti, email, admin } = claims.data;
  const lifeS = exp - Math.floor(now.getTime() / 1000);
  if (lifeS > LONGEST_LIFE_S + CLOCK_SKEW_S) throw tokenInvalid();
  const rememberUntil = new Date((exp + 2 * CLOCK_SKEW_S) * 1000);
  return { claims: { orgId: iss, salesforceUserId: sub, email, mayAdminister: admin, jti, rememberUntil }, certificate };
}

async function verifyWithAny(
  token: string,
  certificates: OrgCertificate[],
  audience: string,
  now: Date,
): Promise<{ payload: unknown; certificate: OrgCertificate }> {
  for (const certificate of certificates) {
    try {
      const { payload } = await jwtVerify(token, publicKeyOf(certificate), {
        algorithms: ['RS256'],
        audience,
        clockTolerance: CLOCK_SKEW_S,
        currentDate: now,
        requiredClaims: ['iss', 'sub', 'aud', 'exp', 'jti'],
      });
      if (certificate.notAfter <= now) throw new AppError('certificate_expired');
      // jose accepts a list that contains us; a token for several services is not only ours
      if (payload.aud !== audience) throw wrongAudience();
      return { payload, certificate };
    } catch (error) {
      if (error instanceof errors.JWSSignatureVerificationFailed) continue;
      if (error instanceof errors.JWTExpired) throw new AppError('panel_token_expired');
      if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') throw wrongAudience();
      if (error instanceof errors.JOSEError) throw tokenInvalid();
      throw error;
    }
  }
  throw tokenInvalid();
}

function wrongAudience() {
  return new AppError('panel_token_wrong_audience');
}

function publicKeyOf({ fingerprint, pem }: OrgCertificate): KeyObject {
  const known = publicKeys.get(fingerprint);
  if (known) return known;
  const key = new X509Certificate(pem).publicKey;
  if (publicKeys.size >= KEYS_REMEMBERED) publicKeys.clear();
  publicKeys.set(fingerprint, key);
  return key;
}
