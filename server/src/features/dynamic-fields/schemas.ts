import { z } from 'zod';
import { RecordId } from '../../platform/schemas.ts';

export const FieldGroup = z.enum(['person', 'sender', 'lead', 'contact', 'account', 'opportunity']);
export type FieldGroup = z.infer<typeof FieldGroup>;

/** What can be put into an email from a record. `{{name}}` is what stands in the words. */
export const DynamicFieldList = z
  .object({
    groups: z.array(
      z.object({
        group: FieldGroup,
        fields: z.array(
          z.object({
            name: z.string().meta({ description: 'As it is written between the braces' }),
            label: z
              .string()
              .nullable()
              .meta({ description: 'Salesforce’s own, in the user’s language there; null where the panel has it' }),
            custom: z.boolean(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'DynamicFieldList' });
export type DynamicFieldList = z.infer<typeof DynamicFieldList>;

/** Why a field is not filled in: it has no value, or there is none of that name, or it cannot stand where it stands. */
export const FieldProblem = z
  .object({
    field: z.string().meta({ description: 'As it was written first' }),
    reason: z.enum(['empty', 'unknown_field', 'unreadable', 'not_a_link', 'not_available']),
  })
  .meta({ id: 'FieldProblem' });
export type FieldProblem = z.infer<typeof FieldProblem>;

/** What fields come to for one person, without any value. */
export const CheckedPerson = z
  .object({
    personId: z.string(),
    personName: z.string(),
    unresolved: z.array(FieldProblem).meta({ description: 'What keeps the email from leaving' }),
    blank: z.array(z.string()).meta({ description: 'What leaves as nothing, or as “your company”' }),
  })
  .meta({ id: 'CheckedPerson' });
export type CheckedPerson = z.infer<typeof CheckedPerson>;

export const FieldCheck = z
  .object({
    people: z.array(CheckedPerson).meta({ description: 'In the order asked for; without those whom Salesforce does not show to the rep' }),
    prompts: z.array(z.string()).meta({ description: 'What the rep has yet to replace or remove' }),
  })
  .meta({ id: 'FieldCheck' });
export type FieldCheck = z.infer<typeof FieldCheck>;

export const MOST_PEOPLE = 200;

/** Words as compose has them now, and whom they go to. */
export const TextToCheck = z
  .object({
    recordId: RecordId.meta({ description: 'The record whose page the rep acts from' }),
    personIds: z.array(RecordId).min(1).max(MOST_PEOPLE),
    identityId: z.uuid().nullable().default(null).meta({ description: 'As whom it would leave; null: the default one' }),
    subject: z.string().max(998),
    bodyHtml: z.string().max(1_000_000),
  })
  .meta({ id: 'TextToCheck' });
export type TextToCheck = z.infer<typeof TextToCheck>;
