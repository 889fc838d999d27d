import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { requireActivated } from '../../platform/panel-caller.ts';
import { TEXT_BODY_LIMIT } from '../../platform/request-bodies.ts';
import { SALESFORCE_PROBLEMS } from '../people/index.ts';
import type { AddTask } from './add-task.ts';
import type { DismissTask } from './dismiss-task.ts';
import { AcceptedTask, NewTask, TaskChoices, TaskProgress } from './schemas.ts';
import type { ShowNewTask } from './show-new-task.ts';
import type { ShowTask } from './show-task.ts';

const tags = ['Tasks'];

interface TaskRouteOptions {
  showNewTask: ShowNewTask;
  addTask: AddTask;
  showTask: ShowTask;
  dismissTask: DismissTask;
}

const TaskId = z.object({ id: z.uuid() });
const PressHeaders = z.object({ 'idempotency-key': z.uuid('Idempotency-Key must be a UUID.') });

/** Add Task: what its window offers, the press, what has become of it, and dismissing what Salesforce refused. */
export const taskRoutes: FastifyPluginAsyncZodOpenApi<TaskRouteOptions> = async (app, use) => {
  app.get(
    '/tasks/new',
    {
      config: { problems: [...SALESFORCE_PROBLEMS] },
      schema: { summary: 'What the window for a new task offers', tags, response: { 200: TaskChoices } },
    },
    async ({ caller }) => use.showNewTask(caller.orgId, requireActivated(caller).id),
  );

  app.post(
    '/tasks',
    {
      bodyLimit: TEXT_BODY_LIMIT,
      config: { problems: [...SALESFORCE_PROBLEMS] },
      schema: { summary: 'Add a task to Salesforce', tags, headers: PressHeaders, body: NewTask, response: { 202: AcceptedTask } },
    },
    async ({ caller, headers, body }, reply) =>
      reply.code(202).send(await use.addTask(caller.orgId, requireActivated(caller).id, headers['idempotency-key'].toLowerCase(), body)),
  );

  app.get(
    '/tasks/:id',
    {
      config: { problems: ['not_found'] },
      schema: { summary: 'What has become of a task', tags, params: TaskId, response: { 200: TaskProgress } },
    },
    async ({ caller, params }) => use.showTask(caller.orgId, requireActivated(caller).id, params.id),
  );

  app.delete(
    '/tasks/:id',
    {
      config: { problems: ['not_found'] },
      schema: { summary: 'Dismiss a task that Salesforce refused', tags, params: TaskId, response: { 204: z.null() } },
    },
    async ({ caller, params }, reply) => {
      await use.dismissTask(caller.orgId, requireActivated(caller).id, params.id);
      return reply.code(204).send(null);
    },
  );
};
