import { createSimulator } from '../common/index.ts';
import { createCertificate } from './certificates.ts';
import { registerClassic } from './classic/routes.ts';
import type { OAuthClient, SigningCertificate, State } from './entities.ts';
import { OAuthError } from './errors.ts';
import { registerLightning } from './lightning/serve.ts';
import { registerApex } from './routes/apex.ts';
import { registerSalesforceControl } from './routes/control.ts';
import { registerIdentity } from './routes/identity.ts';
import { registerLogin } from './routes/login.ts';
import { registerAuthorize } from './routes/oauth-authorize.ts';
import { registerToken } from './routes/oauth-token.ts';
import { registerPage } from './routes/page.ts';
import { registerRest } from './routes/rest.ts';
import { SEED_ORGS, seedState } from './seed.ts';
import { Store } from './store.ts';

export interface SalesforceOptions {
  /** 0, the default, takes a free port. */
  port?: number | undefined;
  host?: string | undefined;
  /** Where the service listens: the audience of panel tokens and the base of the default redirect URI. */
  serviceUrl?: string | undefined;
  /** Redirect URIs besides the default one. */
  redirectUris?: string[] | undefined;
  /** Keeps orgs, records and grants over a restart. */
  stateFile?: string | undefined;
  /** Where builds of the Lightning pages are kept. */
  distDir?: string | undefined;
  /** The project whose components the Lightning pages show; ours by default. */
  forceApp?: string | undefined;
}

export interface SalesforceSimulator {
  url: string;
  port: number;
  store: Store;
  close(): Promise<void>;
}

/**
 * Starts a simulated Salesforce: OAuth, REST API, UI API, Apex, Lightning and Classic pages of two orgs. Its client is `msi-salesforce`.
 */
export async function startSalesforce(options: SalesforceOptions = {}): Promise<SalesforceSimulator> {
  const serviceUrl = options.serviceUrl ?? 'http://localhost:3000';
  const certificates: Record<string, SigningCertificate | undefined> = Object.fromEntries(
    await Promise.all(SEED_ORGS.map(async ({ id, name }) => [id, await createCertificate('SalesActions', name, new Date())] as const)),
  );
  const simulator = createSimulator<State>({
    name: 'salesforce',
    seed: () => seedState(certificates),
    port: options.port,
    host: options.host,
    stateFile: options.stateFile,
  });
  const client: OAuthClient = {
    id: 'msi-salesforce',
    secret: 'local-salesforce-secret',
    redirectUris: [`${serviceUrl}/oauth/salesforce/callback`, ...(options.redirectUris ?? [])],
  };
  // A reset must not replace the certificates that a kept state and its services already know.
  for (const { id } of SEED_ORGS) certificates[id] = simulator.state.orgs[id]?.certificates[0] ?? certificates[id];
  const store = new Store(simulator, [client], serviceUrl);
  const { app } = simulator;

  app.setErrorHandler(async (error: Error & { statusCode?: number }, _request, reply) => {
    if (error instanceof OAuthError) return reply.code(error.status).send({ error: error.error, error_description: error.message });
    const status = error.statusCode ?? 500;
    const errorCode = status === 400 ? 'JSON_PARSER_ERROR' : 'UNKNOWN_EXCEPTION';
    if (status >= 500) console.error(error);
    return reply.code(status).send([{ message: error.message, errorCode }]);
  });

  registerLogin(app, store);
  registerAuthorize(app, store);
  registerToken(app, store);
  registerIdentity(app, store);
  registerRest(app, store);
  registerPage(app, store);
  registerApex(app, store);
  registerSalesforceControl(app, store);
  const { distDir, forceApp } = options;
  registerLightning(app, { serviceUrl, ...(distDir && { distDir }), ...(forceApp && { forceApp }) });
  registerClassic(app, store, { ...(distDir && { distDir }), ...(forceApp && { forceApp }) });

  await simulator.start();
  return { url: simulator.url, port: simulator.port, store, close: () => simulator.close() };
}
