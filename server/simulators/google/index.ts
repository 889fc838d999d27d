import { createPostOffice, type Mail, type Neighbours, type SmtpAddress } from '../mail/index.ts';
import { createSimulator, type Simulator } from '../common/index.ts';
import type { GoogleState } from './entities.ts';
import { GmailError } from './errors.ts';
import { createIdTokenIssuer } from './id-token.ts';
import { addMessage } from './mailbox.ts';
import { registerAuthorize } from './routes/authorize.ts';
import { registerGoogleControl } from './routes/control.ts';
import { registerMailboxMethods } from './routes/mailbox.ts';
import { registerMessages } from './routes/messages.ts';
import { registerToken } from './routes/token.ts';
import { seedGoogle } from './seed.ts';
import { createTransmit } from './transmit.ts';

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
}

/** Google's OAuth endpoints and the Gmail API at one local address, with mailboxes to look into. */
export async function startGoogle(options: GoogleOptions = {}): Promise<Simulator<GoogleState>> {
  const { port, host, stateFile, smtp, neighbours = {}, redirectUris } = options;
  const simulator = createSimulator<GoogleState>({ name: 'google', seed: () => seedGoogle({ redirectUris }), port, host, stateFile });
  const { app, clock } = simulator;

  for (const type of ['message/rfc822', /^multipart\/related/]) {
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  }
  app.setErrorHandler((error, _request, reply) =>
    error instanceof GmailError ? reply.code(error.code).send(error.body()) : reply.send(error),
  );

  const deliverHere = (address: string, { raw }: Mail): boolean => {
    const mailbox = simulator.state.mailboxes[address];
    if (mailbox) addMessage(simulator.state, mailbox, { raw, labelIds: ['UNREAD', 'INBOX'], at: clock.nowMs() });
    return mailbox !== undefined;
  };
  const transmit = createTransmit(simulator, createPostOffice({ deliverHere, neighbours, smtp }));

  registerAuthorize(simulator);
  registerToken(simulator, await createIdTokenIssuer());
  registerMessages(simulator, transmit);
  registerMailboxMethods(simulator);
  registerGoogleControl(simulator, deliverHere);
  return simulator.start();
}
