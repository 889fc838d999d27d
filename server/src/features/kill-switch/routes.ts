import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { requireAdmin } from '../../platform/panel-caller.ts';
import { actorOf } from '../../platform/security-events.ts';
import type { LiftKillSwitch, PressKillSwitch } from './press-kill-switch.ts';
import { KillSwitch, KillSwitchPress } from './schemas.ts';

interface Dependencies {
  showKillSwitch: (orgId: string) => Promise<KillSwitch>;
  pressKillSwitch: PressKillSwitch;
  liftKillSwitch: LiftKillSwitch;
}

/** An admin ends every grant of the org at once. */
export const killSwitchRoutes: FastifyPluginAsyncZodOpenApi<Dependencies> = async (app, use) => {
  const tags = ['Kill switch'];

  app.get(
    '/kill-switch',
    { schema: { summary: 'Is the org stopped, and what did the last press end', tags, response: { 200: KillSwitch } } },
    async ({ caller }) => {
      requireAdmin(caller);
      return use.showKillSwitch(caller.orgId);
    },
  );

  app.post(
    '/kill-switch',
    {
      config: { problems: ['not_found', 'name_differs'] },
      schema: {
        summary: 'Stop everything and end every grant',
        description: 'Needs the name of the org, typed by the admin. Within a minute every grant is revoked and destroyed; ask with GET.',
        tags,
        body: KillSwitchPress,
        response: { 200: KillSwitch },
      },
    },
    async (request) => {
      const { caller, body } = request;
      return use.pressKillSwitch(caller.orgId, requireAdmin(caller).id, body.orgName, actorOf(request));
    },
  );

  app.delete(
    '/kill-switch',
    { config: { problems: ['kill_switch_running'] }, schema: { summary: 'Let people connect again', tags, response: { 200: KillSwitch } } },
    async (request) => {
      requireAdmin(request.caller);
      return use.liftKillSwitch(request.caller.orgId, actorOf(request));
    },
  );
};
