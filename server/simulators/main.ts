import path from 'node:path';
import { z } from 'zod';
import { startGoogle } from './google/index.ts';
import { startMicrosoft } from './microsoft/index.ts';
import { startProspect } from './prospect/index.ts';
import { startSalesforce } from './salesforce/index.ts';

function port(byDefault: number) {
  return z.coerce.number().int().min(0).max(65_535).default(byDefault);
}

const Environment = z.object({
  SALESFORCE_PORT: port(3001),
  GOOGLE_PORT: port(3002),
  MICROSOFT_PORT: port(3003),
  PROSPECT_PORT: port(3004),
  SMTP_PORT: port(2525),
  SERVICE_URL: z.url().default('http://localhost:3000'),
  /** A folder where every simulator keeps its state over a restart; without it they start from the seed. */
  STATE_DIR: z.string().optional(),
  /** The project whose components the Lightning pages show; ours by default. */
  FORCE_APP: z.string().optional(),
});

const environment = Environment.safeParse(process.env);
if (!environment.success) {
  console.error(`The simulators cannot start:\n${z.prettifyError(environment.error)}`);
  process.exit(1);
}
const { STATE_DIR, SERVICE_URL, FORCE_APP, ...ports } = environment.data;
function stateFile(name: string) {
  return STATE_DIR ? path.join(STATE_DIR, `${name}.json`) : undefined;
}
function callback(vendor: string) {
  return [`${SERVICE_URL}/oauth/${vendor}/callback`];
}

const gmailWebhook = `${SERVICE_URL}/webhooks/gmail`;
const neighbours: { google?: string; microsoft?: string } = {};
const prospect = await startProspect({
  port: ports.PROSPECT_PORT,
  smtpPort: ports.SMTP_PORT,
  neighbours,
  stateFile: stateFile('prospect'),
});
const smtp = { host: '127.0.0.1', port: prospect.smtpPort };
const [salesforce, google, microsoft] = await Promise.all([
  startSalesforce({ port: ports.SALESFORCE_PORT, serviceUrl: SERVICE_URL, stateFile: stateFile('salesforce'), forceApp: FORCE_APP }),
  startGoogle({
    port: ports.GOOGLE_PORT,
    smtp,
    neighbours,
    redirectUris: callback('google'),
    stateFile: stateFile('google'),
    push: { url: gmailWebhook, audience: gmailWebhook, serviceAccount: 'gmail-push@msi-local.iam.gserviceaccount.com' },
  }),
  startMicrosoft({
    port: ports.MICROSOFT_PORT,
    smtp,
    neighbours,
    redirectUris: [...callback('microsoft'), `${SERVICE_URL}/oauth/microsoft/admin-consent`],
    stateFile: stateFile('microsoft'),
  }),
]);
neighbours.google = google.url;
neighbours.microsoft = microsoft.url;

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await Promise.all([salesforce, google, microsoft, prospect].map((simulator) => simulator.close()));
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());

console.log(JSON.stringify({ ready: true }));
