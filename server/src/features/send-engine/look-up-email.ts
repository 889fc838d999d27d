import type { Clock } from '../../platform/clock.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { LookUpAnswer } from '../../providers/mailbox.ts';
import type { AttemptedEmail } from './attempts.ts';
import type { OpenMailbox } from './open-mailbox.ts';

/** Asks the vendor what became of the last attempt, once more with a new token when it calls the old one expired. */
export async function lookUpEmail(
  { openMailbox, clock }: { openMailbox: OpenMailbox; clock: Clock },
  orgId: string,
  { id, connectionId, messageId, providerDraftId: draftId, startedAt }: AttemptedEmail,
): Promise<LookUpAnswer> {
  const ask = async (renew: boolean): Promise<LookUpAnswer> => {
    const { provider, accessToken, scopes } = await openMailbox(orgId, connectionId, { renew });
    return provider.lookUp(accessToken, scopes, { messageId, reference: id, draftId, startedAt, now: clock.now() });
  };
  return ask(false).catch((error: unknown) =>
    error instanceof ProviderError && error.kind === 'auth_expired' ? ask(true) : Promise.reject(error as Error),
  );
}
