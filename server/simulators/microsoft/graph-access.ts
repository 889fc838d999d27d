import type { FastifyRequest } from 'fastify';
import type { Simulator } from '../common/index.ts';
import type { Account, Mailbox, MicrosoftState } from './entities.ts';
import { accessDenied, GraphError, invalidToken } from './graph-error.ts';
import { includesScope } from './scopes.ts';

/** Any one of these permissions opens the call. */
export const PERMISSIONS = {
  readProfile: ['User.Read'],
  readBasic: ['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'],
  readContent: ['Mail.Read', 'Mail.ReadWrite'],
  write: ['Mail.ReadWrite'],
  send: ['Mail.Send'],
} as const;

export interface GraphCaller {
  account: Account;
  mailbox: Mailbox;
  scopes: string[];
  /** `Prefer: IdType="ImmutableId"` */
  wantsImmutableIds: boolean;
  clientId: string;
}

export function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** Who calls Graph, after its checks: token first, then permission, then mailbox. Throws GraphError. */
export function admit(simulator: Simulator<MicrosoftState>, request: FastifyRequest, permission: keyof typeof PERMISSIONS): GraphCaller {
  const { state, clock } = simulator;
  const bearer = bearerOf(request);
  if (bearer === undefined) throw invalidToken('Access token is empty.');
  const token = state.accessTokens[bearer];
  const account = state.accounts.find(({ oid }) => oid === token?.oid);
  if (!token || !account) throw invalidToken('IDX14100: JWT is not well formed, there are no dots (.).');
  if (token.expiresAt <= clock.nowMs()) throw invalidToken('Lifetime validation failed, the token is expired.');
  if (!PERMISSIONS[permission].some((scope) => includesScope(token.scopes, scope))) throw accessDenied();
  const mailbox = state.mailboxes[account.address];
  if (!mailbox) throw new GraphError(404, 'MailboxNotEnabledForRESTAPI', 'REST API is not yet supported for this mailbox.');
  return {
    account,
    mailbox,
    scopes: token.scopes,
    clientId: token.clientId,
    wantsImmutableIds: /(^|[,\s])IdType=("ImmutableId"|ImmutableId)(?=[,\s;]|$)/i.test(String(request.headers.prefer ?? '')),
  };
}

export function canReadContent(scopes: readonly string[]): boolean {
  return PERMISSIONS.readContent.some((scope) => includesScope(scopes, scope));
}
