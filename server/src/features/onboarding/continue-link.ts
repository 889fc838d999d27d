import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import type { Clock } from '../../platform/clock.ts';
import { mintTicket } from '../../platform/one-time-tickets.ts';
import { requireActivated } from '../../platform/panel-caller.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { ConsentLink } from '../email-connections/index.ts';

/** The link goes from the panel to a new window at once; whoever finds it later finds it dead. */
const LINK_LIFETIME_MS = 60_000;
/** It opens a page to read, and nothing is worth stealing: whoever follows it still signs in to Salesforce. */
const SIGN_IN_LINK_LIFETIME_MS = 15 * 60_000;

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
        description:
          'Works once, for a minute. It leads to the step that the rep has reached. ' +
          'Who is invited gets a link that names nobody and leads to the sign-in.',
        tags: ['Onboarding'],
        response: { 200: ConsentLink },
      },
    },
    async ({ caller }) => {
      const { orgId } = caller;
      const isUnproven = !caller.user && caller.isInvited;
      const userId = isUnproven ? null : requireActivated(caller).id;
      const expiresAt = new Date(clock.now().getTime() + (isUnproven ? SIGN_IN_LINK_LIFETIME_MS : LINK_LIFETIME_MS));
      const purpose = isUnproven ? 'sign_in' : 'continue';
      const ticket = await inOrg(pool, orgId, (tx) => mintTicket(tx, orgId, { userId, purpose, expiresAt }));
      return { url: `${publicUrl}/onboarding/welcome?ticket=${ticket}` };
    },
  );
};
