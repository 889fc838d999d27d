import fp from 'fastify-plugin';
import { AppError } from './errors.ts';

/** One Salesforce user of one org. `user` is null until an admin has invited this person. */
export interface Caller {
  orgId: string;
  salesforceUserId: string;
  email: string;
  user: { id: string; role: 'rep' | 'admin'; state: 'invited' | 'activated' } | null;
}

export interface PanelSessionToken {
  token: string;
  expiresAt: Date;
}

export interface PanelCallerOptions {
  /** Throws an AppError 401 when the session is not good. */
  openSession: (token: string) => Promise<Caller>;
  /** Exchanges a token that Apex signed; works once per token. Throws an AppError 401 when it is not good. */
  exchangePanelToken: (token: string) => Promise<{ caller: Caller; session: PanelSessionToken }>;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
    /** Set when this request brought an Apex token and was given a session. */
    newSession: PanelSessionToken | null;
  }
}

/**
 * Every request under this scope comes from a panel: `Authorization: Bearer <session>`, or `PanelToken <Apex JWT>` on the first,
 * whose answer then carries the session in `x-panel-session` and `x-panel-session-expires`.
 */
export const panelCaller = fp<PanelCallerOptions>(
  async (app, { openSession, exchangePanelToken }) => {
    app.decorateRequest('caller');
    app.decorateRequest('newSession', null);
    app.addHook('onRequest', async (request, reply) => {
      const [scheme = '', token = '', ...rest] = (request.headers.authorization ?? '').split(' ');
      if (token && rest.length === 0 && scheme.toLowerCase() === 'bearer') {
        request.caller = await openSession(token);
      } else if (token && rest.length === 0 && scheme.toLowerCase() === 'paneltoken') {
        const { caller, session } = await exchangePanelToken(token);
        request.caller = caller;
        request.newSession = session;
        reply.header('x-panel-session', session.token);
        reply.header('x-panel-session-expires', session.expiresAt.toISOString());
      } else {
        throw new AppError(401, 'session_invalid', 'Sign in from the panel in Salesforce.');
      }
      request.log = request.log.child({ orgId: request.caller.orgId });
    });
  },
  { name: 'panel-caller' },
);

/** The caller's own user, for what only invited people may do. */
export function requireUser(caller: Caller): NonNullable<Caller['user']> {
  if (!caller.user) throw new AppError(403, 'not_invited', 'Your admin has not invited you to MSI Actions yet.');
  return caller.user;
}

/** AD-2: what only admins may do. */
export function requireAdmin(caller: Caller): NonNullable<Caller['user']> {
  if (caller.user?.role !== 'admin' || caller.user.state !== 'activated')
    throw new AppError(403, 'admins_only', 'Only an admin can do this.');
  return caller.user;
}

/** What only people who have activated their user may do. Nothing of a record is read before. */
export function requireActivated(caller: Caller): NonNullable<Caller['user']> {
  const user = requireUser(caller);
  if (user.state !== 'activated')
    throw new AppError(403, 'not_activated', 'Activate MSI Actions first: the link is in your invitation, and in the panel.');
  return user;
}
