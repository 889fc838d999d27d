import type { FastifyReply } from 'fastify';
import { html, sendPage, type Html, type Simulator } from '../../common/index.ts';
import type { ProspectState, ReceivedMessage } from '../entities.ts';
import { messageView, peopleIn, readableHeader, readableTime, sendMessageBody } from '../../mail/index.ts';
import { findMessage, mailboxes, messagesOf, rawOf } from '../store.ts';
import { targetsOf } from '../visits.ts';
import { ACTIONS, actionForms } from './action-forms.ts';

/** A page is for people; programs ask for more. */
const SHOWN_ROWS = 200;

interface MessageParams {
  address: string;
  id: string;
}

/** The mailboxes of everyone outside the simulated mail hosts. */
export function registerPages(simulator: Simulator<ProspectState>): void {
  const { app } = simulator;

  app.get('/', async (_request, reply) => sendProspectPage(reply, "Prospects' mailboxes", mailboxList(simulator.state)));

  app.get<{ Params: { address: string } }>('/mailbox/:address', async ({ params }, reply) => {
    const address = params.address.toLowerCase();
    const messages = messagesOf(simulator.state, address);
    const list = messages.length === 0 ? html`<p>Nothing has arrived for ${address} yet.</p>` : messageTable(messages);
    return sendProspectPage(
      reply,
      `Mailbox of ${address}`,
      html`<p><a class="button" href="${mailboxPath(address)}">Refresh</a> <a class="button" href="/">All mailboxes</a></p>
        ${list}`,
    );
  });

  app.get<{ Params: MessageParams }>('/mailbox/:address/:id', async ({ params }, reply) => {
    const message = findMessage(simulator.state, params.address, params.id);
    return message ? sendMessagePage(reply, message) : sendMissing(reply);
  });

  app.get<{ Params: MessageParams }>('/mailbox/:address/:id/body', async ({ params }, reply) => {
    const message = findMessage(simulator.state, params.address, params.id);
    return message ? sendMessageBody(reply, rawOf(message)) : sendMissing(reply);
  });
}

export function sendMissing(reply: FastifyReply): FastifyReply {
  return sendProspectPage(reply, 'Not found', html`<p>There is no such message. <a href="/">All mailboxes</a></p>`, 404);
}

/** The message with everything that can be done about it; `problem` says why the last action was refused. */
export async function sendMessagePage(reply: FastifyReply, message: ReceivedMessage, problem?: string): Promise<FastifyReply> {
  const raw = rawOf(message);
  const body = html`
    <p><a href="${mailboxPath(message.mailbox)}">Back to ${message.mailbox}</a></p>
    <nav aria-label="What to do with this message">
      <p>${Object.entries(ACTIONS).map(([action, name]) => html`<a href="#${action}">${name}</a> `)}</p>
    </nav>
    ${problem ? html`<p class="error" role="alert">${problem}</p>` : null} ${eventList(message)}
    ${await messageView(raw, `${messagePath(message)}/body`)}
    <p class="muted">Envelope: from ${message.envelope.from || 'nobody'} to ${message.envelope.to.join(', ')}</p>
    ${actionForms(message, messagePath(message), await targetsOf(message))}
  `;
  return sendProspectPage(reply, readableHeader(raw, 'Subject') || '(no subject)', body, problem ? 400 : 200);
}

export function messagePath({ mailbox, id }: ReceivedMessage): string {
  return `${mailboxPath(mailbox)}/${encodeURIComponent(id)}`;
}

function mailboxPath(address: string): string {
  return `/mailbox/${encodeURIComponent(address)}`;
}

function sendProspectPage(reply: FastifyReply, title: string, body: Html, status = 200): FastifyReply {
  return sendPage(reply, { title, brand: "Prospects' mail (simulated)", accent: '#2e6b3f', layout: 'wide', body, status });
}

function mailboxList(state: ProspectState): Html {
  const boxes = mailboxes(state);
  if (boxes.length === 0) return html`<p>No mail has arrived yet. Send a sales email, then refresh this page.</p>`;
  return html`<ul>
      ${boxes
        .slice(0, SHOWN_ROWS)
        .map(({ address, messages }) => html`<li><a href="${mailboxPath(address)}">${address}</a> (${messages})</li>`)}
    </ul>
    ${more(boxes.length, 'mailboxes')}`;
}

function messageTable(messages: ReceivedMessage[]): Html {
  return html`<table>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Subject</th>
          <th scope="col">When</th>
        </tr>
      </thead>
      <tbody>
        ${messages.slice(0, SHOWN_ROWS).map(
          (message) =>
            html`<tr>
              <td>${peopleIn(rawOf(message), 'From')}</td>
              <td><a href="${messagePath(message)}">${readableHeader(rawOf(message), 'Subject') || '(no subject)'}</a></td>
              <td>${readableTime(message.receivedAt)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${more(messages.length, 'messages')}`;
}

function more(count: number, what: string): Html | null {
  return count > SHOWN_ROWS ? html`<p class="muted">The first ${SHOWN_ROWS} of ${count} ${what}.</p>` : null;
}

function eventList({ events }: ReceivedMessage): Html | null {
  if (events.length === 0) return null;
  return html`<section class="notice" aria-label="What happened to this message">
    <ul>
      ${events.map(({ at, what }) => html`<li>${readableTime(at)}: ${what}</li>`)}
    </ul>
  </section>`;
}
