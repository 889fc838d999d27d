import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { enqueue } from '../../platform/jobs.ts';
import { languageOfLetter } from '../../platform/languages/index.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { recordSecurityEvent, type Actor } from '../../platform/security-events.ts';
import { listAdmins } from '../users/index.ts';
import { sentence } from './error-words/index.ts';
import { findOrg, lockOrg, type Org } from './repository.ts';
import { TELL_OF_TRUST_CHANGE } from './tell-of-trust-change.ts';
import type { TrustChangeKind, TrustChangeLetter } from './trust-change-letter.ts';

/** How long after a sign-in with Salesforce its person may change what the org is trusted by. */
export const PROOF_MINUTES = 10;

export interface TrustChanger {
  actor: Actor;
  /** When Salesforce last said, in a sign-in of this very browser, that the person is an administrator of the org; null: it did not. */
  administratorAt: Date | null;
}

export interface TrustTools {
  pool: Pool;
  clock: Clock;
}

interface TrustChange {
  kind: TrustChangeKind;
  about: string;
}

/**
 * Whether somebody may change what the org is trusted by: only right after a sign-in with Salesforce that said they are its administrator.
 */
export function isProven({ administratorAt }: Pick<TrustChanger, 'administratorAt'>, now: Date): boolean {
  return administratorAt !== null && now.getTime() - administratorAt.getTime() <= PROOF_MINUTES * 60_000;
}

/**
 * Runs one change of what the org is trusted by. `work` answers whether it changed anything; if so, the event and a letter to every admin
 * commit with it. A refusal is kept as an event too. Throws AppError 403 `administrator_proof_needed`, and what `work` throws.
 */
export async function changeTrust(
  { pool, clock }: TrustTools,
  orgId: string,
  by: TrustChanger,
  change: TrustChange,
  work: (tx: Tx, org: Org, now: Date) => Promise<boolean>,
): Promise<void> {
  const now = clock.now();
  try {
    await inOrg(pool, orgId, async (tx) => {
      if (!isProven(by, now)) throw proofNeeded();
      await lockOrg(tx, orgId);
      const org = await findOrg(tx, orgId);
      if (!org) throw new AppError('org_unknown');
      if (await work(tx, org, now)) await tellOf(tx, org, by.actor, change, now);
    });
  } catch (error) {
    if (error instanceof AppError && error.status !== 400) await keepRefusal({ pool }, orgId, by.actor, change, error.code, now);
    throw error;
  }
}

function proofNeeded() {
  return new AppError('administrator_proof_needed', {
    title: sentence('proofNeeded', { minutes: PROOF_MINUTES }),
  });
}

async function tellOf(tx: Tx, org: Org, by: Actor, change: TrustChange, now: Date): Promise<void> {
  const { orgId } = org;
  await recordSecurityEvent(tx, orgId, { ...change, outcome: 'done', by, at: now });
  // While the org is being registered its one admin is the one who does it, and nobody is let in by it yet
  if (org.registrationStep !== 'done') return;
  const admins = await listAdmins(tx, orgId);
  const askedBy = admins.find(({ id }) => id === by.userId)?.language ?? null;
  for (const { email, language } of admins) {
    const letter: TrustChangeLetter = {
      ...change,
      to: email,
      orgName: org.name,
      by: by.name,
      ipAddress: by.ipAddress,
      at: now.toISOString(),
      language: languageOfLetter({ recipient: language, askedBy }),
    };
    await enqueue(tx, TELL_OF_TRUST_CHANGE, letter);
  }
}

async function keepRefusal(
  { pool }: Pick<TrustTools, 'pool'>,
  orgId: string,
  by: Actor,
  change: TrustChange,
  code: string,
  at: Date,
): Promise<void> {
  await inOrg(pool, orgId, (tx) => recordSecurityEvent(tx, orgId, { ...change, outcome: 'refused', by, details: { code }, at }));
}
