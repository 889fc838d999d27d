import type { FastifyRequest } from 'fastify';
import { createPostOffice, type Mail, type Neighbours, type SmtpAddress } from '../mail/index.ts';
import { createSimulator, type Simulator } from '../common/index.ts';
import type { GoogleState, Mailbox } from './entities.ts';
import { GmailError } from './errors.ts';
import { createIdTokenIssuer } from './id-token.ts';
import { addMessage, labelsAtDelivery, type NewMessage } from './mailbox.ts';
import { createPusher, type PushTarget } from './pusher.ts';
import { registerAccountEvents } from './routes/account-events.ts';
import { registerAuthorize } from './routes/authorize.ts';
import { registerGoogleControl } from './routes/control.ts';
import { registerMailboxMethods } from './routes/mailbox.ts';
import { registerMessages } from './routes/messages.ts';
import { registerToken } from './routes/token.ts';
import { completeState, seedGoogle } from './seed.ts';
import { createTransmit } from './transmit.ts';

declare module 'fastify' {
  interface FastifyRequest {
    whenAnswered?: () => void;
  }
}

export interface GoogleOptions {
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
  /** Where changes in watched mailboxes are pushed to; the object is read at each push. Nothing is pushed without it. */
  push?: PushTarget | undefined;
}

/** Google's OAuth endpoints and the Gmail API at one local address, with mailboxes to look into. */
export async function startGoogle(options: GoogleOptions = {}): Promise<Simulator<GoogleState>> {
  const { port, host, stateFile, smtp, neighbours = {}, redirectUris, push } = options;
  const simulator = createSimulator<GoogleState>({ name: 'google', seed: () => seedGoogle({ redirectUris }), port, host, stateFile });
  const { app, clock } = simulator;
  completeState(simulator.state);

  for (const type of ['message/rfc822', /^multipart\/related/]) {
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  }
  app.setErrorHandler((error, _request, reply) =>
    error instanceof GmailError ? reply.code(error.code).send(error.body()) : reply.send(error),
  );
  app.addHook('onRequest', async (request: FastifyRequest, reply) => {
    reply.raw.once('close', () => request.whenAnswered?.());
  });

  const tokens = await createIdTokenIssuer();
  const pusher = createPusher(simulator, tokens, push);
  const keep = (address: string, mailbox: Mailbox, mail: NewMessage) => {
    const message = addMessage(simulator.state, mailbox, mail);
    pusher.notify(address, message.labelIds);
    return message;
  };
  const deliverHere = (address: string, { raw }: Mail): boolean => {
    const mailbox = simulator.state.mailboxes[address];
    if (mailbox) keep(address, mailbox, { raw, labelIds: labelsAtDelivery(mailbox.filter), at: clock.nowMs() });
    return mailbox !== undefined;
  };
  const transmit = createTransmit(simulator, { keep, deliver: createPostOffice({ deliverHere, neighbours, smtp }) });

  registerAuthorize(simulator);
  registerToken(simulator, tokens);
  registerMessages(simulator, transmit);
  registerMailboxMethods(simulator, pusher);
  registerGoogleControl(simulator, { deliverHere, pusher });
  registerAccountEvents(simulator, pusher);
  return simulator.start();
}
