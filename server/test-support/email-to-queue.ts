import { createHash, randomUUID } from 'node:crypto';
import type { EmailToQueue } from '../src/features/send-engine/index.ts';
import { DANA } from './selling-rig.ts';

export type ChangeOfEmail = Partial<Omit<EmailToQueue, 'draft'>> & { draft?: Partial<EmailToQueue['draft']> };

/** An email of a rep to Dana from her own page, one of many and due at once, unless `change` says otherwise. */
export function emailToQueue(userId: string, { draft, ...change }: ChangeOfEmail = {}): EmailToQueue {
  const words = { subject: 'Hello', bodyHtml: '<div dir="auto"><p>Hi</p></div>' };
  const written = { recordId: DANA, recordObject: 'Lead', personId: DANA, cc: [], bcc: [], identityId: null, ...words, ...draft };
  const hash = createHash('sha256').update(JSON.stringify(written)).digest();
  const idempotencyKey = randomUUID();
  return { userId, idempotencyKey, hash, draft: written, mayLook: true, origin: 'bulk', priority: 'bulk', dueAt: null, ...change };
}
