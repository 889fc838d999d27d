import type { Readable } from 'node:stream';
import cookie from '@fastify/cookie';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/errors.ts';
import { noteLanguage } from '../../../platform/languages/index.ts';
import { ObjectMissing, type ObjectStore } from '../../../platform/object-store/index.ts';
import { pageForms } from '../../../platform/page-forms.ts';
import { inOrg, type Pool } from '../../../platform/postgres.ts';
import { problemOf } from '../../../platform/problem-details.ts';
import { nameOfLink, readNameOfLink, type LinkKey } from '../addresses.ts';
import { MOST_PAGES } from '../limits.ts';
import type { OwnLinks, OwnLook } from '../own-links.ts';
import type { RecordView } from '../record-view.ts';
import { findForRep, findLinked, findPage, listPages, type ShownContent, type ShownPage } from '../viewer-repository.ts';
import { inLanguage } from '../words/index.ts';
import { createBrowserChoices, type BrowserChoices } from './browser-choices.ts';
import { createDownloads } from './downloads.ts';
import { emptyPage, viewerPage, type Telling, type ViewerPage } from './viewer-page.ts';

interface ViewerDependencies {
  pool: Pool;
  clock: Clock;
  objects: ObjectStore;
  publicUrl: string;
  signingKey: string;
  ownLinks: OwnLinks;
  recordView: RecordView;
}

const Name = z.object({ name: z.string() });
const Token = z.object({ token: z.string() });
const Page = { number: z.coerce.number<string>().int().min(1).max(MOST_PAGES) };
const View = z.union([
  z.strictObject({ opened: z.literal(true) }),
  z.strictObject({ page: z.int().min(1).max(MOST_PAGES) }),
  z.strictObject({ downloaded: z.literal(true) }),
]);
const Quiet = z.object({ link: z.string().max(100), quiet: z.enum(['yes', 'no']) });

/** Nobody but the reader's browser may keep a page, and no longer than one reads. */
const TEN_MINUTES = 'private, max-age=600';
const LARGEST_VIEW = 1_024;

/** A content that somebody may see. */
interface Opened {
  orgId: string;
  content: ShownContent;
}

/**
 * CT-2: a content as the recipients of an email see it, by the address in the email, and for its rep by a signed link. Looking changes
 * nothing: what is counted, the script of the page posts, unless its reader or the browser wants nobody to learn of it. Every address that
 * shows nothing has the same page.
 */
export const viewerRoutes: FastifyPluginAsyncZodOpenApi<ViewerDependencies> = async (app, use) => {
  const { pool, ownLinks } = use;
  await app.register(cookie);
  const choices = createBrowserChoices({ ...use, https: use.publicUrl.startsWith('https://') });
  const beginDownload = createDownloads();
  app.addHook('onRequest', async (_request, reply) => void reply.header('x-robots-tag', 'noindex'));
  await app.register(viewRoutes, { ...use, choices });
  await app.register(quietRoute, { choices });
  showFailuresAsPages(app);

  const openLink = async (name: string): Promise<Opened & { key: LinkKey }> => {
    const key = readNameOfLink(name);
    const content = key && (await inOrg(pool, key.orgId, (tx) => findLinked(tx, key)));
    if (!content) throw new AppError('not_found');
    return { key, orgId: key.orgId, content };
  };
  const openOwn = async (look: OwnLook | null): Promise<Opened & { parts: string }> => {
    const content = look && (await inOrg(pool, look.orgId, (tx) => findForRep(tx, { ...look, id: look.contentId }, look.userId)));
    if (!content) throw new AppError('not_found');
    return { orgId: look.orgId, content, parts: ownLinks.partsOf(look) };
  };
  const pagesOf = async ({ orgId, content: { id, state } }: Opened): Promise<ShownPage[]> =>
    state === 'ready' ? inOrg(pool, orgId, (tx) => listPages(tx, { orgId, id })) : [];

  app.get('/:name', { schema: { hide: true, params: Name } }, async (request, reply) => {
    const opened = await openLink(request.params.name);
    const { key, content } = opened;
    const linkName = nameOfLink(key);
    const telling = tellingOf(request, choices, opened);
    return showPage(reply, { content, pages: await pagesOf(opened), path: `/content/${linkName}`, linkName, telling });
  });
  app.get('/:name/pages/:number', { schema: { hide: true, params: Name.extend(Page) } }, async ({ params }, reply) =>
    sendPage(reply, await openLink(params.name), params.number),
  );
  app.get('/:name/file', { schema: { hide: true, params: Name } }, async ({ params: { name } }, reply) =>
    sendFile(reply, await openLink(name), name),
  );

  app.get('/own/:token', { schema: { hide: true, params: Token } }, async (request, reply) => {
    const { parts, ...opened } = await openOwn(ownLinks.read(request.params.token));
    choices.setOwn(reply, opened.orgId);
    const path = `/content/own/${parts}`;
    return showPage(reply, { content: opened.content, pages: await pagesOf(opened), path, linkName: '', telling: 'look' });
  });
  app.get('/own/:token/pages/:number', { schema: { hide: true, params: Token.extend(Page) } }, async ({ params }, reply) =>
    sendPage(reply, await openOwn(ownLinks.readPart(params.token)), params.number),
  );
  app.get('/own/:token/file', { schema: { hide: true, params: Token } }, async ({ params: { token } }, reply) =>
    sendFile(reply, await openOwn(ownLinks.readPart(token)), token),
  );

  app.get('/*', { schema: { hide: true } }, async () => {
    throw new AppError('not_found');
  });

  async function sendPage(reply: FastifyReply, { orgId, content: { id, state } }: Opened, number: number): Promise<FastifyReply> {
    const page = state === 'ready' ? await inOrg(pool, orgId, (tx) => findPage(tx, { orgId, id }, number)) : null;
    if (!page) throw new AppError('not_found');
    const bytes = await read(orgId, page.objectId);
    return reply.header('cache-control', TEN_MINUTES).type('image/webp').send(bytes);
  }

  /** As a download whatever it is: nothing of it may run at our address. */
  async function sendFile(
    reply: FastifyReply,
    { orgId, content: { id, name, type, size } }: Opened,
    address: string,
  ): Promise<FastifyReply> {
    beginDownload(address, reply);
    const bytes = await read(orgId, id);
    return reply
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('content-disposition', attachmentNamed(name))
      .header('content-length', size)
      .type(type)
      .send(bytes);
  }

  async function read(orgId: string, id: string): Promise<Readable> {
    try {
      return await use.objects.get({ orgId, id });
    } catch (error) {
      throw error instanceof ObjectMissing ? new AppError('not_found') : error;
    }
  }
};

/** What a script of the page tells. */
const viewRoutes: FastifyPluginAsyncZodOpenApi<ViewerDependencies & { choices: BrowserChoices }> = async (app, { choices, recordView }) => {
  app.post(
    '/:name/views',
    { bodyLimit: LARGEST_VIEW, schema: { hide: true, params: Name, body: View, response: { 204: z.null() } } },
    async (request, reply) => {
      const key = readNameOfLink(request.params.name);
      if (!key) throw new AppError('not_found');
      const { body } = request;
      const view =
        'page' in body
          ? ({ kind: 'page', page: body.page } as const)
          : ({ kind: 'opened' in body ? 'opened' : 'downloaded', page: null } as const);
      if (!isSilent(request, choices, key.orgId)) await recordView(key, view);
      return reply.code(204).send(null);
    },
  );
};

/** The form of the page by which its reader chooses who learns of it; without JavaScript too. */
const quietRoute: FastifyPluginAsyncZodOpenApi<{ choices: BrowserChoices }> = async (app, { choices }) => {
  await app.register(pageForms);
  app.post('/quiet', { schema: { hide: true, body: Quiet } }, async ({ body, headers }, reply) => {
    if (!readNameOfLink(body.link)) throw new AppError('not_found');
    // Another site may not choose for a reader; browsers of before 2023 do not say where a form stands
    if ((headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin') choices.setQuiet(reply, body.quiet === 'yes');
    return reply.code(303).header('location', `/content/${body.link}`).send();
  });
};

function tellingOf(request: FastifyRequest, choices: BrowserChoices, { orgId, content }: Opened): Telling {
  if (!content.isTracked) return 'never';
  return isSilent(request, choices, orgId) || 'tells';
}

/** Why nobody learns what this browser does with a content of the org; false: they do. */
function isSilent(request: FastifyRequest, choices: BrowserChoices, orgId: string): 'own' | 'browser' | 'quiet' | false {
  if (choices.isOwn(request, orgId)) return 'own';
  // Global Privacy Control
  if (request.headers['sec-gpc'] === '1') return 'browser';
  return choices.isQuiet(request) && 'quiet';
}

function showPage(reply: FastifyReply, page: ViewerPage): FastifyReply {
  return show(reply, viewerPage(inLanguage(reply.request.answerLanguage), page));
}

function show(reply: FastifyReply, markup: string): FastifyReply {
  noteLanguage(reply, reply.request.answerLanguage);
  return reply.type('text/html; charset=utf-8').send(markup);
}

/** People read these answers. */
function showFailuresAsPages(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | AppError>((error, request, reply) => {
    const { status } = problemOf(error, request);
    if (status >= 500) request.log.error({ err: error }, 'A page failed');
    // What cannot be an address of ours is one that shows nothing
    const isGone = status === 404 || status === 400;
    return show(reply.code(isGone ? 404 : status), emptyPage(inLanguage(request.answerLanguage), isGone ? 'gone' : 'trouble'));
  });
}

/** RFC 6266: the name in ASCII for old programs, and as it is for all others. */
function attachmentNamed(name: string): string {
  const plain = name.replace(/[^ -~]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
