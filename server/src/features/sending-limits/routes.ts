import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { requireActivated, requireAdmin } from '../../platform/panel-caller.ts';
import type { ChangeLimits } from './change-limits.ts';
import { SendingForecast, SendingLimits, SendingLimitsPage } from './schemas.ts';

interface SendingLimitRoutes {
  changeLimits: ChangeLimits;
  forecastSending: (orgId: string, userId: string, more: number) => Promise<SendingForecast>;
}

const More = z.object({ more: z.coerce.number().int().min(0).max(10_000).default(0) });

export const sendingLimitRoutes: FastifyPluginAsyncZodOpenApi<SendingLimitRoutes> = async (app, { changeLimits, forecastSending }) => {
  const tags = ['Sending limits'];

  app.get(
    '/sending-limits',
    { schema: { summary: 'How much may leave', tags, response: { 200: SendingLimitsPage } } },
    async ({ caller }) => {
      requireAdmin(caller);
      return changeLimits.show(caller.orgId);
    },
  );

  app.put(
    '/sending-limits',
    { schema: { summary: 'Change how much may leave', tags, body: SendingLimits, response: { 200: SendingLimitsPage } } },
    async ({ caller, body }) => changeLimits.change(caller.orgId, requireAdmin(caller).id, body),
  );

  app.get(
    '/sending-forecast',
    {
      schema: {
        summary: 'When the last of what waits would leave, and of so many more',
        tags,
        querystring: More,
        response: { 200: SendingForecast },
      },
    },
    async ({ caller, query }) => forecastSending(caller.orgId, requireActivated(caller).id, query.more),
  );
};
