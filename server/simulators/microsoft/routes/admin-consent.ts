import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { hiddenFields, html, type Simulator } from '../../common/index.ts';
import { EntraError } from '../aadsts.ts';
import type { Client, MicrosoftState } from '../entities.ts';
import { TENANT_ID } from '../seed.ts';
import { microsoftPage } from './authorize-pages.ts';
import { checkTenant, findClient, redirectTarget, refusalAnswer } from './authorize-request.ts';

const Parameters = z.object({
  client_id: z.string(),
  redirect_uri: z.string(),
  state: z.string().optional(),
  scope: z.string().optional(),
});
const Decision = z.object({ decision: z.string().default('') });

type TenantRequest = FastifyRequest<{ Params: { tenant: string } }>;

/** Permission for everybody of the organization, given by whoever says to be its administrator. */
export function registerAdminConsent(simulator: Simulator<MicrosoftState>): void {
  const { app } = simulator;

  for (const path of ['/:tenant/v2.0/adminconsent', '/:tenant/adminconsent']) {
    app.get(path, async (request: TenantRequest, reply) => {
      const { parameters, client } = read(request, request.query);
      const body = html`<p>${client.name} asks for permission for everybody in your organization. Accept only as an administrator.</p>
        <form method="post" action="/${request.params.tenant}/v2.0/adminconsent">
          ${hiddenFields(parameters)}
          <p class="actions">
            <button type="submit" name="decision" value="cancel">Cancel</button>
            <button class="primary" type="submit" name="decision" value="accept">Accept</button>
          </p>
        </form>`;
      return microsoftPage(reply, 'Permissions requested for your organization', body);
    });

    app.post(path, async (request: TenantRequest, reply) => {
      const { parameters, client } = read(request, request.body);
      const { redirect_uri, state, scope } = parameters;
      if (Decision.parse(request.body).decision !== 'accept') {
        return reply.redirect(redirectTarget(redirect_uri, state, refusalAnswer(new EntraError(65004))), 303);
      }
      simulator.state.adminConsents = [...new Set([...simulator.state.adminConsents, client.id])];
      const answer = { admin_consent: 'True', tenant: TENANT_ID, ...(scope ? { scope } : {}) };
      return reply.redirect(redirectTarget(redirect_uri, state, answer), 303);
    });
  }

  function read(request: TenantRequest, input: unknown): { parameters: z.infer<typeof Parameters>; client: Client } {
    checkTenant(request.params.tenant);
    const parsed = Parameters.safeParse(input);
    if (!parsed.success) throw new EntraError(900144, `(${String(parsed.error.issues[0]?.path[0])})`);
    return { parameters: parsed.data, client: findClient(simulator.state, parsed.data.client_id, parsed.data.redirect_uri) };
  }
}
