import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parseMime } from '../../mail/index.ts';
import type { Simulator } from '../../common/index.ts';
import type { GoogleState, Mailbox, Message } from '../entities.ts';
import { invalidArgument, invalidEnum, metadataRefuses, notFound } from '../errors.ts';
import { admit } from '../gmail-access.ts';
import { checkLabels } from '../labels.ts';
import { indexOf } from '../mailbox-index.ts';
import { attachmentResource, messageResource } from '../message-resource.ts';
import { isHeldToMetadata } from '../scopes.ts';
import { compileSearch } from '../search.ts';
import type { createTransmit } from '../transmit.ts';

const SendBody = z.object({ raw: z.string().min(1), threadId: z.string().optional() });
const UploadMetadata = z.object({ threadId: z.string().optional() });
const oneOrMany = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const GetQuery = z.object({
  format: z.enum(['minimal', 'metadata', 'full', 'raw']).default('full'),
  metadataHeaders: oneOrMany.default([]),
});
const ListQuery = z.object({
  q: z.string().optional(),
  labelIds: oneOrMany.default([]),
  includeSpamTrash: z.enum(['true', 'false']).default('false'),
  maxResults: z.coerce.number().int().min(1).max(500).default(100),
  /** The place in the mailbox below which the page begins. */
  pageToken: z.coerce.number().int().min(1).optional(),
});

type Transmit = ReturnType<typeof createTransmit>;

/** users.messages.send (JSON and upload), get and list, and users.messages.attachments.get. */
export function registerMessages(simulator: Simulator<GoogleState>, transmit: Transmit): void {
  const { app, clock } = simulator;
  const base = '/gmail/v1/users/:userId/messages';

  app.post(`${base}/send`, async (request) => {
    const caller = admit(simulator, request, 'SendMessage');
    const body = SendBody.safeParse(request.body);
    if (!body.success) throw invalidArgument("'raw' RFC822 payload message string or uploading message via /upload/* URL required");
    return sentResource(await transmit({ ...caller, raw: decodeRaw(body.data.raw), threadId: body.data.threadId }));
  });

  app.post<{ Querystring: { uploadType?: string } }>(`/upload${base}/send`, async (request) => {
    const caller = admit(simulator, request, 'SendMessage');
    return sentResource(await transmit({ ...caller, ...readUpload(request, request.query.uploadType) }));
  });

  app.get<{ Params: { id: string } }>(`${base}/:id`, async (request) => {
    const { mailbox, scopes } = admit(simulator, request, 'GetMessage');
    const query = GetQuery.safeParse(request.query);
    if (!query.success) throw invalidEnum('format', 'MessageFormat', (request.query as { format?: unknown }).format);
    const { format } = query.data;
    if (isHeldToMetadata(scopes) && (format === 'full' || format === 'raw')) {
      throw metadataRefuses(`allow format ${format.toUpperCase()}`);
    }
    const message = indexOf(mailbox).byId.get(request.params.id);
    if (!message) throw notFound();
    return messageResource(message, format, query.data.metadataHeaders);
  });

  app.get<{ Params: { messageId: string; id: string } }>(`${base}/:messageId/attachments/:id`, async (request) => {
    const { mailbox, scopes } = admit(simulator, request, 'GetMessage');
    if (isHeldToMetadata(scopes)) throw metadataRefuses('allow attachments');
    const message = indexOf(mailbox).byId.get(request.params.messageId);
    const attachment = message && attachmentResource(message, request.params.id);
    if (!attachment) throw notFound();
    return attachment;
  });

  app.get(base, async (request) => {
    const { mailbox, scopes } = admit(simulator, request, 'ListMessages');
    const query = ListQuery.safeParse(request.query);
    if (!query.success) throw invalidArgument(`Invalid ${String(query.error.issues[0]?.path[0])}`);
    const { q, labelIds, includeSpamTrash, maxResults, pageToken } = query.data;
    checkLabels(labelIds);
    if (q !== undefined && isHeldToMetadata(scopes)) throw metadataRefuses("support 'q' parameter");
    const matches = compileSearch(q ?? '', clock.nowMs());
    const hidden = ['SPAM', 'TRASH'].filter((label) => includeSpamTrash === 'false' && !labelIds.includes(label));
    const { page, next } = newestFirst(
      mailbox,
      (message) =>
        labelIds.every((label) => message.labelIds.includes(label)) &&
        !message.labelIds.some((label) => hidden.includes(label)) &&
        matches(message),
      { maxResults, below: pageToken ?? mailbox.messages.length },
    );
    return {
      ...(page.length > 0 ? { messages: page.map(({ id, threadId }) => ({ id, threadId })) } : {}),
      ...(next === null ? {} : { nextPageToken: String(next) }),
      resultSizeEstimate: next === null ? page.length : page.length + 1,
    };
  });
}

/** Goes only as far back as one page needs. */
function newestFirst(
  { messages }: Mailbox,
  accepts: (message: Message) => boolean,
  { maxResults, below }: { maxResults: number; below: number },
): { page: Message[]; next: number | null } {
  const page: Message[] = [];
  for (let at = Math.min(below, messages.length) - 1; at >= 0; at -= 1) {
    const message = messages[at];
    if (!message || !accepts(message)) continue;
    if (page.length === maxResults) return { page, next: at + 1 };
    page.push(message);
  }
  return { page, next: null };
}

function sentResource({ id, threadId, labelIds }: Message): object {
  return { id, threadId, labelIds };
}

function decodeRaw(raw: string): Buffer {
  if (!/^[A-Za-z0-9_\-+/]+={0,2}$/.test(raw)) throw invalidArgument("Invalid value at 'message.raw' (TYPE_BYTES), Base64 decoding failed");
  return Buffer.from(raw, 'base64url');
}

/** `media` is the message alone; `multipart` is JSON and then the message, as multipart/related. */
function readUpload(request: FastifyRequest, uploadType: string | undefined): { raw: Buffer; threadId?: string | undefined } {
  if (!Buffer.isBuffer(request.body)) throw invalidArgument('Media type must be message/rfc822 or multipart/related');
  if (uploadType === 'media') return { raw: request.body };
  if (uploadType !== 'multipart') throw invalidArgument('uploadType must be media or multipart');
  const head = Buffer.from(`Content-Type: ${request.headers['content-type'] ?? ''}\r\n\r\n`);
  const [json, message] = parseMime(Buffer.concat([head, request.body])).parts;
  if (!json || !message) throw invalidArgument('Missing end of multipart body');
  const metadata = UploadMetadata.safeParse(parseJson(json.content.toString('utf8')));
  if (!metadata.success) throw invalidArgument('Invalid metadata part');
  return { raw: message.content, threadId: metadata.data.threadId };
}

function parseJson(text: string): unknown {
  try {
    return text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    throw invalidArgument('Parse Error');
  }
}
