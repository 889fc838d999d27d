import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import { createSignedLinks } from '../../../platform/signed-links.ts';

/** Both are kept on the pages of contents alone. */
const PATH = '/content';
const YEAR_S = 365 * 24 * 3_600;
/** With its org behind: a rep may be in one and in its sandboxes. */
const OWN = 'msi_own_';
const QUIET = 'msi_quiet';

/** What a browser remembers of contents, in cookies that scripts cannot read. */
export interface BrowserChoices {
  /** Whether somebody of this org uses the browser: CT-2, own views are not counted. */
  isOwn(request: FastifyRequest, orgId: string): boolean;
  /** From now on this browser is one of the org, for a year. */
  setOwn(reply: FastifyReply, orgId: string): void;
  /** Whether its user wants that nobody learns what they look at. */
  isQuiet(request: FastifyRequest): boolean;
  setQuiet(reply: FastifyReply, isQuiet: boolean): void;
}

/** For a scope with @fastify/cookie. */
export function createBrowserChoices({ https, signingKey, clock }: { https: boolean; signingKey: string; clock: Clock }): BrowserChoices {
  const signed = createSignedLinks({ purpose: 'own_browser', subjectShape: z.literal('browser'), signingKey, clock });
  const kept = { path: PATH, httpOnly: true, sameSite: 'lax', secure: https, maxAge: YEAR_S } as const;

  return {
    isOwn: ({ cookies }, orgId) => signed.read(cookies[OWN + orgId] ?? '')?.orgId === orgId,
    setOwn(reply, orgId) {
      const value = signed.sign({ orgId, subject: 'browser' }, new Date(clock.now().getTime() + YEAR_S * 1000));
      reply.setCookie(OWN + orgId, value, kept);
    },
    isQuiet: ({ cookies }) => cookies[QUIET] === 'yes',
    setQuiet(reply, isQuiet) {
      if (isQuiet) reply.setCookie(QUIET, 'yes', kept);
      else reply.clearCookie(QUIET, { path: PATH });
    },
  };
}
