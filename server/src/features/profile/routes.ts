import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { requireActivated } from '../../platform/panel-caller.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { setChoices } from '../users/index.ts';
import { Profile, ProfileChange } from './schemas.ts';
import type { ShowProfile } from './show-profile.ts';

interface ProfileRoutes {
  pool: Pool;
  showProfile: ShowProfile;
  /** Asks Salesforce with the user's own connection; what it finds is kept with the connection. */
  checkApiAccess: (orgId: string, userId: string) => Promise<void>;
}

/** ON-6: the caller's own page. Nobody reads or changes that of somebody else. */
export const profileRoutes: FastifyPluginAsyncZodOpenApi<ProfileRoutes> = async (app, { pool, showProfile, checkApiAccess }) => {
  const tags = ['Profile'];

  app.get(
    '/profile',
    { config: { problems: ['not_found'] }, schema: { summary: "The caller's profile", tags, response: { 200: Profile } } },
    ({ caller }) => showProfile(caller.orgId, requireActivated(caller).id),
  );

  app.put(
    '/profile',
    {
      config: { problems: ['not_found'] },
      schema: { summary: 'Choose language, locale and time zone', tags, body: ProfileChange, response: { 200: Profile } },
    },
    async ({ caller, body }) => {
      const { id } = requireActivated(caller);
      await inOrg(pool, caller.orgId, (tx) => setChoices(tx, caller.orgId, id, body));
      return showProfile(caller.orgId, id);
    },
  );

  app.post(
    '/profile/api-access-check',
    {
      config: { problems: ['not_found'] },
      schema: { summary: 'Ask Salesforce whether the caller may use its API', tags, response: { 200: Profile } },
    },
    async ({ caller }) => {
      const { id } = requireActivated(caller);
      await checkApiAccess(caller.orgId, id);
      return showProfile(caller.orgId, id);
    },
  );
};
