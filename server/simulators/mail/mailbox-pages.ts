import type { FastifyInstance, FastifyReply } from 'fastify';
import { html, sendPage, type Html } from '../common/index.ts';
import { messageView, readableTime, sendMessageBody } from './message-view.ts';
import { peopleIn, readableHeader } from './raw-message.ts';

export type FolderName = 'inbox' | 'sent';

export interface MailboxMessage {
  id: string;
  /** ISO time of arrival or sending. */
  at: string;
  raw: Buffer;
}

export interface MailboxAccount {
  address: string;
  name: string;
  /** Names of applications that may use the mailbox. */
  applications: string[];
}

export interface MailboxHost {
  brand: string;
  accent: string;
  accounts(): MailboxAccount[];
  /** Newest first; null when there is no such account. */
  messages(address: string, folder: FolderName): MailboxMessage[] | null;
  /** Ends every application's access, as the account's owner may do at the vendor at any time. */
  removeAccess(address: string): void;
}

/** A page is for people; programs ask for more. */
const SHOWN_MESSAGES = 200;
const FOLDERS: Record<FolderName, string> = { inbox: 'Inbox', sent: 'Sent' };

/** Adds `/mail/<address>` pages for people, and `/sim/mailboxes` for programs: the inbox and the sent mail of each account. */
export function registerMailbox(app: FastifyInstance, host: MailboxHost): void {
  const page = (reply: FastifyReply, title: string, body: Html, status = 200) =>
    sendPage(reply, { title, brand: host.brand, accent: host.accent, layout: 'wide', body, status });
  const missing = (reply: FastifyReply, what: string) =>
    page(reply, 'Not found', html`<p>There is no such ${what}. <a href="/mail">All mailboxes</a></p>`, 404);
  const find = (address: string, id: string): MailboxMessage | undefined =>
    [...(host.messages(address, 'inbox') ?? []), ...(host.messages(address, 'sent') ?? [])].find((message) => message.id === id);

  app.get('/', async (_request, reply) => reply.redirect('/mail'));
  app.get('/mail', async (_request, reply) => page(reply, 'Mailboxes', accountList(host.accounts())));

  app.get<{ Params: { address: string }; Querystring: { folder?: string } }>('/mail/:address', async ({ params, query }, reply) => {
    const address = params.address.toLowerCase();
    const folder = query.folder === 'sent' ? 'sent' : 'inbox';
    const messages = host.messages(address, folder);
    if (!messages) return missing(reply, 'mailbox');
    const account = host.accounts().find((candidate) => candidate.address === address);
    return page(reply, `${FOLDERS[folder]} of ${address}`, folderView(address, folder, messages, account?.applications ?? []));
  });

  app.get<{ Params: { address: string; id: string } }>('/mail/:address/:id', async ({ params: { address, id } }, reply) => {
    const message = find(address, id);
    if (!message) return missing(reply, 'message');
    const view = await messageView(message.raw, `/mail/${encodeURIComponent(address)}/${encodeURIComponent(id)}/body`);
    const back = html`<p><a href="/mail/${encodeURIComponent(address)}">Back to ${address}</a></p>`;
    return page(reply, readableHeader(message.raw, 'Subject') || '(no subject)', html`${back}${view}`);
  });

  app.get<{ Params: { address: string; id: string } }>('/mail/:address/:id/body', async ({ params: { address, id } }, reply) => {
    const message = find(address, id);
    return message ? sendMessageBody(reply, message.raw) : missing(reply, 'message');
  });

  app.post<{ Params: { address: string } }>('/mail/:address/remove-access', async ({ params: { address } }, reply) => {
    host.removeAccess(address.toLowerCase());
    return reply.redirect(`/mail/${encodeURIComponent(address)}`, 303);
  });

  app.get('/sim/mailboxes', async () => ({ mailboxes: host.accounts() }));

  app.get<{ Params: { address: string }; Querystring: { folder?: string; limit?: string } }>(
    '/sim/mailboxes/:address/messages',
    async ({ params, query }, reply) => {
      const folder = query.folder ?? 'inbox';
      if (folder !== 'inbox' && folder !== 'sent') return reply.code(400).send({ message: 'folder must be inbox or sent.' });
      const messages = host.messages(params.address.toLowerCase(), folder);
      if (!messages) return reply.code(404).send({ message: `There is no mailbox ${params.address}.` });
      const newest = messages.slice(0, Number(query.limit ?? messages.length));
      return { messages: newest.map(({ raw, ...message }) => ({ ...message, raw: raw.toString('base64') })) };
    },
  );
}

function accountList(accounts: MailboxAccount[]): Html {
  return html`<ul>
    ${accounts.map(({ address, name }) => html`<li><a href="/mail/${encodeURIComponent(address)}">${name}</a> (${address})</li>`)}
  </ul>`;
}

function folderView(address: string, current: FolderName, messages: MailboxMessage[], applications: string[]): Html {
  const home = `/mail/${encodeURIComponent(address)}`;
  return html`
    <nav aria-label="Folders">
      <p>
        ${Object.entries(FOLDERS).map(([folder, name]) =>
          folder === current
            ? html`<a class="button primary" href="${home}?folder=${folder}" aria-current="page">${name}</a> `
            : html`<a class="button" href="${home}?folder=${folder}">${name}</a> `,
        )}
        <a class="button" href="${home}?folder=${current}">Refresh</a>
      </p>
    </nav>
    ${messages.length === 0 ? html`<p>No messages here yet.</p>` : messageTable(home, current, messages)}
    <h2>Applications with access</h2>
    ${
      applications.length === 0
        ? html`<p>No application may use this mailbox.</p>`
        : html`<p>${applications.join(', ')}</p>
            <form method="post" action="${home}/remove-access"><button type="submit">Remove access</button></form>`
    }
  `;
}

function messageTable(home: string, folder: FolderName, messages: MailboxMessage[]): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${folder === 'sent' ? 'To' : 'From'}</th>
        <th scope="col">Subject</th>
        <th scope="col">When</th>
      </tr>
    </thead>
    <tbody>
      ${messages.slice(0, SHOWN_MESSAGES).map(
        ({ id, at, raw }) =>
          html`<tr>
            <td>${peopleIn(raw, folder === 'sent' ? 'To' : 'From')}</td>
            <td><a href="${home}/${encodeURIComponent(id)}">${readableHeader(raw, 'Subject') || '(no subject)'}</a></td>
            <td>${readableTime(at)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
