import fp from 'fastify-plugin';
import { commonSentence } from './error-words/index.ts';
import { AppError } from './errors.ts';

/** One Salesforce user of one org, as the org has signed it. */
export interface Caller {
  orgId: string;
  salesforceUserId: string;
  /** As Salesforce has it; nobody has verified it. */
  email: string;
  /** The active user who has signed in as this Salesforce user; null for everybody else. */
  user: { id: string; role: 'rep' | 'admin' } | null;
  /** An open invitation waits for `email`. Nothing of it is told or opened before a Salesforce sign-in has verified the address. */
  isInvited: boolean;
  /** Whether Salesforce gives the custom permission Administer_Sales_Actions; null when the org's package is too old to say. */
  mayAdminister: boolean | null;
}

export interface PanelSessionToken {
  token: string;
  expiresAt: Date;
}

export interface PanelCallerOptions {
  /** Throws an AppError 401 when the session is not good. */
  openSession: (token: string) => Promise<Caller>;
  /** Exchanges a token that Apex signed; works once per token. Throws an AppError 401 when it is not good. */
  exchangePanelToken: (token: string, ipAddress: string) => Promise<{ caller: Caller; session: PanelSessionToken }>;
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
        const { caller, session } = await exchangePanelToken(token, request.ip);
        request.caller = caller;
        request.newSession = session;
        reply.header('x-panel-session', session.token);
        reply.header('x-panel-session-expires', session.expiresAt.toISOString());
      } else {
        throw new AppError('session_invalid', { title: commonSentence('signInFromPanel') });
      }
      request.log = request.log.child({ orgId: request.caller.orgId });
    });
  },
  { name: 'panel-caller' },
);

/**
 * What only people who have activated their user may do. Nothing of a record is read before. AppError 403 `not_activated`, `not_invited`.
 */
export function requireActivated({ user, isInvited }: Caller): NonNullable<Caller['user']> {
  if (user) return user;
  if (isInvited) throw new AppError('not_activated');
  throw new AppError('not_invited');
}

/**
 * AD-2: what only admins may do. It takes the role here and the permission there, so that either side can take it away. AppError 403
 * `admins_only`, `admin_permission_missing`, `package_outdated`.
 */
export function requireAdmin({ user, mayAdminister }: Caller): NonNullable<Caller['user']> {
  if (user?.role !== 'admin') throw new AppError('admins_only');
  if (mayAdminister === null) throw new AppError('package_outdated');
  if (!mayAdminister) throw new AppError('admin_permission_missing');
  return user;
}
