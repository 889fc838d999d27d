import { z } from 'zod';
import { RecordId } from '../../platform/schemas.ts';
import { PersonRefusal } from '../suppression/schemas.ts';

export const PersonObject = z.enum(['Lead', 'Contact']);
export const RecordObject = z.enum(['Lead', 'Contact', 'Account', 'Opportunity']);
export type RecordObject = z.infer<typeof RecordObject>;

/** A Lead or Contact as the rep's own Salesforce rights show it, with what the org knows of the wish to get no email. */
export const Person = z
  .object({
    id: RecordId,
    objectName: PersonObject,
    name: z.string(),
    firstName: z.string().nullable(),
    email: z.string().nullable(),
    title: z.string().nullable(),
    company: z.string().nullable(),
    optedOut: z.boolean().nullable().meta({ description: 'As anybody in the org last saw it; null: nobody could see it' }),
    refusal: PersonRefusal.nullable().meta({ description: 'Why an email to this person is refused' }),
    role: z.string().nullable().meta({ description: 'Contact role on the Opportunity, when asked from one' }),
    isPrimary: z.boolean(),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

export const PersonList = z.object({ people: z.array(Person) }).meta({ id: 'PersonList' });
