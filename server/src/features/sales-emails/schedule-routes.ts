import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { requireActivated } from '../../platform/panel-caller.ts';
import type { ActOnSalesEmail } from './cancel-sales-email.ts';
import type { ChangeSchedule } from './change-schedule.ts';
import type { CheckSchedule } from './schedule.ts';
import { CheckedSchedule, SalesEmailRow, Schedule } from './schemas.ts';

const tags = ['Sales emails'];

interface ScheduleRouteOptions {
  checkSchedule: CheckSchedule;
  changeSchedule: ChangeSchedule;
  sendNow: ActOnSalesEmail;
}

const Id = z.object({ id: z.uuid() });

/** SC-1: what is scheduled for later. It is cancelled as whatever waits is. */
export const scheduleRoutes: FastifyPluginAsyncZodOpenApi<ScheduleRouteOptions> = async (app, use) => {
  app.post(
    '/schedules/check',
    { schema: { summary: 'What a time to leave comes to', tags, body: Schedule, response: { 200: CheckedSchedule } } },
    async ({ caller, body }) => {
      requireActivated(caller);
      return use.checkSchedule(body);
    },
  );

  app.put(
    '/sales-emails/:id/schedule',
    {
      config: { problems: ['not_found', 'already_left'] },
      schema: { summary: 'Another time for a scheduled email', tags, params: Id, body: Schedule, response: { 200: SalesEmailRow } },
    },
    async ({ caller, params, body }) => use.changeSchedule(caller.orgId, requireActivated(caller).id, params.id, body),
  );

  app.post(
    '/sales-emails/:id/send-now',
    {
      config: { problems: ['not_found', 'already_left'] },
      schema: { summary: 'Send a scheduled email at once', tags, params: Id, response: { 200: SalesEmailRow } },
    },
    async ({ caller, params }) => use.sendNow(caller.orgId, requireActivated(caller).id, params.id),
  );
};
