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
  /** What the last part of the address of a page grants; null for an expired one and for what is not ours. */
  read: (token: string) => OwnLook | null;
  /** The same of the address of a part. It opens no page: else whoever has one could look for ever, two hours at a time. */
  readPart: (token: string) => OwnLook | null;
}

interface Dependencies {
  publicUrl: string;
  /** At least 32 bytes in base64; the same in every process. */
  signingKey: string;
  clock: Clock;
}

/** Signed links to the page that recipients see: a new tab of the rep's browser has no session. */
export function createOwnLinks({ publicUrl, signingKey, clock }: Dependencies): OwnLinks {
  const subjectShape = z.object({ userId: z.uuid(), contentId: z.uuid() });
  const pages = createSignedLinks({ purpose: 'content', subjectShape, signingKey, clock });
  const parts = createSignedLinks({ purpose: 'content_parts', subjectShape, signingKey, clock });
  const sign = (links: typeof pages, { orgId, userId, contentId }: OwnLook, livesMs: number): string =>
    links.sign({ orgId, subject: { userId, contentId } }, new Date(clock.now().getTime() + livesMs));
  const read = (links: typeof pages, token: string): OwnLook | null => {
    const target = links.read(token);
    return target && { orgId: target.orgId, ...target.subject };
  };
  return {
    linkTo: (look) => `${publicUrl}/content/own/${sign(pages, look, LIVES_MS)}`,
    partsOf: (look) => sign(parts, look, PARTS_LIVE_MS),
    read: (token) => read(pages, token),
    readPart: (token) => read(parts, token),
  };
}
