import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalAddress } from './canonical-address.ts';
import { asEnglish } from './english-sentences.ts';
import { commonSentence } from './error-words/index.ts';
import { AppError } from './errors.ts';
import { enqueue } from './jobs.ts';
import type { Tx } from './postgres.ts';
import type { ProviderError } from './provider-error.ts';

export type LetterKind = 'invitation' | 'identity';

export interface Letter {
  kind: LetterKind;
  to: string;
  /** The user who has it written. */
  askedBy: string;
  now: Date;
}

export interface LetterRefusal {
  limit: keyof typeof SENTENCES;
  retryAt: Date;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Enough for somebody who has lost the first letter and the second; too few to fill a stranger's inbox. */
const RECIPIENT_PER_DAY = 3;
const RECIPIENT_PER_MONTH = 10;
/** An admin invites a whole org of 100 seats in one day. A rep has two addresses and mistypes some. */
const ASKER_PER_DAY: Record<LetterKind, number> = { invitation: 100, identity: 10 };
/** Three times the seats of an org. */
const ORG_PER_DAY = 300;

const SENTENCES = {
  pause: commonSentence('letterPause'),
  recipient_day: commonSentence('letterRecipientDay', { count: RECIPIENT_PER_DAY }),
  recipient_month: commonSentence('letterRecipientMonth', { count: RECIPIENT_PER_MONTH }),
  asker_day: commonSentence('letterAskerDay'),
  org_day: commonSentence('letterOrgDay', { count: ORG_PER_DAY }),
};

/**
 * The one quota for everything that we write to addresses nobody has proven. Counts the letter, or says which of the org's rolling windows
 * is full and when all of them have room again. Letters of one org are counted one after another: ask before a user is locked.
 */
export async function countLetter(tx: Tx, orgId: string, { kind, to, askedBy, now }: Letter): Promise<LetterRefusal | null> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('letters ' || $1, 0))`, [orgId]);
  const recipient = hashOf(to);
  const full = async (limit: LetterRefusal['limit'], most: number, lengthMs: number, which: string, values: unknown[]) => {
    const { rows } = await tx.query<{ askedAt: Date }>(
      `select asked_at as "askedAt" from letters where org_id = $1 and asked_at > $2 ${which} order by asked_at desc offset $3 limit 1`,
      [orgId, new Date(now.getTime() - lengthMs), most - 1, ...values],
    );
    return rows[0] ? { limit, retryAt: new Date(rows[0].askedAt.getTime() + lengthMs) } : null;
  };
  const toRecipient: [string, unknown[]] = ['and recipient_hash = $4', [recipient]];
  const refusals = await Promise.all([
    full('pause', 1, MINUTE_MS, ...toRecipient),
    full('recipient_day', RECIPIENT_PER_DAY, DAY_MS, ...toRecipient),
    full('recipient_month', RECIPIENT_PER_MONTH, 30 * DAY_MS, ...toRecipient),
    full('asker_day', ASKER_PER_DAY[kind], DAY_MS, 'and kind = $4 and asked_by = $5', [kind, askedBy]),
    full('org_day', ORG_PER_DAY, DAY_MS, '', []),
  ]);
  const latest = refusals.filter((refusal) => refusal !== null).sort((one, other) => Number(other.retryAt) - Number(one.retryAt))[0];
  if (latest) return latest;
  await tx.query('insert into letters (org_id, kind, recipient_hash, asked_by, asked_at) values ($1, $2, $3, $4, $5)', [
    orgId,
    kind,
    recipient,
    askedBy,
    now,
  ]);
  return null;
}

/** As `countLetter`, for a single letter. AppError 429 `letter_quota_reached` with `retryAt`. */
export async function countLetterOrRefuse(tx: Tx, orgId: string, letter: Letter): Promise<void> {
  const refusal = await countLetter(tx, orgId, letter);
  if (refusal) throw new AppError('letter_quota_reached', { title: SENTENCES[refusal.limit], retryAt: refusal.retryAt.toISOString() });
}

/**
 * When a counted letter may leave, as far as the letters of all orgs to this address go; null: not within 30 days. The org is never told:
 * it would learn that others write to the address. Take the slots of several letters in the order of `bySlot`, so that two orgs cannot wait
 * for each other.
 */
export async function takeLetterSlot(tx: Tx, to: string, now: Date): Promise<Date | null> {
  const { rows } = await tx.query<{ leavesAt: Date | null }>('select take_letter_slot($1, $2, $3, $4) as "leavesAt"', [
    hashOf(to),
    now,
    RECIPIENT_PER_DAY,
    RECIPIENT_PER_MONTH,
  ]);
  return rows[0]?.leavesAt ?? null;
}

export function bySlot(one: { email: string }, other: { email: string }): number {
  return Buffer.compare(hashOf(one.email), hashOf(other.email));
}

/** Kept in English; whoever reads them gets them in their language. */
const ADDRESS_REFUSED = asEnglish(commonSentence('letterRefused'));
const SERVER_SILENT = asEnglish(commonSentence('letterServerSilent'));

/** What is noted of a letter that did not leave, and whether it is never tried again: the mail server refuses the address for good. */
export function letterProblem({ kind }: ProviderError): { words: string; isFinal: boolean } {
  return kind === 'invalid' ? { words: ADDRESS_REFUSED, isFinal: true } : { words: SERVER_SILENT, isFinal: false };
}

/** What the job of a letter is told: when it may leave (null: never), and whether it was shown as sent already. */
export const LetterSlot = z.object({ leavesAt: z.iso.datetime().nullish(), isShownAsSent: z.boolean().default(false) });

/**
 * For the job that writes a letter: true when the letter waits for its slot. The job comes back then; until then the letter is shown as
 * sent, because a letter that visibly waits would tell that others write to the address.
 */
export async function isHeldBack(tx: Tx, job: string, payload: z.infer<typeof LetterSlot>, now: Date): Promise<boolean> {
  const { leavesAt } = payload;
  if (leavesAt === undefined) return false;
  if (leavesAt === null) return true;
  const delayMs = Date.parse(leavesAt) - now.getTime();
  if (delayMs <= 0) return false;
  await enqueue(tx, job, { ...payload, isShownAsSent: true }, { delayMs });
  return true;
}

function hashOf(address: string): Buffer {
  return createHash('sha256').update(canonicalAddress(address)).digest();
}
