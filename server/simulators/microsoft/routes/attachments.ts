import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Simulator } from '../../common/index.ts';
import type { Mailbox, Message, MicrosoftState } from '../entities.ts';
import { admit, type GraphCaller } from '../graph-access.ts';
import { badRequest, GraphError, itemNotFound } from '../graph-error.ts';
import { rawOf, setRaw } from '../mailbox.ts';
import { attachmentResources } from '../message-resource.ts';
import { openMessage, readQuery } from '../resources.ts';
import { withFile, type AttachedFile } from '../with-file.ts';

const FileAttachment = z.object({
  '@odata.type': z.literal('#microsoft.graph.fileAttachment'),
  name: z.string().min(1),
  contentType: z.string().default('application/octet-stream'),
  contentBytes: z.base64(),
});
const UploadWish = z.object({
  AttachmentItem: z.object({
    attachmentType: z.literal('file'),
    name: z.string().min(1),
    size: z.int(),
    contentType: z.string().default('application/octet-stream'),
  }),
});

/** Between these a file takes a session: below it belongs into one request, above Outlook takes none. */
const LEAST_OF_SESSION = 3 * 1_000_000;
const MOST_OF_SESSION = 150 * 1024 * 1024;
const MOST_OF_PART = 4 * 1024 * 1024;
const SESSION_MS = 24 * 3_600_000;

interface Session {
  mailbox: Mailbox;
  message: Message;
  file: Omit<AttachedFile, 'content'>;
  size: number;
  parts: Buffer[];
  expiresAt: number;
}

type ItemRequest = FastifyRequest<{ Params: { id: string } }>;
type PartRequest = FastifyRequest<{ Params: { token: string } }>;

/** Files of drafts: in one request, or larger ones part by part at an address that needs no token. */
export function registerAttachments(simulator: Simulator<MicrosoftState>): void {
  const { app, clock } = simulator;
  const sessions = new Map<string, Session>();
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: 2 * MOST_OF_PART }, (_request, body, done) =>
    done(null, body),
  );

  const openDraft = (request: ItemRequest): { caller: GraphCaller; message: Message } => {
    const caller = admit(simulator, request, 'write');
    const message = openMessage(simulator, caller, request.params.id);
    if (message.folder !== 'drafts' || message.submittedAt !== null) throw badRequest('The item is not a draft.', 'ErrorInvalidOperation');
    return { caller, message };
  };
  const attach = (mailbox: Mailbox, message: Message, file: AttachedFile): void =>
    setRaw(mailbox, message, withFile(rawOf(message), file), clock.nowMs());

  app.get('/v1.0/me/messages/:id/attachments', async (request: ItemRequest) => {
    const caller = admit(simulator, request, 'readContent');
    const names = readQuery(request).$select.split(',').filter(Boolean);
    const value = await attachmentResources(openMessage(simulator, caller, request.params.id), names);
    const source = `users('${caller.account.oid}')/messages('${request.params.id}')/attachments`;
    return { '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${source}`, value };
  });

  app.post('/v1.0/me/messages/:id/attachments', async (request: ItemRequest, reply) => {
    const { caller, message } = openDraft(request);
    const given = FileAttachment.safeParse(request.body);
    if (!given.success) throw badRequest('Invalid value for the attachment.', 'RequestBodyRead');
    const { name, contentType: type, contentBytes } = given.data;
    attach(caller.mailbox, message, { name, type, content: Buffer.from(contentBytes, 'base64') });
    const id = `${message.restId}_${randomBytes(8).toString('hex')}`;
    return reply.code(201).send({ '@odata.type': given.data['@odata.type'], id, name, contentType: type, isInline: false });
  });

  app.post('/v1.0/me/messages/:id/attachments/createUploadSession', async (request: ItemRequest, reply) => {
    const { caller, message } = openDraft(request);
    const wish = UploadWish.safeParse(request.body);
    if (!wish.success) throw badRequest('Invalid value for AttachmentItem.', 'RequestBodyRead');
    const { name, contentType: type, size } = wish.data.AttachmentItem;
    if (size < LEAST_OF_SESSION)
      throw badRequest(
        'The attachment size is less than the minimum of an upload session.',
        'ErrorAttachmentSizeShouldNotBeLessThanMinimumSize',
      );
    if (size > MOST_OF_SESSION) throw new GraphError(413, 'ErrorAttachmentSizeLimitExceeded', 'The attachment is too large.');
    const token = randomBytes(24).toString('base64url');
    const expiresAt = clock.nowMs() + SESSION_MS;
    sessions.set(token, { mailbox: caller.mailbox, message, file: { name, type }, size, parts: [], expiresAt });
    return reply.code(201).send({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.uploadSession',
      uploadUrl: `${simulator.url}/api/attachment-sessions/${token}`,
      expirationDateTime: new Date(expiresAt).toISOString(),
      nextExpectedRanges: ['0-'],
    });
  });

  app.put('/api/attachment-sessions/:token', async (request: PartRequest, reply) => {
    const session = sessions.get(request.params.token);
    if (!session || session.expiresAt <= clock.nowMs()) throw itemNotFound();
    if (request.headers.authorization !== undefined) throw new GraphError(401, 'InvalidAuthenticationToken', 'The address needs no token.');
    const part = request.body;
    const [, from, to, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.headers['content-range'] ?? '') ?? [];
    const received = session.parts.reduce((sum, { length }) => sum + length, 0);
    if (!Buffer.isBuffer(part) || part.length > MOST_OF_PART)
      throw new GraphError(413, 'RequestEntityTooLarge', 'A part has at most 4 MB.');
    if (Number(from) !== received || Number(to) !== received + part.length - 1 || Number(total) !== session.size)
      throw new GraphError(416, 'ErrorInvalidRange', 'The range is not the one that is expected next.');
    session.parts.push(part);
    if (received + part.length < session.size)
      return { expirationDateTime: new Date(session.expiresAt).toISOString(), nextExpectedRanges: [String(received + part.length)] };
    sessions.delete(request.params.token);
    attach(session.mailbox, session.message, { ...session.file, content: Buffer.concat(session.parts) });
    return reply
      .code(201)
      .header('location', `${simulator.url}/api/attachments/${randomBytes(8).toString('hex')}`)
      .send();
  });
}
