import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import { deriveKey } from './derived-key.ts';

/** What a link is for. A feature that sends links of a new kind adds a purpose: a link of one never passes for a link of another. */
export type LinkPurpose = 'preview' | 'upload' | 'content' | 'content_parts' | 'own_browser';

/** Whom a link is about in an org, in the shape that its feature chose. */
export interface LinkTarget<Subject> {
  orgId: string;
  subject: Subject;
}

export interface SignedLinks<Subject> {
  /** The token of a link. Whoever has it can read what it says, and can change nothing. */
  sign(target: LinkTarget<Subject>, expiresAt: Date): string;
  /** What a token stands for. Null for one that is not ours, is for another purpose, or has expired: nobody learns which. */
  read(token: string): LinkTarget<Subject> | null;
  /** The org of a token that we signed, expired or not; null for any other. It opens nothing: it says whose page an answer stands in. */
  orgOf(token: string): string | null;
}

interface Options<Subject> {
  purpose: LinkPurpose;
  subjectShape: z.ZodType<Subject>;
  /** At least 32 bytes in base64; the same in every process. Links end when it is replaced. */
  signingKey: string;
  clock: Clock;
}

/**
 * Links for whoever can show no other proof, such as a frame or a recipient. A token is `<claims>.<HMAC-SHA-256>`, safe in an address;
 * nothing is stored. One token has one spelling, and the signature is checked in constant time before anything else is read.
 */
export function createSignedLinks<Subject>({ purpose, subjectShape, signingKey, clock }: Options<Subject>): SignedLinks<Subject> {
  const key = deriveKey(signingKey, `signed link: ${purpose}`);
  /** Org, subject, and the end in seconds since 1970. */
  const shape = z.tuple([z.string(), subjectShape, z.int()]);

  function signatureOf(claims: string): string {
    return createHmac('sha256', key).update(claims).digest('base64url');
  }

  function open(token: string): (LinkTarget<Subject> & { endsAtS: number }) | null {
    const [claims = '', signature = '', ...more] = token.split('.');
    if (more.length > 0 || !isSame(signature, signatureOf(claims))) return null;
    // Signed by us, perhaps by a release that said something else
    const parsed = shape.safeParse(JSON.parse(Buffer.from(claims, 'base64url').toString()));
    if (!parsed.success) return null;
    const [orgId, subject, endsAtS] = parsed.data;
    return { orgId, subject, endsAtS };
  }

  return {
    sign({ orgId, subject }, expiresAt) {
      const claims = Buffer.from(JSON.stringify([orgId, subject, Math.floor(expiresAt.getTime() / 1000)])).toString('base64url');
      return `${claims}.${signatureOf(claims)}`;
    },
    read(token) {
      const opened = open(token);
      if (!opened || opened.endsAtS * 1000 <= clock.now().getTime()) return null;
      const { orgId, subject } = opened;
      return { orgId, subject };
    },
    orgOf: (token) => open(token)?.orgId ?? null,
  };
}

/** Compares texts, not the bytes that they stand for: base64 has several spellings of the same bytes. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
