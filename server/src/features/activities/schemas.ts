import { z } from 'zod';

const State = z.enum(['pending', 'logged', 'failed', 'skipped']);

/** What Salesforce knows about the send. */
export const SalesforceLog = z.object({
  state: State,
  taskId: z.string().nullable(),
  code: z.string().nullable(),
  reason: z.string().nullable(),
});

/** Something about an answer that is not in Salesforce, or not yet, and why. */
export const UntoldWrite = z
  .object({
    fact: z.enum(['send_sales_email', 'reply_to_sales_email', 'sales_email_bounced']),
    target: z.enum(['own_task', 'task_of_sending']).meta({ description: 'A Task of its own, or a change of the Task of the email' }),
    state: State,
    code: z.string().nullable(),
    reason: z.string().meta({ description: 'A sentence for people' }),
  })
  .meta({ id: 'UntoldWrite' });

export const RetriedWrites = z.object({ retried: z.int() }).meta({ id: 'RetriedWrites' });
