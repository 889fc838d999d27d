import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Simulator } from '../../common/index.ts';
import type { Folder, Message, MicrosoftState } from '../entities.ts';
import { compileFilter } from '../filter.ts';
import { admit, canReadContent, type GraphCaller } from '../graph-access.ts';
import { badRequest, itemNotFound } from '../graph-error.ts';
import { addMessage, findMessage, rawOf, setRaw, settle } from '../mailbox.ts';
import { applyPatch, composeFromJson, readMessageInput, readMime } from '../message-input.ts';
import { folderId, messageResource } from '../message-resource.ts';
import { prepareDeparture, type createDepart } from '../transport.ts';

const FOLDERS: readonly Folder[] = ['inbox', 'drafts', 'sentitems', 'deleteditems'];

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
const SendMail = z.object({ message: z.unknown().optional(), saveToSentItems: z.boolean().default(true) });

type Depart = ReturnType<typeof createDepart>;
type ItemRequest = FastifyRequest<{ Params: { id: string } }>;

/** /me, and its messages: drafts, sending, reading. */
export function registerGraphMessages(simulator: Simulator<MicrosoftState>, depart: Depart): void {
  const { app, clock } = simulator;

  app.get('/v1.0/me', async (request) => {
    const { account } = admit(simulator, request, 'readProfile');
    return {
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
      id: account.oid,
      displayName: account.name,
      mail: account.address,
      userPrincipalName: account.address,
    };
  });

  app.post('/v1.0/me/messages', async (request, reply) => {
    const caller = admit(simulator, request, 'write');
    const content = await readContent(caller, request, request.body);
    const draft = addMessage(caller.mailbox, { ...content, folder: 'drafts', at: clock.nowMs() });
    return reply.code(201).send(await resource(reply, caller, draft, request));
  });

  app.patch('/v1.0/me/messages/:id', async (request: ItemRequest, reply) => {
    const caller = admit(simulator, request, 'write');
    const message = open(caller, request.params.id);
    const patch = readMessageInput(request.body);
    if (patch.internetMessageHeaders)
      throw badRequest("The property 'internetMessageHeaders' can only be set when the message is created.", 'ErrorInvalidPropertySet');
    const changesContent = Object.keys(patch).some((name) => name !== 'singleValueExtendedProperties');
    if (changesContent && message.folder !== 'drafts') throw badRequest('The item is not a draft.', 'ErrorInvalidPropertySet');
    for (const property of patch.singleValueExtendedProperties ?? []) {
      message.extendedProperties = [...message.extendedProperties.filter(({ id }) => id !== property.id), property];
    }
    setRaw(message, await applyPatch(rawOf(message), patch, caller.account, caller.mailbox), clock.nowMs());
    return resource(reply, caller, message, request);
  });

  app.delete('/v1.0/me/messages/:id', async (request: ItemRequest, reply) => {
    const caller = admit(simulator, request, 'write');
    const message = open(caller, request.params.id);
    caller.mailbox.messages = caller.mailbox.messages.filter((candidate) => candidate !== message);
    return reply.code(204).send();
  });

  app.post('/v1.0/me/messages/:id/send', async (request: ItemRequest, reply) => {
    const caller = admit(simulator, request, 'send');
    const message = open(caller, request.params.id);
    if (message.folder !== 'drafts') throw badRequest('The item is not a draft and cannot be sent.', 'ErrorInvalidOperation');
    // A draft that is already on its way leaves only once.
    if (message.submittedAt !== null) return reply.code(202).send();
    const prepared = prepareDeparture(simulator, { ...caller, raw: rawOf(message), extendedProperties: message.extendedProperties });
    setRaw(message, prepared, clock.nowMs());
    message.submittedAt = clock.nowMs();
    await depart(caller.account, caller.mailbox, prepared);
    return reply.code(202).send();
  });

  app.post('/v1.0/me/sendMail', async (request, reply) => {
    const caller = admit(simulator, request, 'send');
    const isMime = typeof request.body === 'string';
    const wish = SendMail.safeParse(isMime ? {} : request.body);
    if (!wish.success) throw badRequest('Empty Payload. JSON content expected.');
    const content = await readContent(caller, request, isMime ? request.body : wish.data.message);
    const prepared = prepareDeparture(simulator, { ...caller, ...content });
    if (wish.data.saveToSentItems) {
      const copy = addMessage(caller.mailbox, { ...content, raw: prepared, folder: 'drafts', at: clock.nowMs() });
      copy.submittedAt = clock.nowMs();
    }
    await depart(caller.account, caller.mailbox, prepared);
    return reply.code(202).send();
  });

  app.get('/v1.0/me/messages/:id', async (request: ItemRequest, reply) => {
    const caller = admit(simulator, request, 'readBasic');
    return resource(reply, caller, open(caller, request.params.id), request);
  });

  app.get('/v1.0/me/messages/:id/$value', async (request: ItemRequest, reply) => {
    const caller = admit(simulator, request, 'readContent');
    return reply.type('text/plain').send(rawOf(open(caller, request.params.id)));
  });

  app.get('/v1.0/me/messages', async (request, reply) => list(request, reply, () => true));

  app.get<{ Params: { folder: string } }>('/v1.0/me/mailFolders/:folder/messages', async (request, reply) => {
    const folder = findFolder(request.params.folder);
    return list(request, reply, (message) => message.folder === folder);
  });

  app.get<{ Params: { folder: string } }>('/v1.0/me/mailFolders/:folder', async (request) => {
    const { mailbox } = admit(simulator, request, 'readBasic');
    const folder = findFolder(request.params.folder);
    settle(simulator.state, mailbox, clock.nowMs());
    return {
      id: folderId(folder),
      displayName: folder,
      totalItemCount: mailbox.messages.filter((message) => message.folder === folder).length,
    };
  });

  function open({ mailbox }: GraphCaller, id: string): Message {
    settle(simulator.state, mailbox, clock.nowMs());
    const message = findMessage(mailbox, id);
    if (!message) throw itemNotFound();
    return message;
  }

  async function readContent({ account, mailbox }: GraphCaller, request: FastifyRequest, body: unknown) {
    if (request.headers['content-type']?.startsWith('text/plain')) {
      return { raw: readMime(String(body), mailbox, simulator.state.settings.keepsMimeHeaders), extendedProperties: [] };
    }
    const input = readMessageInput(body);
    return { raw: await composeFromJson(input, account, mailbox), extendedProperties: input.singleValueExtendedProperties ?? [] };
  }

  async function list(request: FastifyRequest, reply: FastifyReply, isInFolder: (message: Message) => boolean): Promise<object> {
    const caller = admit(simulator, request, 'readBasic');
    const query = readQuery(request);
    settle(simulator.state, caller.mailbox, clock.nowMs());
    const matches = query.$filter === undefined ? () => true : compileFilter(query.$filter);
    const sign = query.$orderby.endsWith(' asc') || !query.$orderby.includes(' ') ? 1 : -1;
    const time = (message: Message) => message.submittedAt ?? message.createdAt;
    const found = caller.mailbox.messages
      .filter((message) => isInFolder(message) && matches(message))
      .sort((a, b) => sign * (time(a) - time(b)));
    const page = found.slice(query.$skip, query.$skip + query.$top);
    const next = new URLSearchParams({ ...(request.query as Record<string, string>), $skip: String(query.$skip + query.$top) });
    return {
      '@odata.context': "https://graph.microsoft.com/v1.0/$metadata#users('me')/messages",
      value: await Promise.all(page.map((message) => resource(reply, caller, message, request))),
      ...(found.length > query.$skip + query.$top
        ? { '@odata.nextLink': `${simulator.url}${request.url.split('?')[0] ?? ''}?${next}` }
        : {}),
    };
  }

  function resource(
    reply: FastifyReply,
    { wantsImmutableIds, scopes }: GraphCaller,
    message: Message,
    request: FastifyRequest,
  ): Promise<object> {
    if (wantsImmutableIds) reply.header('preference-applied', 'IdType="ImmutableId"');
    const { $select, $expand } = readQuery(request);
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
}

function readQuery(request: FastifyRequest): Query {
  const query = Query.safeParse(request.query);
  if (!query.success) throw badRequest(`Invalid value for the query option ${String(query.error.issues[0]?.path[0])}.`);
  return query.data;
}

function findFolder(nameOrId: string): Folder {
  const folder = FOLDERS.find((candidate) => candidate === nameOrId.toLowerCase() || folderId(candidate) === nameOrId);
  if (!folder) throw itemNotFound();
  return folder;
}
