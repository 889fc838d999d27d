import { setTimeout } from 'node:timers/promises';
import { jwtVerify, SignJWT, errors } from 'jose';
import { z } from 'zod';
import type { CappedSecurityEvents } from '../../platform/capped-security-events.ts';
import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import type { Caller, PanelSessionToken } from '../../platform/panel-caller.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { NOBODY } from '../../platform/security-events.ts';
import type { CallerUsers, KnownCaller } from '../users/index.ts';
import { sentence } from './error-words/index.ts';
import type { KnownOrgs } from './known-orgs.ts';
import { noteCertificateUse } from './note-certificate-use.ts';
import { findSigningCertificates, usePanelToken } from './repository.ts';
import { orgOfPanelToken, tokenInvalid, verifyPanelToken } from './verify-panel-token.ts';

const SESSION_MS = 15 * 60_000;
const TYPE = 'msi-panel-session+jwt';
const AUDIENCE = 'msi-panel';
const SESSIONS_REMEMBERED = 5_000;

const SessionClaims = z.object({
  org: z.string(),
  sub: z.string(),
  email: z.string(),
  exp: z.number(),
  /** The user's session version; that of a new user where there was none yet. */
  ver: z.number(),
  /** What the token said of the permission Administer_Sales_Actions. */
  adm: z.boolean().nullable(),
});
type SessionClaims = z.infer<typeof SessionClaims>;

export interface PanelSessions {
  exchangePanelToken: (token: string, ipAddress: string) => Promise<{ caller: Caller; session: PanelSessionToken }>;
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
  knownOrgs: Pick<KnownOrgs, 'isKnown'>;
  securityEvents: CappedSecurityEvents;
}

/** A refused token is answered after this at the earliest: how long the look took does not tell whether the org is known. */
const REFUSED_AFTER_MS = 50;
/** Of whoever has no user yet. Below every user's version: a session from before somebody was a user ends when they become one. */
const VERSION_OF_NOBODY = 0;

/**
 * The panel's sessions: signed, 15 minutes, nothing stored. They end at once when the user is deactivated, because each names the
 * version of the user's sessions; another process notices that within the time that `callerUsers` remembers a user.
 */
export function createPanelSessions({
  pool,
  clock,
  audience,
  signingKey,
  callerUsers,
  knownOrgs,
  securityEvents,
}: Dependencies): PanelSessions {
  const key = Buffer.from(signingKey, 'base64');
  const verified = new Map<string, SessionClaims>();

  const issue = async (caller: Caller, version: number): Promise<PanelSessionToken> => {
    const expiresAt = new Date(Math.floor((clock.now().getTime() + SESSION_MS) / 1000) * 1000);
    const token = await new SignJWT({ org: caller.orgId, email: caller.email, ver: version, adm: caller.mayAdminister })
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
      throw notOurs();
    });
    // A release before this one signed other claims; the panel then renews its session by itself
    const { success, data: claims } = SessionClaims.safeParse(payload);
    if (!success) throw notOurs();
    if (verified.size >= SESSIONS_REMEMBERED) verified.clear();
    verified.set(token, claims);
    return claims;
  };

  const exchange = async (token: string, ipAddress: string) => {
    const orgId = orgOfPanelToken(token);
    if (!(await knownOrgs.isKnown(orgId))) throw tokenInvalid();
    try {
      const { claims, known } = await inOrg(pool, orgId, async (tx) => {
        const now = clock.now();
        const { claims, certificate } = await verifyPanelToken(token, await findSigningCertificates(tx, orgId), audience, now);
        const isFirstUse = await usePanelToken(tx, orgId, claims.jti, claims.rememberUntil);
        if (!isFirstUse) throw new AppError('panel_token_replayed');
        // A revocation raises the version of all sessions in the same commit. The version is read first and the certificates after it:
        // either the revocation is seen here, or the session gets the version from before it and is refused with its first use
        const [known, stillActive] = await Promise.all([callerUsers.read(tx, claims), findSigningCertificates(tx, orgId)]);
        const signer = stillActive.find(({ id }) => id === certificate.id);
        if (!signer) throw tokenInvalid();
        await noteCertificateUse(tx, orgId, signer, now);
        if (known.user) await callerUsers.noteActive(tx, orgId, known.user, now);
        return { claims, known };
      });
      const caller = callerOf(claims, known);
      return { caller, session: await issue(caller, known.user?.sessionVersion ?? VERSION_OF_NOBODY) };
    } catch (error) {
      if (error instanceof AppError) await noteRefusal(orgId, ipAddress, error.code);
      throw error;
    }
  };

  /** Nothing that the token says of its user is believed here. */
  const noteRefusal = (orgId: string, ipAddress: string, code: string) =>
    securityEvents.refused({
      kind: code === 'panel_token_replayed' ? 'panel_token_replayed' : 'panel_token_refused',
      orgId,
      by: { ...NOBODY, ipAddress },
      code,
    });

  return {
    async exchangePanelToken(token, ipAddress) {
      const startedAt = performance.now();
      try {
        return await exchange(token, ipAddress);
      } catch (error) {
        if (error instanceof AppError) await setTimeout(Math.max(0, startedAt + REFUSED_AFTER_MS - performance.now()));
        throw error;
      }
    },

    async openSession(token) {
      const claims = await read(token);
      if (claims.exp * 1000 <= clock.now().getTime()) {
        verified.delete(token);
        throw expired();
      }
      const person = { orgId: claims.org, salesforceUserId: claims.sub, email: claims.email };
      const known = await callerUsers.find(person);
      const caller = callerOf({ ...person, mayAdminister: claims.adm }, known);
      if (known.user && claims.ver !== known.user.sessionVersion)
        throw new AppError('session_invalid', { title: sentence('sessionEnded') });
      return caller;
    },
  };
}

function notOurs() {
  return new AppError('session_invalid');
}
function expired() {
  return new AppError('session_expired');
}

function callerOf(
  { orgId, salesforceUserId, email, mayAdminister }: Pick<Caller, 'orgId' | 'salesforceUserId' | 'email' | 'mayAdminister'>,
  { user, isInvited }: KnownCaller,
): Caller {
  if (user?.state === 'deactivated') throw new AppError('user_deactivated');
  return { orgId, salesforceUserId, email, mayAdminister, isInvited: isInvited && !user, user: user && { id: user.id, role: user.role } };
}
