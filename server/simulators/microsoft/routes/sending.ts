import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Simulator } from '../../common/index.ts';
import type { Message, MicrosoftState } from '../entities.ts';
import { admit, type GraphCaller } from '../graph-access.ts';
import { badRequest } from '../graph-error.ts';
import { addMessage, deleteMessage, rawOf, setRaw, settle } from '../mailbox.ts';
import { applyPatch, composeFromJson, readMessageInput, readMime, referenceIn } from '../message-input.ts';
import { replyDraft, withThread } from '../reply-draft.ts';
import { openMessage, readQuery, single } from '../resources.ts';
import type { Transport } from '../transport.ts';

const SendMail = z.object({ message: z.unknown().optional(), saveToSentItems: z.boolean().default(true) });
const CreateReply = z.object({ message: z.unknown().optional(), comment: z.string().default('') });

type ItemRequest = FastifyRequest<{ Params: { id: string } }>;

/** Drafts, and everything that makes a message leave. */
export function registerSending(simulator: Simulator<MicrosoftState>, transport: Transport): void {
  const { app, clock } = simulator;

  app.post('/v1.0/me/messages', async (request, reply) => {
    const caller = admit(simulator, request, 'write');
    const content = await readContent(caller, request, request.body);
    const joinsByHeaders = simulator.state.settings.joinsDraftsByHeaders;
    const draft = addMessage(caller.mailbox, { ...content, folder: 'drafts', at: clock.nowMs(), joinsByHeaders });
    return reply.code(201).send(await single(reply, caller, draft, readQuery(request)));
  });

  app.patch('/v1.0/me/messages/:id', async (request: ItemRequest, reply) => {
    const caller = admit(simulator, request, 'write');
    const message = openMessage(simulator, caller, request.params.id);
    const patch = readMessageInput(request.body);
    if (patch.internetMessageHeaders)
      throw badRequest("The property 'internetMessageHeaders' can only be set when the message is created.", 'ErrorInvalidPropertySet');
    const changesContent = Object.keys(patch).some((name) => name !== 'singleValueExtendedProperties' && name !== 'isRead');
    if (changesContent && message.folder !== 'drafts') throw badRequest('The item is not a draft.', 'ErrorInvalidPropertySet');
    for (const property of patch.singleValueExtendedProperties ?? []) {
      message.extendedProperties = [...message.extendedProperties.filter(({ id }) => id !== property.id), property];
    }
    message.isRead = patch.isRead ?? message.isRead;
    setRaw(caller.mailbox, message, await applyPatch(rawOf(message), patch, caller.account, caller.mailbox), clock.nowMs());
    return single(reply, caller, message, readQuery(request));
  });

  app.delete('/v1.0/me/messages/:id', async (request: ItemRequest, reply) => {
    const caller = admit(simulator, request, 'write');
    deleteMessage(caller.mailbox, openMessage(simulator, caller, request.params.id));
    return reply.code(204).send();
  });

  app.post('/v1.0/me/messages/:id/createReply', async (request: ItemRequest, reply) => {
    const caller = admit(simulator, request, 'write');
    const answered = openMessage(simulator, caller, request.params.id);
    const isMime = request.headers['content-type']?.startsWith('text/plain');
    const content = isMime ? await mimeReply(caller, request, answered) : await jsonReply(caller, request, answered);
    const draft = addMessage(caller.mailbox, { ...content, folder: 'drafts', at: clock.nowMs() });
    draft.conversationId = answered.conversationId;
    return reply.code(201).send(await single(reply, caller, draft, readQuery(request)));
  });

  app.post('/v1.0/me/messages/:id/send', async (request: ItemRequest, reply) => {
    const caller = admit(simulator, request, 'send');
    const message = openMessage(simulator, caller, request.params.id);
    if (message.folder !== 'drafts') throw badRequest('The item is not a draft and cannot be sent.', 'ErrorInvalidOperation');
    // A draft that is already on its way leaves only once.
    if (message.submittedAt === null) await transport.send(caller, message, arrivalOf(request));
    return reply.code(202).send();
  });

  app.post('/v1.0/me/sendMail', async (request, reply) => {
    const caller = admit(simulator, request, 'send');
    const isMime = typeof request.body === 'string';
    const wish = SendMail.safeParse(isMime ? {} : request.body);
    if (!wish.success) throw badRequest('Empty Payload. JSON content expected.');
    const content = await readContent(caller, request, isMime ? request.body : wish.data.message);
    const copy = addMessage(caller.mailbox, { ...content, folder: 'drafts', at: clock.nowMs() });
    try {
      await transport.send(caller, copy, arrivalOf(request));
    } catch (error) {
      deleteMessage(caller.mailbox, copy);
      throw error;
    }
    if (!wish.data.saveToSentItems) {
      settle(simulator.state, caller.mailbox, clock.nowMs());
      deleteMessage(caller.mailbox, copy);
    }
    return reply.code(202).send();
  });

  /** A reply that is given whole says itself what it answers; where it does not, Exchange does. */
  async function mimeReply(caller: GraphCaller, request: FastifyRequest, answered: Message) {
    const content = await readContent(caller, request, request.body);
    return { ...content, raw: withThread(content.raw, rawOf(answered)) };
  }

  async function jsonReply({ account, mailbox }: GraphCaller, request: FastifyRequest, answered: Message) {
    const order = CreateReply.safeParse(request.body ?? {});
    if (!order.success) throw badRequest('Invalid value for comment.', 'RequestBodyRead');
    const patch = readMessageInput(order.data.message);
    const made = await replyDraft(rawOf(answered), order.data.comment, account, mailbox);
    return { raw: await applyPatch(made, patch, account, mailbox), extendedProperties: patch.singleValueExtendedProperties ?? [] };
  }

  async function readContent({ account, mailbox }: GraphCaller, request: FastifyRequest, body: unknown) {
    if (request.headers['content-type']?.startsWith('text/plain')) {
      const raw = readMime(String(body), mailbox, simulator.state.settings.keepsMimeHeaders);
      return { raw, extendedProperties: [], reference: referenceIn(Buffer.from(String(body), 'base64')) };
    }
    const input = readMessageInput(body);
    const raw = await composeFromJson(input, account, mailbox);
    return { raw, extendedProperties: input.singleValueExtendedProperties ?? [], reference: referenceIn(raw) };
  }

  /** When the call reached us, however long it was then held up. */
  const arrivalOf = (request: FastifyRequest): number => Date.parse(request.logEntry?.at ?? clock.now().toISOString());
}
