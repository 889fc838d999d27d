import type { FastifyInstance } from 'fastify';
import { lightningUser } from '../lightning-session.ts';
import { signPanelToken } from '../panel-token.ts';
import type { Store } from '../store.ts';

const NO_ACCESS = 'You do not have access to MSI Actions. Ask your Salesforce administrator for the permission set MSI Actions User.';

/** The Apex methods that components call, `POST /sim/apex/<Class>/<method>`, with the platform's error shape. */
export function registerApex(app: FastifyInstance, store: Store): void {
  app.post('/sim/apex/PanelToken/issue', async (request, reply) => {
    const user = lightningUser(store, request, reply);
    if (!user.customPermissions.includes('Use_Sales_Actions')) return reply.code(500).send(auraHandled(NO_ACCESS));
    const org = store.orgOf(user);
    const { userGuideUrl } = org.settings;
    return {
      serverUrl: store.serviceUrl,
      token: await signPanelToken(store, org, user, request.host),
      userGuideUrl: userGuideUrl?.startsWith('https://') ? userGuideUrl : null,
    };
  });

  app.post<{ Params: { class: string; method: string } }>('/sim/apex/:class/:method', async ({ params }, reply) =>
    reply.code(404).send(auraHandled(`Unable to find action '${params.method}' on the controller of ${params.class}`)),
  );
}

function auraHandled(message: string) {
  return { message, exceptionType: 'System.AuraHandledException', isUserDefinedException: true, stackTrace: '' };
}
