import { z } from 'zod';
import { Timestamp } from '../../platform/schemas.ts';

/** What somebody sees of an email of a colleague. */
export const COLLEAGUES_SEE = ['everything', 'subject_and_state', 'nothing'] as const;
export type ColleaguesSee = (typeof COLLEAGUES_SEE)[number];

export const EmailVisibility = z.object({ colleaguesSee: z.enum(COLLEAGUES_SEE) }).meta({ id: 'EmailVisibility' });
export type EmailVisibility = z.infer<typeof EmailVisibility>;

export const EmailVisibilityPage = EmailVisibility.extend({
  updatedAt: Timestamp.nullable().meta({ description: 'null: nobody has changed it, and colleagues see everything that the record shows' }),
  updatedBy: z.string().nullable(),
}).meta({ id: 'EmailVisibilityPage' });
export type EmailVisibilityPage = z.infer<typeof EmailVisibilityPage>;
