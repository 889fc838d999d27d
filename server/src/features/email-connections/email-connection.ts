import { missingScopes } from './mailbox-scopes.ts';
import type { Mailbox } from './repository.ts';
import type { EmailConnection } from './schemas.ts';

/** A mailbox as its owner may see it. */
export const toEmailConnection = (mailbox: Mailbox): EmailConnection => ({
  id: mailbox.id,
  provider: mailbox.provider,
  address: mailbox.address,
  state: mailbox.state,
  stateReason: mailbox.stateReason,
  missingScopes: missingScopes(mailbox.provider, mailbox.scopes),
  waitingEmails: mailbox.waitingEmails,
});
