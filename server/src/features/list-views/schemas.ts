import { z } from 'zod';
import { RecordId } from '../../platform/schemas.ts';
import { Person, PersonObject } from '../people/schemas.ts';

export const ListViewQuery = z.object({ object: PersonObject });
export const ListViewParams = z.object({ id: RecordId });

/** The list views of Leads or Contacts that Salesforce shows to the rep. */
export const ListViews = z.object({ listViews: z.array(z.object({ id: z.string(), label: z.string() })) }).meta({ id: 'ListViews' });
export type ListViews = z.infer<typeof ListViews>;

/** Who stands first in a list view, as it sorts them. */
export const ListedPeople = z
  .object({
    people: z.array(Person).meta({ description: 'At most 200' }),
    hasMore: z.boolean().meta({ description: 'The list view has more than these' }),
  })
  .meta({ id: 'ListedPeople' });
export type ListedPeople = z.infer<typeof ListedPeople>;
