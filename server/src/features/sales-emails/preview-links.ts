import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { RecordId } from '../../platform/schemas.ts';
import { createSignedLinks } from '../../platform/signed-links.ts';

const LIVES_MS = 5 * 60_000;

/** One user's look at one sales email, or at an own draft as it would leave for somebody. */
export interface PreviewGrant {
  orgId: string;
  salesEmailId: string;
  userId: string;
  /** Of a draft: for whom its fields are filled in; left out: it is shown as it is. */
  personId?: string | undefined;
}

export interface PreviewLinks {
  /** The address of the email's exact HTML, good for 5 minutes. */
  linkTo: (grant: PreviewGrant) => string;
  /** What a token of such an address grants; null for an expired one and for what is not ours. */
  read: (token: string) => PreviewGrant | null;
  /** The org whose pages may show the answer in a frame, also when the link has expired; null for what is not ours. */
  orgOf: (token: string) => string | null;
}

interface Dependencies {
  publicUrl: string;
  /** At least 32 bytes in base64; the same in every process. */
  signingKey: string;
  clock: Clock;
}

/** Signed links for frames, which can send no header. */
export function createPreviewLinks({ publicUrl, signingKey, clock }: Dependencies): PreviewLinks {
  const links = createSignedLinks({
    purpose: 'preview',
    subjectShape: z.object({ salesEmailId: z.uuid(), userId: z.uuid(), personId: RecordId.optional() }),
    signingKey,
    clock,
  });
  return {
    linkTo({ orgId, salesEmailId, userId, personId }) {
      const subject = { salesEmailId, userId, ...(personId !== undefined && { personId }) };
      const token = links.sign({ orgId, subject }, new Date(clock.now().getTime() + LIVES_MS));
      return `${publicUrl}/previews/${token}`;
    },
    read(token) {
      const target = links.read(token);
      return target && { orgId: target.orgId, ...target.subject };
    },
    orgOf: (token) => links.orgOf(token),
  };
}
