import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { mintTicket } from '../../platform/one-time-tickets.ts';
import { requireAdmin } from '../../platform/panel-caller.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { actorOf } from '../../platform/security-events.ts';
import type { AdminConsentSteps } from './admin-consent.ts';
import { changeMailboxPolicy, readMailboxPolicy } from './mailbox-policy.ts';
import type { OAuthClients } from './oauth-clients.ts';
import { LINK_LIFETIME_MS } from './routes.ts';
import {
  AdminConsent,
  ConsentLink,
  MailboxHealthList,
  MailboxPolicy,
  MailboxProviderName,
  OAuthClient,
  OAuthClientChange,
  OAuthClientList,
  type MailboxHealth,
} from './schemas.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  publicUrl: string;
  oauthClients: OAuthClients;
  adminConsent: Pick<AdminConsentSteps, 'show'>;
  listMailboxHealth: (orgId: string) => Promise<MailboxHealth[]>;
}

/** What an admin decides about all mailboxes of the org. */
export const adminRoutes: FastifyPluginAsyncZodOpenApi<Dependencies> = async (app, use) => {
  const { pool, clock, oauthClients } = use;
  const tags = ['Mailbox policy'];

  app.get(
    '/mailbox-policy',
    { schema: { summary: 'What the product may do in mailboxes', tags, response: { 200: MailboxPolicy } } },
    async ({ caller }) => {
      requireAdmin(caller);
      return inOrg(pool, caller.orgId, (tx) => readMailboxPolicy(tx, caller.orgId));
    },
  );

  app.put(
    '/mailbox-policy',
    {
      schema: {
        summary: 'Decide what the product may do in mailboxes',
        description: 'Less counts at once. More is asked of each rep with the next Reconnect.',
        tags,
        body: MailboxPolicy,
        response: { 200: MailboxPolicy },
      },
    },
    async (request) => {
      const { caller, body } = request;
      const change = { adminId: requireAdmin(caller).id, by: actorOf(request), now: clock.now() };
      await inOrg(pool, caller.orgId, (tx) => changeMailboxPolicy(tx, caller.orgId, body, change));
      return body;
    },
  );

  app.get(
    '/oauth-clients',
    { schema: { summary: 'With which OAuth clients mailboxes are connected', tags, response: { 200: OAuthClientList } } },
    async ({ caller }) => {
      requireAdmin(caller);
      return { oauthClients: await oauthClients.list(caller.orgId) };
    },
  );

  app.put(
    '/oauth-clients/:provider',
    {
      config: { problems: ['org_stopped'] },
      schema: {
        summary: 'Use an OAuth client of your own',
        description: 'Another client id makes mailboxes of the earlier client need a Reconnect; another secret alone does not.',
        tags,
        params: z.object({ provider: MailboxProviderName }),
        body: OAuthClientChange,
        response: { 200: OAuthClient },
      },
    },
    async (request) => {
      const { caller, params, body } = request;
      return oauthClients.change(caller.orgId, requireAdmin(caller).id, params.provider, body, actorOf(request));
    },
  );

  app.delete(
    '/oauth-clients/:provider',
    {
      config: { problems: ['not_found'] },
      schema: {
        summary: 'Go back to the OAuth client of the service',
        tags,
        params: z.object({ provider: MailboxProviderName }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      requireAdmin(request.caller);
      await oauthClients.remove(request.caller.orgId, request.params.provider, actorOf(request));
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/microsoft-admin-consent',
    { schema: { summary: 'Allow the app for your whole Microsoft tenant: a link for a new window', tags, response: { 200: ConsentLink } } },
    async ({ caller }) => {
      const admin = requireAdmin(caller);
      const expiresAt = new Date(clock.now().getTime() + LINK_LIFETIME_MS);
      const ticket = await inOrg(pool, caller.orgId, (tx) =>
        mintTicket(tx, caller.orgId, { userId: admin.id, purpose: 'microsoft_admin_consent', expiresAt }),
      );
      return { url: `${use.publicUrl}/onboarding/connect?ticket=${ticket}` };
    },
  );

  app.get(
    '/microsoft-admin-consent',
    { schema: { summary: 'What the Microsoft administrator last answered', tags, response: { 200: AdminConsent } } },
    async ({ caller }) => {
      requireAdmin(caller);
      return use.adminConsent.show(caller.orgId);
    },
  );

  app.get(
    '/mailboxes',
    { schema: { summary: 'Health of every mailbox of the org', tags, response: { 200: MailboxHealthList } } },
    async ({ caller }) => {
      requireAdmin(caller);
      return { mailboxes: await use.listMailboxHealth(caller.orgId) };
    },
  );
};
