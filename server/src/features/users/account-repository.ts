import { isUniqueViolation, type Tx } from '../../platform/postgres.ts';
import { accessEnded } from './access-ended.ts';
import { addressInUse } from './address-in-use.ts';

/** Where the rep is on the way in. */
export type OnboardingStep = 'activate' | 'welcome' | 'intro' | 'mailbox' | 'signature' | 'finish' | 'tour' | 'done';

interface ProvenPerson {
  salesforceUserId: string;
  /** The user's address in its canonical form where Salesforce has just verified it, else null. */
  provenAddress: string | null;
  name: string;
  timeZone: string | null;
  language: string | null;
  locale: string | null;
  now: Date;
}

/**
 * The account is active from now on; one that was active before only gets fresh facts. ON-4: AppError 409 `address_in_use` when the address
 * is active in another org, which ends the transaction. The database decides, also between two orgs at the same moment. `user_deactivated`
 * when access has ended since the user was looked up.
 */
export async function setActivated(tx: Tx, orgId: string, userId: string, person: ProvenPerson): Promise<void> {
  const { rowCount } = await tx
    .query(
      `update users set state = 'activated', salesforce_user_id = $3, name = $4, time_zone = $5, locale = $6, language = $9,
          activated_at = coalesce(activated_at, $7), proven_address = coalesce($8, proven_address),
          onboarding_step = case when onboarding_step = 'activate' then 'welcome' else onboarding_step end
        where org_id = $1 and id = $2 and state <> 'deactivated'`,
      [
        orgId,
        userId,
        person.salesforceUserId,
        person.name,
        person.timeZone,
        person.locale,
        person.now,
        person.provenAddress,
        person.language,
      ],
    )
    .catch((error: unknown) => {
      if (isUniqueViolation(error, 'one_instance_per_proven_address')) throw addressInUse('address_in_use', person.provenAddress ?? '');
      throw error;
    });
  if (rowCount !== 1) throw accessEnded();
}

/** Moves on from `from` only: a page that was open twice changes nothing the second time. */
export async function moveStep(tx: Tx, orgId: string, userId: string, from: OnboardingStep, to: OnboardingStep): Promise<void> {
  await tx.query('update users set onboarding_step = $4 where org_id = $1 and id = $2 and onboarding_step = $3', [orgId, userId, from, to]);
}

export async function setMailboxChoice(tx: Tx, orgId: string, userId: string, provider: 'google' | 'microsoft'): Promise<void> {
  await tx.query('update users set mailbox_choice = $3 where org_id = $1 and id = $2', [orgId, userId, provider]);
}

/** Cleaned before (`sanitizeSignature`). */
export async function setSignature(tx: Tx, orgId: string, userId: string, html: string): Promise<void> {
  await tx.query('update users set signature_html = $3 where org_id = $1 and id = $2', [orgId, userId, html]);
}

/** The panels of everybody in the org must ask Salesforce for a new session, or of all but one user. */
export async function endPanelSessions(tx: Tx, orgId: string, exceptUserId: string | null = null): Promise<void> {
  await tx.query('update users set session_version = session_version + 1 where org_id = $1 and id is distinct from $2', [
    orgId,
    exceptUserId,
  ]);
}
