import type { FastifyRequest } from 'fastify';
import type { Simulator } from '../common/index.ts';
import type { Account, GoogleState, Mailbox } from './entities.ts';
import { insufficientScopes, invalidCredentials, notFound, quotaExceeded, tooManyConcurrent } from './errors.ts';
import { METHOD_SCOPES, METHOD_UNITS, type GmailMethod } from './scopes.ts';

const MINUTE_MS = 60_000;

export interface GmailCaller {
  account: Account;
  mailbox: Mailbox;
  scopes: string[];
}

/** Who calls a Gmail method, after the checks that Google makes in this order: token, scope, mailbox, quota. Throws GmailError. */
export function admit(simulator: Simulator<GoogleState>, request: FastifyRequest, method: GmailMethod): GmailCaller {
  const { state, clock } = simulator;
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer === undefined ? undefined : state.accessTokens[bearer];
  const account = state.accounts.find(({ sub }) => sub === token?.sub);
  if (!token || token.expiresAt <= clock.nowMs() || !account) throw invalidCredentials();
  if (!METHOD_SCOPES[method].some((scope) => token.scopes.includes(scope))) throw insufficientScopes(method);

  const { userId } = request.params as { userId: string };
  const mailbox = state.mailboxes[account.email];
  if (!mailbox || (userId !== 'me' && userId.toLowerCase() !== account.email)) throw notFound();
  const { unitsPerMinute, concurrentRequests } = state.settings.limits;
  occupy(request, mailbox, concurrentRequests);
  spendUnits(mailbox, METHOD_UNITS[method], clock.nowMs(), unitsPerMinute);
  return { account, mailbox, scopes: token.scopes };
}

/** The requests of each mailbox that are being answered. */
const underWay = new WeakMap<Mailbox, Set<FastifyRequest>>();

function occupy(request: FastifyRequest, mailbox: Mailbox, limit: number | null): void {
  const requests = underWay.get(mailbox) ?? new Set();
  underWay.set(mailbox, requests);
  if (limit !== null && requests.size >= limit) throw tooManyConcurrent();
  requests.add(request);
  request.whenAnswered = () => requests.delete(request);
}

function spendUnits(mailbox: Mailbox, cost: number, nowMs: number, limit: number | null): void {
  if (limit === null) return;
  mailbox.units = mailbox.units.filter(({ at }) => at > nowMs - MINUTE_MS);
  const spent = mailbox.units.reduce((sum, entry) => sum + entry.cost, 0);
  if (spent + cost > limit) throw quotaExceeded();
  mailbox.units.push({ at: nowMs, cost });
}
