import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { orgHostOf } from './classic/hosts.ts';
import type { Org, SimUser } from './entities.ts';
import type { Store } from './store.ts';

const SESSION_COOKIE = 'sid_sim';

/** The user of the browser's Lightning session; null when it has none. */
export function sessionUser(store: Store, request: FastifyRequest): SimUser | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const value = pairs.find(([name]) => name === SESSION_COOKIE)?.[1];
  const user = value ? store.findUser(store.state.sessions[value] ?? '') : undefined;
  return user?.active ? user : null;
}

/** The org of the page's host name. */
export function pageOrg(store: Store, request: FastifyRequest): Org {
  return store.orgOfHost(orgHostOf(request.hostname.split(':')[0] ?? ''));
}

/**
 * Who a Lightning page acts for: the session's user, or without one the org's first rep (the first admin where nobody is a rep).
 * Opening a page means being signed in, so a page without a session gets one.
 */
export function lightningUser(store: Store, request: FastifyRequest, reply?: FastifyReply): SimUser {
  const user = sessionUser(store, request);
  if (user) return user;
  const users = store.usersOf(pageOrg(store, request).id).filter(({ active }) => active);
  const first = users.find(({ isAdmin, customPermissions }) => !isAdmin && customPermissions.length > 0) ?? users[0];
  if (!first) throw new Error('The org has no active user');
  if (reply) startSession(store, reply, first);
  return first;
}

/**
 * Signs the browser in: sets the cookie that Lightning pages, UI API, Apex and the authorization read. `SameSite=None` is for a page that
 * stands in a frame of another host.
 */
export function startSession(store: Store, reply: FastifyReply, user: SimUser, sameSite = 'SameSite=Lax'): void {
  const value = randomBytes(24).toString('base64url');
  store.state.sessions[value] = user.id;
  reply.header('set-cookie', `${SESSION_COOKIE}=${value}; Path=/; HttpOnly; ${sameSite}`);
}
