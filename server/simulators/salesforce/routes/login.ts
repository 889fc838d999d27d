import type { FastifyInstance } from 'fastify';
import { hiddenFields, html, sendPage } from '../../common/index.ts';
import { startSession } from '../lightning-session.ts';
import { fullName, type Store } from '../store.ts';

/** `GET /sim/login?as=<userId>&to=<path>` signs the browser in, which the login page does by POST. */
export function registerLogin(app: FastifyInstance, store: Store): void {
  app.get<{ Querystring: { as?: string; to?: string } }>('/sim/login', async ({ query }, reply) => {
    if (!query.as) return sendPage(reply, loginPage(store, localPath(query.to), null));
    const user = store.findUser(query.as);
    if (!user?.active)
      return sendPage(reply, { ...loginPage(store, localPath(query.to), 'There is no active user with this id.'), status: 400 });
    startSession(store, reply, user);
    return reply.redirect(localPath(query.to));
  });

  app.post<{ Body: { as?: string; to?: string } | undefined }>('/sim/login', async ({ body }, reply) => {
    const user = store.findUser(body?.as ?? '');
    if (!user?.active)
      return sendPage(reply, { ...loginPage(store, localPath(body?.to), 'There is no active user with this id.'), status: 400 });
    startSession(store, reply, user);
    return reply.redirect(localPath(body?.to), 303);
  });

  app.get<{ Querystring: { to?: string } }>('/sim/logout', async ({ query }, reply) =>
    reply.header('set-cookie', 'sid_sim=; Path=/; Max-Age=0').redirect(localPath(query.to)),
  );
}

/** The page that lists who can sign in; `hint` puts its user first. */
export function loginPage(
  store: Store,
  to: string,
  problem: string | null,
  options: { orgId?: string | undefined; hint?: string | undefined } = {},
) {
  const hint = options.hint?.toLowerCase();
  const isHinted = (user: { username: string; email: string }) => [user.username, user.email].some((name) => name.toLowerCase() === hint);
  const users = Object.values(store.state.users)
    .filter((user) => user.active && (!options.orgId || user.orgId === options.orgId))
    .sort((left, right) => Number(isHinted(right)) - Number(isHinted(left)));
  return {
    brand: 'Salesforce (simulated)',
    title: 'Log in',
    body: html`
      ${problem && html`<p class="error" role="alert">${problem}</p>`}
      <p>Choose who you are. No password is asked here.</p>
      <form method="post" action="/sim/login">
        ${hiddenFields({ to })}
        ${users.map(
          (user) =>
            html`<button class="row" name="as" value="${user.id}">
              <strong>${fullName(user)}</strong><br /><span class="muted">${user.username}, ${store.orgOf(user).name}</span>
            </button>`,
        )}
      </form>
    `,
  };
}

/** Only paths of this host: anything else would make the login an open redirect. */
function localPath(to: string | undefined): string {
  return to && /^\/(?![/\\])/.test(to) ? to : '/';
}
