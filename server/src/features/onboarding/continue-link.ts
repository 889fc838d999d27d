import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import type { Clock } from '../../platform/clock.ts';
import { mintTicket } from '../../platform/one-time-tickets.ts';
import { requireUser } from '../../platform/panel-caller.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { ConsentLink } from '../email-connections/index.ts';

/** The link goes from the panel to a new window at once; whoever finds it later finds it dead. */
const LINK_LIFETIME_MS = 60_000;

interface Dependencies {
  pool: Pool;
  clock: Clock;
  publicUrl: string;
}

export const continueLinkRoutes: FastifyPluginAsyncZodOpenApi<Dependencies> = async (app, { pool, clock, publicUrl }) => {
  app.post(
    '/onboarding/link',
    {
      schema: {
        summary: 'Where a rep who is not ready goes on: a link for a new window',
        description: 'Works once, for a minute. It leads to the step that the rep has reached.',
        tags: ['Onboarding'],
        response: { 200: ConsentLink },
      },
    },
    async ({ caller }) => {
      const userId = requireUser(caller).id;
      const expiresAt = new Date(clock.now().getTime() + LINK_LIFETIME_MS);
      const ticket = await inOrg(pool, caller.orgId, (tx) => mintTicket(tx, caller.orgId, { userId, purpose: 'continue', expiresAt }));
      return { url: `${publicUrl}/onboarding/welcome?ticket=${ticket}` };
    },
  );
};
