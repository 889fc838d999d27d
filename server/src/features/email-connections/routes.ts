import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { mintTicket } from '../../platform/one-time-tickets.ts';
import { requireActivated } from '../../platform/panel-caller.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { ConsentLink, type EmailConnection, EmailConnectionList, MailboxProviderName } from './schemas.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  publicUrl: string;
  listEmailConnections: (orgId: string, userId: string) => Promise<EmailConnection[]>;
  disconnectMailbox: (orgId: string, userId: string, connectionId: string) => Promise<void>;
}

/** The link goes from the panel to a new window at once; whoever finds it later finds it dead. */
export const LINK_LIFETIME_MS = 60_000;

/** The rep's own mailboxes. Consent itself happens in a browser window, through the onboarding pages. */
export const emailConnectionRoutes: FastifyPluginAsyncZodOpenApi<Dependencies> = async (
  app,
  { pool, clock, publicUrl, listEmailConnections, disconnectMailbox },
) => {
  app.get(
    '/email-connections',
    { schema: { summary: 'Mailboxes of the caller', tags: ['Email connections'], response: { 200: EmailConnectionList } } },
    async ({ caller }) => ({ emailConnections: await listEmailConnections(caller.orgId, requireActivated(caller).id) }),
  );

  app.post(
    '/email-connections/:provider',
    {
      schema: {
        summary: 'Connect a mailbox: a link for a new window',
        tags: ['Email connections'],
        params: z.object({ provider: MailboxProviderName }),
        response: { 200: ConsentLink },
      },
    },
    async ({ caller, params }) => {
      const user = requireActivated(caller);
      const expiresAt = new Date(clock.now().getTime() + LINK_LIFETIME_MS);
      const ticket = await inOrg(pool, caller.orgId, (tx) =>
        mintTicket(tx, caller.orgId, { userId: user.id, purpose: 'connect_mailbox', expiresAt, data: { provider: params.provider } }),
      );
      return { url: `${publicUrl}/onboarding/connect?ticket=${ticket}` };
    },
  );

  app.delete(
    '/email-connections/:id',
    {
      config: { problems: ['not_found'] },
      schema: {
        summary: 'Disconnect a mailbox',
        tags: ['Email connections'],
        params: z.object({ id: z.uuid() }),
        response: { 204: z.null() },
      },
    },
    async ({ caller, params }, reply) => {
      await disconnectMailbox(caller.orgId, requireActivated(caller).id, params.id);
      return reply.code(204).send(null);
    },
  );
};
