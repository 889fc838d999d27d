import type { FastifyReply } from 'fastify';
import { html, sendPage, type Html, type Simulator } from '../../common/index.ts';
import type { ProspectState, ReceivedMessage } from '../entities.ts';
import { messageView, peopleIn, readableHeader, readableTime, sendMessageBody } from '../../mail/index.ts';
import { answerAddress, findMessage, mailboxes, messagesOf, rawOf } from '../store.ts';
import { targetsOf, VISITORS, type Targets } from '../visits.ts';

const ACTIONS = {
  reply: 'Reply',
  'reply-from': 'Reply from another address',
  'out-of-office': 'Out of office',
  bounce: 'Bounce',
  open: 'Open',
  click: 'Click',
};

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
    ${actions(message, await targetsOf(message))}
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
    ${boxes.map(({ address, messages }) => html`<li><a href="${mailboxPath(address)}">${address}</a> (${messages})</li>`)}
  </ul>`;
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
      ${messages.map(
        (message) =>
          html`<tr>
            <td>${peopleIn(rawOf(message), 'From')}</td>
            <td><a href="${messagePath(message)}">${readableHeader(rawOf(message), 'Subject') || '(no subject)'}</a></td>
            <td>${readableTime(message.receivedAt)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function eventList({ events }: ReceivedMessage): Html | null {
  if (events.length === 0) return null;
  return html`<section class="notice" aria-label="What happened to this message">
    <ul>
      ${events.map(({ at, what }) => html`<li>${readableTime(at)}: ${what}</li>`)}
    </ul>
  </section>`;
}

function actions(message: ReceivedMessage, { images, links }: Targets): Html {
  const form = (action: keyof typeof ACTIONS, fields: Html, button: string) =>
    html`<h2 id="${action}">${ACTIONS[action]}</h2>
      <form method="post" action="${messagePath(message)}/${action}">
        ${fields}
        <p><button type="submit">${button}</button></p>
      </form>`;
  const textField = (id: string, label: string, text: string) =>
    html`<label for="${id}">${label}</label><textarea id="${id}" name="text" required>${text}</textarea>`;
  const visitorField = (id: string) =>
    html`<label for="${id}">By</label>
      <select id="${id}" name="visitor">
        ${Object.entries(VISITORS).map(([value, { label }]) => html`<option value="${value}">${label}</option>`)}
      </select>`;

  return html`
    ${form('reply', textField('reply-text', 'Your reply', 'Thanks, this is interesting. Can we talk on Thursday?'), 'Reply')}
    ${form(
      'reply-from',
      html`<label for="reply-from-address">From</label>
        <input
          id="reply-from-address"
          name="from"
          type="email"
          value="assistant@${message.mailbox.split('@')[1] ?? 'globex.example'}"
          required
        />
        ${textField('reply-from-text', 'Reply as someone else', 'I answer for my colleague: yes, we are interested.')}`,
      'Reply from this address',
    )}
    ${form('out-of-office', textField('away-text', 'Automatic answer', 'I am away until Monday.'), 'Answer automatically')}
    ${form(
      'bounce',
      html`<label for="bounce-kind">Why it could not be delivered</label>
        <select id="bounce-kind" name="kind">
          <option value="unknown_address">The address does not exist</option>
          <option value="mailbox_full">The mailbox is full</option>
          <option value="blocked">Blocked by a policy</option>
          <option value="delayed">Delayed for now</option>
        </select>`,
      'Bounce',
    )}
    ${
      images.length === 0
        ? html`<h2 id="open">Open</h2>
            <p class="muted">There are no images that opening would load.</p>`
        : form(
            'open',
            html`<p class="muted">Loads from the sender: ${images.join(', ')}</p>
              ${visitorField('open-visitor')}`,
            'Open',
          )
    }
    ${
      links.length === 0
        ? html`<h2 id="click">Click</h2>
            <p class="muted">There are no links to click.</p>`
        : form(
            'click',
            html`<label for="click-link">Link</label>
              <select id="click-link" name="link">
                ${links.map((link) => html`<option value="${link}">${link}</option>`)}
              </select>
              ${visitorField('click-visitor')}`,
            'Click',
          )
    }
    <p class="muted">Answers go to ${answerAddress(message)}.</p>
  `;
}
