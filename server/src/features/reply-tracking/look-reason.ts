import { z } from 'zod';

/** Why somebody looks into a mailbox; what is found is counted under it. */
export const LookReason = z.enum(['push', 'poll', 'reconcile']);
export type LookReason = z.infer<typeof LookReason>;
