import { errors, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';

const LIVES_MS = 5 * 60_000;
const TYPE = 'msi-email-preview+jwt';
const AUDIENCE = 'msi-previews';

/** One user's look at one sales email. */
interface PreviewGrant {
  orgId: string;
  salesEmailId: string;
  userId: string;
}

export interface PreviewLinks {
  /** The address of the email's exact HTML, good for 5 minutes. */
  linkTo: (grant: PreviewGrant) => Promise<string>;
  /** What a token of such an address grants; null when it is not ours. An expired one is still told apart. */
  read: (token: string) => Promise<{ grant: PreviewGrant; isExpired: boolean } | null>;
}

const Claims = z.object({ org: z.string(), sub: z.uuid(), email: z.uuid() });

interface Dependencies {
  publicUrl: string;
  /** At least 32 bytes in base64; the same in every process. */
  signingKey: string;
  clock: Clock;
}

/**
 * Signed links for frames, which can send no header. Their type and audience keep them apart from the panel's sessions, which are
 * signed with the same key: neither is taken for the other.
 */
export function createPreviewLinks({ publicUrl, signingKey, clock }: Dependencies): PreviewLinks {
  const key = Buffer.from(signingKey, 'base64');
  return {
    async linkTo({ orgId, salesEmailId, userId }) {
      const token = await new SignJWT({ org: orgId, email: salesEmailId })
        .setProtectedHeader({ alg: 'HS256', typ: TYPE })
        .setSubject(userId)
        .setAudience(AUDIENCE)
        .setExpirationTime(new Date(clock.now().getTime() + LIVES_MS))
        .sign(key);
      return `${publicUrl}/previews/${token}`;
    },

    async read(token) {
      try {
        const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], typ: TYPE, audience: AUDIENCE, currentDate: clock.now() });
        return { grant: grantOf(payload), isExpired: false };
      } catch (error) {
        if (error instanceof errors.JWTExpired) return { grant: grantOf(error.payload), isExpired: true };
        if (error instanceof errors.JOSEError) return null;
        throw error;
      }
    },
  };
}

function grantOf(payload: JWTPayload): PreviewGrant {
  const { org, sub, email } = Claims.parse(payload);
  return { orgId: org, userId: sub, salesEmailId: email };
}
