import { createHash, randomUUID } from 'node:crypto';
import type { EmailToQueue } from '../src/features/send-engine/index.ts';
import { DANA } from './selling-rig.ts';

export type ChangeOfEmail = Partial<Omit<EmailToQueue, 'written'>> & { written?: Partial<EmailToQueue['written']> };

/** An email of a rep to Dana from her own page, one of many and due at once, unless `change` says otherwise. */
export function emailToQueue(userId: string, { written: changed, ...change }: ChangeOfEmail = {}): EmailToQueue {
  const words = { subject: 'Hello', bodyHtml: '<div dir="auto"><p>Hi</p></div>' };
  const written = { recordId: DANA, recordObject: 'Lead', personId: DANA, cc: [], bcc: [], identityId: null, ...words, ...changed };
  const hash = createHash('sha256').update(JSON.stringify(written)).digest();
  const idempotencyKey = randomUUID();
  return { userId, idempotencyKey, hash, written, mayLook: true, origin: 'bulk', priority: 'bulk', dueAt: null, ...change };
}
