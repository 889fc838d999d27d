import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/postgres.ts';
import { lockKey, setKey } from './own-write-repository.ts';
import { queueWrite, type NewWrite } from './queue-write.ts';

/**
 * As `queueWrite`, for what a rep asks for by hand: the same press of the same rep adds one write, however often it arrives, and answers
 * its id. The record's external id is made of the press, so Salesforce has it once too. A press is the same when key and content are.
 */
export async function queueWriteOnce(tx: Tx, orgId: string, idempotencyKey: string, write: NewWrite): Promise<string> {
  const { happenedAt: _, ...content } = write;
  const press = JSON.stringify([idempotencyKey, content]);
  const key = `evt_${createHash('sha256').update(press).digest('hex').slice(0, 32)}`;
  const before = await lockKey(tx, orgId, key);
  if (before !== null) return before;
  const id = await queueWrite(tx, orgId, write);
  if (id === null) throw new Error('A write that no fact stands for was not added.');
  await setKey(tx, orgId, id, key);
  return id;
}
