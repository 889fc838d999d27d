import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Simulator } from '../common/index.ts';
import type { Message, MicrosoftState } from './entities.ts';
import { canReadContent, type GraphCaller } from './graph-access.ts';
import { badRequest, itemNotFound } from './graph-error.ts';
import { findMessage, settle } from './mailbox.ts';
import { messageResource } from './message-resource.ts';

const Query = z.object({
  $select: z.string().default(''),
  $filter: z.string().optional(),
  $expand: z.string().optional(),
  $orderby: z
    .string()
    .regex(/^\w+DateTime(\s+(asc|desc))?$/)
    .default('receivedDateTime desc'),
  $top: z.coerce.number().int().min(1).max(1000).default(10),
  $skip: z.coerce.number().int().min(0).default(0),
});
type Query = z.infer<typeof Query>;

/** The query options of a call. Throws GraphError for those that make no sense. */
export function readQuery(request: FastifyRequest): Query {
  const query = Query.safeParse(request.query);
  if (!query.success) throw badRequest(`Invalid value for the query option ${String(query.error.issues[0]?.path[0])}.`);
  return query.data;
}

/** The message of that id, in its present state. Throws GraphError where it is not found, or not found just now. */
export function openMessage({ state, clock }: Simulator<MicrosoftState>, { mailbox }: GraphCaller, id: string): Message {
  settle(state, mailbox, clock.nowMs());
  const message = findMessage(mailbox, id);
  if (!message || (message.submittedAt !== null && message.folder === 'drafts' && state.settings.hidesItemsOnTheirWay))
    throw itemNotFound();
  return message;
}

/** A message as this caller asked to see it. */
export function resource(
  reply: FastifyReply,
  { wantsImmutableIds, scopes }: GraphCaller,
  message: Message,
  { $select, $expand }: Pick<Query, '$select' | '$expand'>,
): Promise<object> {
  if (wantsImmutableIds) reply.header('preference-applied', 'IdType="ImmutableId"');
  return messageResource(message, {
    wantsImmutableIds,
    canReadContent: canReadContent(scopes),
    select: $select
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    extendedProperty: /^singleValueExtendedProperties\(\$filter=id eq '([^']+)'\)$/.exec($expand ?? '')?.[1] ?? null,
  });
}

/** The address of this call with other query options: what a nextLink is. */
export const linkTo = (request: FastifyRequest, query: Record<string, string>): string =>
  `http://${request.headers.host ?? ''}${request.url.split('?')[0] ?? ''}?${new URLSearchParams(query).toString()}`;
