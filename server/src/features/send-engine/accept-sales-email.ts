import { canonicalAddress } from '../../platform/canonical-address.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Pool } from '../../platform/postgres.ts';
import { PERSON_IS_FRESH_MS } from '../people/index.ts';

export type AcceptanceOutcome =
  | 'accepted'
  | 'accepted_before'
  | 'person_unknown'
  /** A known record of a recipient was looked at too long ago. */
  | 'look_first'
  | 'key_reused'
  | 'not_activated'
  | 'mailbox_missing'
  | 'mailbox_reconnect_required'
  | 'org_stopped'
  | 'identity_not_verified'
  | 'team_smtp_missing'
  | 'recipient_opted_out'
  | 'opt_out_unknown'
  | 'no_email_address';

export interface Acceptance {
  outcome: AcceptanceOutcome;
  id: string;
  personName: string;
  /** Addresses that may get nothing, in the form in which they are compared; null when it was not asked for them. */
  refused: (string | null)[] | null;
  /** Whether the person in To is among them. */
  refusesPerson: boolean | null;
  senderName: string | null;
  createdAt: Date;
  dueAt: Date;
}

/** What was written, and to whom. */
export interface WrittenEmail {
  recordId: string;
  recordObject: string;
  personId: string;
  cc: string[];
  bcc: string[];
  subject: string;
  bodyHtml: string;
  /** As whom; null: the default. */
  identityId: string | null;
}

export interface EmailToAccept {
  userId: string;
  idempotencyKey: string;
  /** SHA-256 of the draft, to tell a repetition from another email under the same key. */
  hash: Buffer;
  draft: WrittenEmail;
  /** False when the sender has just looked at all recipients: a further look would show no more. */
  mayLook: boolean;
}

interface Waiting {
  email: EmailToAccept;
  resolve: (acceptance: Acceptance) => void;
  reject: (error: unknown) => void;
}

const MOST_AT_ONCE = 25;

export type AcceptSalesEmail = (orgId: string, email: EmailToAccept) => Promise<Acceptance>;

/**
 * Writes emails that are to be sent, each with its history and its job, in the one transaction it arrives in. While a statement of an org
 * is under way, what arrives for that org waits and then goes together: nothing waits when there is nothing to wait for.
 */
export function createAcceptSalesEmail({ pool, clock }: { pool: Pool; clock: Clock }): AcceptSalesEmail {
  const waitingOf = new Map<string, Waiting[]>();

  const write = async (orgId: string, emails: EmailToAccept[]): Promise<Acceptance[]> => {
    const now = clock.now();
    // The function sets the org for row-level security itself: one round trip, where `inOrg` needs three
    const { rows } = await pool.query<Acceptance>({
      name: 'accept-sales-emails',
      text: `select outcome, id, person_name as "personName", refused, refuses_person as "refusesPerson", sender_name as "senderName", created_at as "createdAt", due_at as "dueAt"
               from accept_sales_emails($1, $2, $3, $4)`,
      values: [orgId, now, new Date(now.getTime() - PERSON_IS_FRESH_MS), JSON.stringify(emails.map(toRecord))],
    });
    return rows;
  };

  const writeOne = async (orgId: string, { email, resolve, reject }: Waiting): Promise<void> => {
    try {
      resolve((await write(orgId, [email]))[0] as Acceptance);
    } catch (error) {
      reject(error);
    }
  };

  const drain = async (orgId: string, queue: Waiting[]): Promise<void> => {
    while (queue.length > 0) {
      const batch = queue.splice(0, MOST_AT_ONCE);
      try {
        const acceptances = await write(
          orgId,
          batch.map(({ email }) => email),
        );
        batch.forEach(({ resolve }, index) => resolve(acceptances[index] as Acceptance));
      } catch {
        // One of them must not fail the others; a press of Send that another process has just taken is found the second time
        for (const waiting of batch) await writeOne(orgId, waiting);
      }
    }
    waitingOf.delete(orgId);
  };

  return function acceptSalesEmail(orgId, email) {
    return new Promise((resolve, reject) => {
      const queue = waitingOf.get(orgId);
      if (queue) {
        queue.push({ email, resolve, reject });
        return;
      }
      const started: Waiting[] = [{ email, resolve, reject }];
      waitingOf.set(orgId, started);
      void drain(orgId, started);
    });
  };
}

function toRecord({ userId, idempotencyKey, hash, draft, mayLook }: EmailToAccept): object {
  return {
    user_id: userId,
    key: idempotencyKey,
    hash: hash.toString('hex'),
    record_id: draft.recordId,
    record_object: draft.recordObject,
    person_id: draft.personId,
    cc: draft.cc,
    bcc: draft.bcc,
    subject: draft.subject,
    body: draft.bodyHtml,
    identity: draft.identityId,
    copies: [...draft.cc, ...draft.bcc].map(canonicalAddress),
    may_look: mayLook,
    // Drafts are normalised before they come here
    clean: true,
  };
}
