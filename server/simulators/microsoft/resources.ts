import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Simulator } from '../common/index.ts';
import type { Message, MicrosoftState } from './entities.ts';
import { canReadContent, type GraphCaller } from './graph-access.ts';
import { badRequest, itemNotFound } from './graph-error.ts';
import { findMessage, settle } from './mailbox.ts';
import { messageResource } from './message-resource.ts';

/** The properties of a message in Graph's metadata. */
const MESSAGE_PROPERTIES = [
  ...['id', 'createdDateTime', 'lastModifiedDateTime', 'changeKey', 'categories', 'receivedDateTime', 'sentDateTime', 'hasAttachments'],
  ...['internetMessageId', 'internetMessageHeaders', 'subject', 'body', 'bodyPreview', 'importance', 'parentFolderId', 'sender', 'from'],
  ...['toRecipients', 'ccRecipients', 'bccRecipients', 'replyTo', 'conversationId', 'conversationIndex', 'uniqueBody', 'flag'],
  ...['isDeliveryReceiptRequested', 'isReadReceiptRequested', 'isRead', 'isDraft', 'webLink', 'inferenceClassification'],
];

const Query = z.object({
  $select: z.string().default(''),
  $filter: z.string().optional(),
  $expand: z.string().optional(),
  $orderby: z
    .string()
    .regex(/^(received|sent|created|lastModified)DateTime(\s+(asc|desc))?$/)
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

/** As `readQuery`, for a call that is about messages. */
export function readMessageQuery(request: FastifyRequest): Query {
  const query = readQuery(request);
  selected(query.$select, MESSAGE_PROPERTIES, 'message');
  return query;
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
    select: selected($select, MESSAGE_PROPERTIES, 'message'),
    extendedProperty: /^singleValueExtendedProperties\(\$filter=id eq '([^']+)'\)$/.exec($expand ?? '')?.[1] ?? null,
  });
}

/** A message that is the whole answer: it says what it is. */
export async function single(
  reply: FastifyReply,
  caller: GraphCaller,
  message: Message,
  query: Pick<Query, '$select' | '$expand'>,
): Promise<object> {
  const context = contextOf(`users('${caller.account.oid}')/messages`, query.$select);
  return { '@odata.context': context, ...(await resource(reply, caller, message, query)) };
}

/** The context of an entity that is answered alone, with the properties that were asked for. */
export function contextOf(source: string, $select: string): string {
  return `https://graph.microsoft.com/v1.0/$metadata#${source}${$select === '' ? '' : `(${$select})`}/$entity`;
}

/** The names in `$select`. Throws GraphError for one that the type does not have. */
export function selected($select: string, known: readonly string[], type: string): string[] {
  const names = $select
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw badRequest(`Could not find a property named '${unknown}' on type 'microsoft.graph.${type}'.`, 'RequestBroker--ParseUri');
  return names;
}

/** The address of this call with other query options: what a nextLink is. */
export function linkTo(request: FastifyRequest, query: Record<string, string>): string {
  return `http://${request.headers.host ?? ''}${request.url.split('?')[0] ?? ''}?${new URLSearchParams(query).toString()}`;
}
