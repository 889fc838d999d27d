import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SimUser } from '../entities.ts';
import { identityUrl, userOfAccessToken } from '../grants.ts';
import { fullName, type Store } from '../store.ts';

/** The identity URL and OpenID userinfo. Both answer 403 with Salesforce's plain words for a bad token. */
export function registerIdentity(app: FastifyInstance, store: Store): void {
  app.get<{ Params: { orgId: string; userId: string } }>('/id/:orgId/:userId', async (request, reply) => {
    const user = bearer(store, request, reply);
    if (!user) return reply;
    if (user.orgId !== request.params.orgId) return reply.code(403).type('text/plain').send('Wrong_Org');
    const asked = store.findUser(request.params.userId);
    if (asked?.orgId !== user.orgId) return reply.code(404).type('text/plain').send('Bad_Id');
    return identity(store, user, asked);
  });

  app.get('/services/oauth2/userinfo', async (request, reply) => {
    const user = bearer(store, request, reply);
    if (!user) return reply;
    return {
      sub: identityUrl(store, user),
      user_id: user.id,
      organization_id: user.orgId,
      preferred_username: user.username,
      nickname: user.username.split('@')[0],
      name: fullName(user),
      email: user.email,
      email_verified: user.emailVerified,
      given_name: user.firstName,
      family_name: user.lastName,
      zoneinfo: user.timeZone,
      active: user.active,
      user_type: 'STANDARD',
      language: user.language,
      locale: user.locale,
    };
  });
}

function bearer(store: Store, request: FastifyRequest, reply: FastifyReply): SimUser | null {
  const query = request.query as { oauth_token?: string; access_token?: string };
  const header = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const token = header ?? query.oauth_token ?? query.access_token;
  const found = token ? userOfAccessToken(store, token) : null;
  if (!found)
    void reply
      .code(403)
      .type('text/plain')
      .send(token ? 'Bad_OAuth_Token' : 'Missing_OAuth_Token');
  return found?.user ?? null;
}

function identity(store: Store, caller: SimUser, user: SimUser) {
  const base = store.baseUrl;
  const soap = (kind: string) => `${base}/services/Soap/${kind}/{version}/${user.orgId}`;
  const rest = (path: string) => `${base}/services/data/v{version}/${path}`;
  return {
    id: identityUrl(store, user),
    asserted_user: caller.id === user.id,
    user_id: user.id,
    organization_id: user.orgId,
    username: user.username,
    nick_name: user.username.split('@')[0],
    display_name: fullName(user),
    email: user.email,
    email_verified: user.emailVerified,
    first_name: user.firstName,
    last_name: user.lastName,
    timezone: user.timeZone,
    photos: { picture: `${base}/profilephoto/005/F`, thumbnail: `${base}/profilephoto/005/T` },
    addr_street: null,
    addr_city: null,
    addr_state: null,
    addr_country: null,
    addr_zip: null,
    mobile_phone: null,
    mobile_phone_verified: false,
    is_lightning_login_user: false,
    status: { created_date: null, body: null },
    urls: {
      enterprise: soap('c'),
      metadata: soap('m'),
      partner: soap('u'),
      rest: rest(''),
      sobjects: rest('sobjects/'),
      search: rest('search/'),
      query: rest('query/'),
      recent: rest('recent/'),
      tooling_soap: soap('T'),
      tooling_rest: rest('tooling/'),
      profile: `${base}/${user.id}`,
      feeds: rest('chatter/feeds'),
      groups: rest('chatter/groups'),
      users: rest('chatter/users'),
      feed_items: rest('chatter/feed-items'),
      feed_elements: rest('chatter/feed-elements'),
      custom_domain: base,
    },
    active: user.active,
    user_type: 'STANDARD',
    language: user.language,
    locale: user.locale,
    utcOffset: 0,
    last_modified_date: '2026-01-05T09:00:00.000+0000',
    is_app_installed: store.orgOf(user).settings.appInstalled,
  };
}
