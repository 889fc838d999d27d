import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { createSignedLinks } from '../../platform/signed-links.ts';
import type { FilePurpose } from './schemas.ts';

const LIVES_MS = 10 * 60_000;

/** One rep's way for a file. */
export interface UploadGrant {
  orgId: string;
  userId: string;
}

export interface UploadLinks {
  /** Where the rep's browser sends the bytes of a file of this name, for 10 minutes. */
  linkTo: (grant: UploadGrant, file: { name: string; purpose: FilePurpose }) => string;
  /** What a token of such an address grants; null for an expired one and for what is not ours. */
  read: (token: string) => UploadGrant | null;
}

interface Dependencies {
  publicUrl: string;
  /** At least 32 bytes in base64; the same in every process. */
  signingKey: string;
  clock: Clock;
}

/** Signed links for uploads, which a page watches and for which it has no session at hand. */
export function createUploadLinks({ publicUrl, signingKey, clock }: Dependencies): UploadLinks {
  const links = createSignedLinks({ purpose: 'upload', subjectShape: z.uuid(), signingKey, clock });
  return {
    linkTo({ orgId, userId }, file) {
      const token = links.sign({ orgId, subject: userId }, new Date(clock.now().getTime() + LIVES_MS));
      return `${publicUrl}/uploads/${token}?${new URLSearchParams(file).toString()}`;
    },
    read(token) {
      const target = links.read(token);
      return target && { orgId: target.orgId, userId: target.subject };
    },
  };
}
