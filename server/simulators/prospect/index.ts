import { createSimulator, type Simulator } from '../common/index.ts';
import type { ProspectState } from './entities.ts';
import { createPostOffice, registerInbound, type Mail, type MailHost, type Neighbours, type Undelivered } from '../mail/index.ts';
import { registerActions } from './routes/actions.ts';
import { registerListing } from './routes/listing.ts';
import { registerPages } from './routes/pages.ts';
import { startSmtp } from './smtp.ts';
import { receive, seedProspect } from './store.ts';

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

  registerListing(simulator);

  // Over HTTP faults apply and the state is kept; where there is neither, thousands of messages go the short way.
  const smtp = await startSmtp(smtpPort, async (mail) => {
    const { from, to, raw } = mail;
    if (stateFile === undefined && simulator.faults.list().length === 0) {
      for (const address of new Set(to.map((recipient) => recipient.toLowerCase()))) keep(address, mail);
      return;
    }
    const answer = await app.inject({ method: 'POST', url: '/sim/inbound', payload: { from, to, raw: raw.toString('base64') } });
    if (answer.statusCode !== 200) throw new Error(`The message was refused with ${answer.statusCode}.`);
  });
  app.addHook('onClose', () => smtp.close());
  await simulator.start();
  return Object.assign(simulator, { smtpPort: smtp.port });
}

/** Asks each neighbour who has a mailbox there; an address that nobody has counts as Google's. */
async function hostOf({ google, microsoft }: Neighbours, address: string): Promise<MailHost> {
  const hasIt = async (url: string | undefined) => {
    if (url === undefined) return false;
    const { mailboxes } = (await (await fetch(`${url}/sim/mailboxes`)).json()) as { mailboxes: { address: string }[] };
    return mailboxes.some((mailbox) => mailbox.address === address.toLowerCase());
  };
  return !(await hasIt(google)) && (await hasIt(microsoft)) ? 'microsoft' : 'google';
}
