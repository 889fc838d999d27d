import { z } from 'zod';

/** Why somebody looks into a mailbox; what is found is counted under it. */
export const Because = z.enum(['push', 'poll', 'reconcile']);
export type Because = z.infer<typeof Because>;
