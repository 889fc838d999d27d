import { z } from 'zod';
import { Said } from '../../platform/said-answers.ts';
import { FACT_KINDS } from '../facts/index.ts';
import { WriteMode, WriteState } from './write-results.ts';

/** What Salesforce knows of a fact. */
export const SalesforceLog = z.object({
  state: WriteState,
  taskId: z.string().nullable(),
  code: z.string().nullable(),
  reason: Said.nullable(),
});
export type SalesforceLog = z.infer<typeof SalesforceLog>;

/** Something that is not in Salesforce, or not yet, and why. */
export const UnloggedWrite = z
  .object({
    fact: z.enum(FACT_KINDS),
    mode: WriteMode.meta({ description: 'A record of its own, or a change of the Task of the email' }),
    state: WriteState,
    code: z.string().nullable(),
    reason: Said.meta({ description: 'A sentence for people' }),
  })
  .meta({ id: 'UnloggedWrite' });

export const RetriedWrites = z.object({ retried: z.int() }).meta({ id: 'RetriedWrites' });
