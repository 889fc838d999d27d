import { createSimulator, type Simulator } from '../common/index.ts';
import type { ProspectState } from './entities.ts';
import {
  createPostOffice,
  headersOf,
  registerInbound,
  type Mail,
  type MailHost,
  type Neighbours,
  type Undelivered,
} from '../mail/index.ts';
import { registerActions } from './routes/actions.ts';
import { registerPages } from './routes/pages.ts';
import { startSmtp } from './smtp.ts';
import { mailboxes, messagesOf, rawOf, receive, seedProspect } from './store.ts';

export interface ProspectOptions {
  /** Of the pages; 0, the default, takes a free port. */
  port?: number | undefined;
  host?: string | undefined;
  stateFile?: string | undefined;
  /** 0, the default, takes a free port. */
  smtpPort?: number | undefined;
  /** Where answers go. Read at each delivery, so a neighbour that starts later can be added to the object. */
  neighbours?: Neighbours | undefined;
}

export type ProspectSimulator = Simulator<ProspectState> & { readonly smtpPort: number };

/** The other side of every mail: an SMTP server that takes everything, and a mailbox page for each address. */
export async function startProspect(options: ProspectOptions = {}): Promise<ProspectSimulator> {
  const { port, host, stateFile, smtpPort = 0, neighbours = {} } = options;
  const simulator = createSimulator<ProspectState>({ name: 'prospect', seed: seedProspect, port, host, stateFile });
  const { app, clock } = simulator;
  const keep = (address: string, mail: Mail) => receive(simulator.state, address.toLowerCase(), mail, clock.now());

  const offerToNeighbours = createPostOffice({ deliverHere: () => false, neighbours });
  const deliver = async (mail: Mail): Promise<Undelivered[]> => {
    for (const { address } of await offerToNeighbours(mail)) keep(address, mail);
    return [];
  };

  registerPages(simulator);
  registerActions(simulator, { deliver, hostOf: (address) => hostOf(neighbours, address) });
  registerInbound(app, (address, mail) => {
    keep(address, mail);
    return true;
  });

  app.get('/sim/mailboxes', async () => ({ mailboxes: mailboxes(simulator.state) }));
  app.get<{ Params: { address: string } }>('/sim/mailboxes/:address/messages', async ({ params }) => ({
    messages: messagesOf(simulator.state, params.address).map((message) => ({ ...message, headers: headersOf(rawOf(message)) })),
  }));

  // Mail by SMTP takes the same way in as mail over HTTP: the state is kept and faults apply alike.
  const smtp = await startSmtp(smtpPort, async ({ from, to, raw }) => {
    const answer = await app.inject({ method: 'POST', url: '/sim/inbound', payload: { from, to, raw: raw.toString('base64') } });
    if (answer.statusCode !== 200) throw new Error(`The message was refused with ${answer.statusCode}.`);
  });
  app.addHook('onClose', () => smtp.close());
  await simulator.start();
  return Object.assign(simulator, { smtpPort: smtp.port });
}

/** Asks each neighbour; an address that nobody has counts as Google's. */
async function hostOf({ google, microsoft }: Neighbours, address: string): Promise<MailHost> {
  const hasIt = async (url: string | undefined) =>
    url !== undefined && (await fetch(`${url}/sim/mailboxes/${encodeURIComponent(address)}/messages`)).ok;
  return !(await hasIt(google)) && (await hasIt(microsoft)) ? 'microsoft' : 'google';
}
