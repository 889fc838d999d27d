import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Simulator } from '../../common/index.ts';
import type { Message, MicrosoftState } from '../entities.ts';
import { compileFilter } from '../filter.ts';
import { findFolder, folderId } from '../folders.ts';
import { admit } from '../graph-access.ts';
import { rawOf, settle } from '../mailbox.ts';
import { contextOf, linkTo, openMessage, readMessageQuery, readQuery, resource, selected, single } from '../resources.ts';

type ItemRequest = FastifyRequest<{ Params: { id: string } }>;
type FolderRequest = FastifyRequest<{ Params: { folder: string } }>;

/** The properties of a folder in Graph's metadata. */
const FOLDER_PROPERTIES = ['id', 'displayName', 'parentFolderId', 'childFolderCount', 'unreadItemCount', 'totalItemCount', 'isHidden'];

/** /me, and reading its messages. */
export function registerGraphMessages(simulator: Simulator<MicrosoftState>): void {
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

  app.get('/v1.0/me/messages/:id', async (request: ItemRequest, reply) => {
    const caller = admit(simulator, request, 'readBasic');
    return single(reply, caller, openMessage(simulator, caller, request.params.id), readQuery(request));
  });

  app.get('/v1.0/me/messages/:id/$value', async (request: ItemRequest, reply) => {
    const caller = admit(simulator, request, 'readContent');
    return reply.type('text/plain').send(rawOf(openMessage(simulator, caller, request.params.id)));
  });

  app.get('/v1.0/me/messages', async (request, reply) => list(request, reply, () => true));

  app.get('/v1.0/me/mailFolders/:folder/messages', async (request: FolderRequest, reply) => {
    const folder = findFolder(request.params.folder);
    return list(request, reply, (message) => message.folder === folder);
  });

  app.get('/v1.0/me/mailFolders/:folder', async (request: FolderRequest) => {
    const { account, mailbox } = admit(simulator, request, 'readBasic');
    const folder = findFolder(request.params.folder);
    const { $select } = readQuery(request);
    const names = selected($select, FOLDER_PROPERTIES, 'mailFolder');
    settle(simulator.state, mailbox, clock.nowMs());
    const within = mailbox.messages.filter((message) => message.folder === folder);
    const all = {
      id: folderId(folder),
      displayName: folder,
      parentFolderId: folderId('msgfolderroot'),
      childFolderCount: 0,
      unreadItemCount: within.filter(({ isRead }) => !isRead).length,
      totalItemCount: within.length,
      isHidden: false,
    };
    const shown = Object.entries(all).filter(([name]) => names.length === 0 || name === 'id' || names.includes(name));
    return { '@odata.context': contextOf(`users('${account.oid}')/mailFolders`, $select), ...Object.fromEntries(shown) };
  });

  async function list(request: FastifyRequest, reply: FastifyReply, isInFolder: (message: Message) => boolean): Promise<object> {
    const caller = admit(simulator, request, 'readBasic');
    const query = readMessageQuery(request);
    settle(simulator.state, caller.mailbox, clock.nowMs());
    const matches = query.$filter === undefined ? () => true : compileFilter(query.$filter);
    const sign = query.$orderby.endsWith(' asc') || !query.$orderby.includes(' ') ? 1 : -1;
    const time = (message: Message) => message.submittedAt ?? message.createdAt;
    const found = caller.mailbox.messages
      .filter((message) => isInFolder(message) && matches(message))
      .sort((a, b) => sign * (time(a) - time(b)));
    const end = query.$skip + query.$top;
    return {
      '@odata.context': "https://graph.microsoft.com/v1.0/$metadata#users('me')/messages",
      value: await Promise.all(found.slice(query.$skip, end).map((message) => resource(reply, caller, message, query))),
      ...(found.length > end
        ? { '@odata.nextLink': linkTo(request, { ...(request.query as Record<string, string>), $skip: String(end) }) }
        : {}),
    };
  }
}
