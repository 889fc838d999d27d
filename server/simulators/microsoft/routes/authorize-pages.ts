import type { FastifyReply } from 'fastify';
import { hiddenFields, html, sendPage, type Html } from '../../common/index.ts';
import type { EntraError } from '../aadsts.ts';
import type { Account } from '../entities.ts';
import { plainScope, SCOPE_WORDS } from '../scopes.ts';
import type { AuthorizeRequest } from './authorize-request.ts';

export function microsoftPage(reply: FastifyReply, title: string, body: Html, status = 200): FastifyReply {
  return sendPage(reply, { title, brand: 'Microsoft (simulated)', accent: '#0067b8', body, status });
}

export function refusalPage(reply: FastifyReply, error: EntraError): FastifyReply {
  return microsoftPage(
    reply,
    "Sorry, but we're having trouble signing you in",
    html`<p class="error" role="alert">${error.message}</p>`,
    error.status,
  );
}

export function emailPage(
  reply: FastifyReply,
  { tenant, parameters, client }: AuthorizeRequest,
  address: string,
  problem?: string,
): FastifyReply {
  const body = html`<p>to continue to ${client.name}</p>
    <form method="post" action="/${tenant}/login/email">
      ${hiddenFields(parameters)} ${problem ? html`<p class="error" role="alert">${problem}</p>` : null}
      <label for="email">Email</label>
      <input id="email" name="email" type="email" value="${address}" autocomplete="username" required />
      <p class="muted">Any address at acme.example or initech.example has an account here.</p>
      <p class="actions"><button class="primary" type="submit">Next</button></p>
    </form>`;
  return microsoftPage(reply, 'Sign in', body);
}

export function passwordPage(
  reply: FastifyReply,
  { tenant, parameters }: AuthorizeRequest,
  account: Account,
  problem?: string,
): FastifyReply {
  const body = html`<p>${account.address}</p>
    <form method="post" action="/${tenant}/login/password">
      ${hiddenFields({ ...parameters, email: account.address })} ${problem ? html`<p class="error" role="alert">${problem}</p>` : null}
      <label for="password">Password</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required />
      <p class="muted">Any password will do: this is a simulation.</p>
      <p class="actions"><button class="primary" type="submit">Sign in</button></p>
    </form>`;
  return microsoftPage(reply, 'Enter password', body);
}

export function consentPage(reply: FastifyReply, { tenant, parameters, client, scopes }: AuthorizeRequest, account: Account): FastifyReply {
  const words = scopes.flatMap((scope) => SCOPE_WORDS[plainScope(scope)] ?? []);
  const body = html`<p>${account.address}</p>
    <p>${client.name} would like to:</p>
    <ul class="scopes">
      ${words.map((text) => html`<li>${text}</li>`)}
    </ul>
    <form method="post" action="/${tenant}/login/consent">
      ${hiddenFields({ ...parameters, email: account.address })}
      <p class="actions">
        <button type="submit" name="decision" value="cancel">Cancel</button>
        <button class="primary" type="submit" name="decision" value="accept">Accept</button>
      </p>
    </form>`;
  return microsoftPage(reply, 'Permissions requested', body);
}

/** Shown where people may not consent by themselves; `returnUrl` leads back to the application empty-handed. */
export function approvalPage(reply: FastifyReply, { client }: AuthorizeRequest, account: Account, returnUrl: string): FastifyReply {
  const body = html`<p>${account.address}</p>
    <p>
      ${client.name} needs permission to access resources in your organization that only an admin can grant. Ask an admin to grant
      permission to this app before you can use it.
    </p>
    <p><a href="${returnUrl}">Return to the application without granting consent</a></p>`;
  return microsoftPage(reply, 'Need admin approval', body);
}
