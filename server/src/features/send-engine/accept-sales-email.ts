import type { Clock } from '../../platform/clock.ts';
import type { Pool } from '../../platform/postgres.ts';
import { queueEmails, type Acceptance, type EmailToQueue } from './queue-emails.ts';

interface Waiting {
  email: EmailToQueue;
  resolve: (acceptance: Acceptance) => void;
  reject: (error: unknown) => void;
}

const MOST_AT_ONCE = 50;

export type AcceptSalesEmail = (orgId: string, email: EmailToQueue) => Promise<Acceptance>;

/**
 * Queues one email as `queueEmails` does, in a transaction of its own that it may share with others. While a statement of an org is under
 * way, what arrives for that org waits and then goes together: nothing waits when there is nothing to wait for.
 */
export function createAcceptSalesEmail({ pool, clock }: { pool: Pool; clock: Clock }): AcceptSalesEmail {
  const waitingOf = new Map<string, Waiting[]>();

  // The pool itself: one round trip, where `inOrg` needs two
  const queue = (orgId: string, waiting: readonly Waiting[]): Promise<Acceptance[]> =>
    queueEmails(
      pool,
      orgId,
      waiting.map(({ email }) => email),
      clock.now(),
    );

  const queueOne = async (orgId: string, one: Waiting): Promise<void> => {
    try {
      one.resolve((await queue(orgId, [one]))[0] as Acceptance);
    } catch (error) {
      one.reject(error);
    }
  };

  const drain = async (orgId: string, waiting: Waiting[]): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_AT_ONCE);
      try {
        const acceptances = await queue(orgId, batch);
        batch.forEach(({ resolve }, index) => resolve(acceptances[index] as Acceptance));
      } catch {
        // One of them must not fail the others
        for (const one of batch) await queueOne(orgId, one);
      }
    }
    waitingOf.delete(orgId);
  };

  return function acceptSalesEmail(orgId, email) {
    return new Promise((resolve, reject) => {
      const waiting = waitingOf.get(orgId);
      if (waiting) {
        waiting.push({ email, resolve, reject });
        return;
      }
      const started: Waiting[] = [{ email, resolve, reject }];
      waitingOf.set(orgId, started);
      void drain(orgId, started);
    });
  };
}
