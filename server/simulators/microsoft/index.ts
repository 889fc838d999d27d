import { randomUUID } from 'node:crypto';
import { createPostOffice, type Mail, type Neighbours, type SmtpAddress } from '../mail/index.ts';
import { createSimulator, type Simulator } from '../common/index.ts';
import { EntraError } from './aadsts.ts';
import { createDueQueue } from './due-queue.ts';
import type { MicrosoftState } from './entities.ts';
import { GraphError } from './graph-error.ts';
import { createIdTokenIssuer } from './id-token.ts';
import { registerConcurrencyLimit, registerSizeLimit } from './limits.ts';
import { addMessage } from './mailbox.ts';
import { createPush } from './push.ts';
import { registerAdminConsent } from './routes/admin-consent.ts';
import { refusalPage } from './routes/authorize-pages.ts';
import { registerAuthorize } from './routes/authorize.ts';
import { registerMicrosoftControl } from './routes/control.ts';
import { registerAttachments } from './routes/attachments.ts';
import { registerDelta } from './routes/delta.ts';
import { registerGraphMessages } from './routes/messages.ts';
import { registerSending } from './routes/sending.ts';
import { registerSubscriptions } from './routes/subscriptions.ts';
import { registerToken } from './routes/token.ts';
import { completeState, seedMicrosoft } from './seed.ts';
import { createTransport } from './transport.ts';

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

  registerConcurrencyLimit(simulator);
  registerSizeLimit(simulator);
  const due = createDueQueue(simulator);
  const push = createPush(simulator, due);
  const deliverHere = (address: string, { raw }: Mail): boolean => {
    const mailbox = simulator.state.mailboxes[address];
    const oid = simulator.state.accounts.find((account) => account.address === address)?.oid;
    if (!mailbox || oid === undefined) return false;
    const { markRead, moveTo } = mailbox.rule;
    push.created(oid, addMessage(mailbox, { raw, folder: moveTo ?? 'inbox', isRead: markRead, at: clock.nowMs() }));
    return true;
  };

  registerAuthorize(simulator);
  registerAdminConsent(simulator);
  registerToken(simulator, await createIdTokenIssuer());
  registerGraphMessages(simulator);
  registerAttachments(simulator);
  registerDelta(simulator);
  registerSending(simulator, createTransport(simulator, due, createPostOffice({ deliverHere, neighbours, smtp })));
  registerSubscriptions(simulator, push);
  registerMicrosoftControl(simulator, deliverHere, push);
  completeState(simulator.state);
  for (const subscription of Object.values(simulator.state.subscriptions)) push.watchExpiry(subscription);
  return simulator.start();
}
