import { z } from 'zod';
import { asEnglish } from '../../platform/english-sentences.ts';
import { Said } from '../../platform/said-answers.ts';
import { RecordId } from '../../platform/schemas.ts';
import { commonSentence } from '../../platform/error-words/index.ts';
import { WriteState } from '../salesforce-writes/index.ts';

/** What the window for a new task offers. */
export const TaskChoices = z
  .object({
    priorities: z
      .array(z.object({ value: z.string(), label: z.string(), isDefault: z.boolean() }))
      .meta({ description: 'Of the org, in its order; empty when the rep may not set the priority' }),
    assignees: z.array(z.object({ id: z.uuid(), name: z.string() })).meta({ description: 'The rep first, then the colleagues by name' }),
  })
  .meta({ id: 'TaskChoices' });
export type TaskChoices = z.infer<typeof TaskChoices>;

/** The lengths are those of Salesforce. */
export const NewTask = z
  .object({
    recordId: RecordId.meta({ description: 'The record whose page the rep acts from' }),
    personId: RecordId.nullable().default(null).meta({ description: 'One of the people of the account or opportunity' }),
    subject: z
      .string()
      .trim()
      .min(1, asEnglish(commonSentence('subjectNeeded')))
      .max(255),
    dueOn: z.iso.date().nullable().default(null),
    priority: z.string().min(1).max(255).nullable().default(null).meta({ description: "Null: the org's default" }),
    assigneeId: z.uuid().nullable().default(null).meta({ description: 'Null: the rep' }),
    details: z.string().max(32_000).default(''),
    replaces: z.uuid().nullable().default(null).meta({ description: 'A task that Salesforce refused, which this one takes the place of' }),
  })
  .meta({ id: 'NewTask' });
export type NewTask = z.infer<typeof NewTask>;

export const AcceptedTask = z.object({ id: z.uuid() }).meta({ id: 'AcceptedTask' });
export type AcceptedTask = z.infer<typeof AcceptedTask>;

/** What the rep wrote. */
const WrittenTask = z.object({
  personId: RecordId.nullable(),
  subject: z.string(),
  dueOn: z.string().nullable(),
  priority: z.string().nullable(),
  assigneeId: z.uuid().nullable().meta({ description: 'Null for somebody who is no active user any more' }),
  details: z.string().meta({ description: 'Empty once they are in Salesforce' }),
});

/** What has become of a task so far. */
export const TaskProgress = z
  .object({
    state: WriteState,
    taskId: z.string().nullable().meta({ description: 'The Task in Salesforce' }),
    reason: Said.nullable().meta({ description: 'Why it is not in Salesforce, a sentence for people' }),
    written: WrittenTask,
  })
  .meta({ id: 'TaskProgress' });
export type TaskProgress = z.infer<typeof TaskProgress>;
