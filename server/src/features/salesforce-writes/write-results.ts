import { z } from 'zod';
import { WORDS } from './error-words/index.ts';

export const WriteState = z.enum(['pending', 'logged', 'failed', 'skipped']);
export type WriteState = z.infer<typeof WriteState>;
/** A record that is made, or a change of one that another write has made. */
export const WriteMode = z.enum(['create', 'update']);
export type WriteMode = z.infer<typeof WriteMode>;

/** What one try of one write came to. */
export interface WriteResult {
  id: string;
  state: WriteState;
  salesforceId?: string;
  /** SHA-256 of what was written, hexadecimal. */
  payloadSha256?: string;
  code?: string;
  /** A sentence for people. A skip without one is nothing to tell. */
  reason?: string;
  /** With `pending`: not before this. */
  nextTryAt?: Date;
}

/** Codes of ours for a write that is skipped: Salesforce has nothing to keep or to change. */
export const SKIP_CODES = ['TASK_DELETED', 'PERSON_DELETED', 'PARENT_NOT_LOGGED', 'NO_FIELD'] as const;
export type SkipCode = (typeof SKIP_CODES)[number];

/** A write that is not done. Without a reason it is nothing to tell. */
export function skipped(id: string, code: SkipCode, reason: string | null): WriteResult {
  return { id, state: 'skipped', code, ...(reason === null ? {} : { reason }) };
}

/** How a write ends whose Task somebody has deleted: gone is gone. */
export const TASK_DELETED = { code: 'TASK_DELETED', reason: WORDS.taskDeleted } as const;

export function taskDeleted(id: string): WriteResult {
  return skipped(id, TASK_DELETED.code, TASK_DELETED.reason);
}
