import { randomUUID } from 'node:crypto';
import { createPostOffice, type Mail, type Neighbours, type SmtpAddress } from '../mail/index.ts';
import { createSimulator, type Simulator } from '../common/index.ts';
import { EntraError } from './aadsts.ts';
import type { MicrosoftState } from './entities.ts';
import { GraphError } from './graph-error.ts';
import { createIdTokenIssuer } from './id-token.ts';
import { addMessage } from './mailbox.ts';
import { registerAdminConsent } from './routes/admin-consent.ts';
import { refusalPage } from './routes/authorize-pages.ts';
import { registerAuthorize } from './routes/authorize.ts';
import { registerMicrosoftControl } from './routes/control.ts';
import { registerGraphMessages } from './routes/messages.ts';
import { registerToken } from './routes/token.ts';
import { seedMicrosoft } from './seed.ts';
import { createDepart } from './transport.ts';

export interface MicrosoftOptions {
  /** 0, the default, takes a free port. */
  port?: number | undefined;
  host?: string | undefined;
  stateFile?: string | undefined;
  /** Where mail for addresses outside the simulated hosts goes. */
  smtp?: SmtpAddress | undefined;
  /** Read at each delivery, so a neighbour that starts later can be added to the object. */
  neighbours?: Neighbours | undefined;
  /** Added to the redirect address of the local service. */
  redirectUris?: readonly string[] | undefined;
}

/** Microsoft's sign-in and Graph mail at one local address, with mailboxes to look into. */
export async function startMicrosoft(options: MicrosoftOptions = {}): Promise<Simulator<MicrosoftState>> {
  const { port, host, stateFile, smtp, neighbours = {}, redirectUris } = options;
  const simulator = createSimulator<MicrosoftState>({
    name: 'microsoft',
    seed: () => seedMicrosoft({ redirectUris }),
    port,
    host,
    stateFile,
  });
  const { app, clock } = simulator;

  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/v1.0/')) return;
    const clientRequestId = request.headers['client-request-id'];
    reply.header('request-id', randomUUID());
    if (typeof clientRequestId === 'string') reply.header('client-request-id', clientRequestId);
  });
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof EntraError) return refusalPage(reply, error);
    if (!(error instanceof GraphError)) return reply.send(error);
    const clientRequestId = request.headers['client-request-id'];
    return reply
      .code(error.status)
      .send(
        error.body(clock.now(), String(reply.getHeader('request-id')), typeof clientRequestId === 'string' ? clientRequestId : undefined),
      );
  });

  const deliverHere = (address: string, { raw }: Mail): boolean => {
    const mailbox = simulator.state.mailboxes[address];
    if (mailbox) addMessage(mailbox, { raw, folder: 'inbox', at: clock.nowMs() });
    return mailbox !== undefined;
  };

  registerAuthorize(simulator);
  registerAdminConsent(simulator);
  registerToken(simulator, await createIdTokenIssuer());
  registerGraphMessages(simulator, createDepart(simulator, createPostOffice({ deliverHere, neighbours, smtp })));
  registerMicrosoftControl(simulator, deliverHere);
  return simulator.start();
}
