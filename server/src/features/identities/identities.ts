import type { Clock } from '../../platform/clock.ts';
import type { Pool } from '../../platform/postgres.ts';
import type { EmailConnections } from '../email-connections/index.ts';
import { createAddIdentity } from './add-identity.ts';
import { createChangeIdentity, createRemoveIdentity } from './change-identity.ts';
import { createReadGmailAliases } from './gmail-aliases.ts';
import { createFindGmailSignature } from './find-gmail-signature.ts';
import { createImportSignature } from './import-signature.ts';
import { createListIdentities } from './list-identities.ts';
import { createResendVerification } from './request-verification.ts';

export interface IdentitiesOptions {
  pool: Pool;
  clock: Clock;
  emailConnections: Pick<EmailConnections, 'openMailbox' | 'findEmailConnection'>;
}

/** What a user does with own From addresses. */
export function createIdentities({ pool, clock, emailConnections }: IdentitiesOptions) {
  const use = { pool, clock, readGmailAliases: createReadGmailAliases(emailConnections) };
  return {
    list: createListIdentities({ pool, findEmailConnection: emailConnections.findEmailConnection }),
    add: createAddIdentity(use),
    change: createChangeIdentity(use),
    remove: createRemoveIdentity(use),
    resendVerification: createResendVerification(use),
    importSignature: createImportSignature({ pool, findGmailSignature: createFindGmailSignature({ pool, emailConnections }) }),
  };
}
export type Identities = ReturnType<typeof createIdentities>;
