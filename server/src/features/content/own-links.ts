import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { createSignedLinks } from '../../platform/signed-links.ts';

const LIVES_MS = 10 * 60_000;
/** What an open page loads while its reader goes through it. */
const PARTS_LIVE_MS = 2 * 60 * 60_000;

/** A rep's look at a content as its recipients see it. */
export interface OwnLook {
  orgId: string;
  userId: string;
  contentId: string;
}

export interface OwnLinks {
  /** Where the rep looks at it, for 10 minutes. */
  linkTo: (look: OwnLook) => string;
  /** The last part of the address of such a page that is open, for two hours: by it the page loads what it shows. */
  partsOf: (look: OwnLook) => string;
  /** What the last part of an address grants; null for an expired one and for what is not ours. */
  read: (token: string) => OwnLook | null;
}

interface Dependencies {
  publicUrl: string;
  /** At least 32 bytes in base64; the same in every process. */
  signingKey: string;
  clock: Clock;
}

/** Signed links to the page that recipients see: a new tab of the rep's browser has no session. */
export function createOwnLinks({ publicUrl, signingKey, clock }: Dependencies): OwnLinks {
  const links = createSignedLinks({
    purpose: 'content',
    subjectShape: z.object({ userId: z.uuid(), contentId: z.uuid() }),
    signingKey,
    clock,
  });
  const sign = ({ orgId, userId, contentId }: OwnLook, livesMs: number): string =>
    links.sign({ orgId, subject: { userId, contentId } }, new Date(clock.now().getTime() + livesMs));
  return {
    linkTo: (look) => `${publicUrl}/content/own/${sign(look, LIVES_MS)}`,
    partsOf: (look) => sign(look, PARTS_LIVE_MS),
    read(token) {
      const target = links.read(token);
      return target && { orgId: target.orgId, ...target.subject };
    },
  };
}
