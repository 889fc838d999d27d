import type { FastifyRequest } from 'fastify';
import { requireAdmin } from '../../platform/panel-caller.ts';
import { actorOf } from '../../platform/security-events.ts';
import type { Inviter } from './invite-users.ts';

/** The calling admin, for the log and for what is counted of each. AppError 403 as `requireAdmin`. */
export function inviterOf(request: Pick<FastifyRequest, 'caller' | 'ip'>): Inviter {
  return { ...actorOf(request), userId: requireAdmin(request.caller).id };
}
