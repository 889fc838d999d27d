import { jwtVerify, SignJWT, errors } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import type { Caller, PanelSessionToken } from '../../platform/panel-caller.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import type { CallerUsers, CallerUser } from '../users/index.ts';
import { findSigningCertificates, usePanelToken } from './repository.ts';
import { orgOfPanelToken, verifyPanelToken } from './verify-panel-token.ts';

const SESSION_MS = 15 * 60_000;
const TYPE = 'msi-panel-session+jwt';
const AUDIENCE = 'msi-panel';
const SESSIONS_REMEMBERED = 5_000;

const SessionClaims = z.object({
  org: z.string(),
  sub: z.string(),
  email: z.string(),
  exp: z.number(),
  /** The user's session version, or null when there was no user yet. */
  ver: z.number().nullable(),
});
type SessionClaims = z.infer<typeof SessionClaims>;

export interface PanelSessions {
  exchangePanelToken: (token: string) => Promise<{ caller: Caller; session: PanelSessionToken }>;
  openSession: (token: string) => Promise<Caller>;
}

interface Dependencies {
  pool: Pool;
  clock: Clock;
  /** The service's own address: what the Apex token must be meant for. */
  audience: string;
  /** At least 32 bytes in base64; the same in every process. */
  signingKey: string;
  callerUsers: CallerUsers;
}

/**
 * The panel's sessions: signed, 15 minutes, nothing stored. They end at once when the user is deactivated, because each names the
 * version of the user's sessions; another process notices that within the time that `callerUsers` remembers a user.
 */
export function createPanelSessions({ pool, clock, audience, signingKey, callerUsers }: Dependencies): PanelSessions {
  const key = Buffer.from(signingKey, 'base64');
  const verified = new Map<string, SessionClaims>();

  const issue = async (caller: Caller, version: number | null): Promise<PanelSessionToken> => {
    const expiresAt = new Date(Math.floor((clock.now().getTime() + SESSION_MS) / 1000) * 1000);
    const token = await new SignJWT({ org: caller.orgId, email: caller.email, ver: version })
      .setProtectedHeader({ alg: 'HS256', typ: TYPE })
      .setSubject(caller.salesforceUserId)
      .setAudience(AUDIENCE)
      .setExpirationTime(expiresAt)
      .sign(key);
    return { token, expiresAt };
  };

  const read = async (token: string): Promise<SessionClaims> => {
    const known = verified.get(token);
    if (known) return known;
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      typ: TYPE,
      audience: AUDIENCE,
      currentDate: clock.now(),
    }).catch((error: unknown) => {
      if (error instanceof errors.JWTExpired) throw expired();
      throw new AppError(401, 'session_invalid', 'The session of the panel is not valid. Reload the page.');
    });
    const claims = SessionClaims.parse(payload);
    if (verified.size >= SESSIONS_REMEMBERED) verified.clear();
    verified.set(token, claims);
    return claims;
  };

  return {
    async exchangePanelToken(token) {
      const org = orgOfPanelToken(token);
      const { claims, user } = await inOrg(pool, org, async (tx) => {
        const claims = await verifyPanelToken(token, await findSigningCertificates(tx, org), audience, clock.now());
        const isFirstUse = await usePanelToken(tx, org, claims.jti, claims.rememberUntil);
        if (!isFirstUse) throw new AppError(401, 'panel_token_replayed', 'This sign-in from Salesforce was used before. Reload the page.');
        return { claims, user: await callerUsers.read(tx, claims) };
      });
      const caller = callerOf(claims, user);
      return { caller, session: await issue(caller, user?.sessionVersion ?? null) };
    },

    async openSession(token) {
      const claims = await read(token);
      if (claims.exp * 1000 <= clock.now().getTime()) {
        verified.delete(token);
        throw expired();
      }
      const person = { orgId: claims.org, salesforceUserId: claims.sub, email: claims.email };
      const user = await callerUsers.find(person);
      const caller = callerOf(person, user);
      if (user && claims.ver !== null && claims.ver !== user.sessionVersion)
        throw new AppError(401, 'session_invalid', 'The session of the panel has ended. Reload the page.');
      return caller;
    },
  };
}

const expired = () => new AppError(401, 'session_expired', 'The session of the panel has expired.');

function callerOf(person: Pick<Caller, 'orgId' | 'salesforceUserId' | 'email'>, user: CallerUser | null): Caller {
  if (user?.state === 'deactivated') throw new AppError(401, 'user_deactivated', 'Your admin has ended your access to MSI Actions.');
  const { orgId, salesforceUserId, email } = person;
  return { orgId, salesforceUserId, email, user: user && { id: user.id, role: user.role, state: user.state } };
}
