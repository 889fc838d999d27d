import { z } from 'zod';
import { Timestamp } from '../../platform/schemas.ts';

/** SU-3: what happens to an email to somebody whose wish nobody in the org can see. */
export const OptOutPolicy = z.object({ whenUnknown: z.enum(['refuse', 'allow']) }).meta({ id: 'OptOutPolicy' });
export type OptOutPolicy = z.infer<typeof OptOutPolicy>;

export const OptOutPolicyPage = OptOutPolicy.extend({
  updatedAt: Timestamp.nullable().meta({ description: 'null: the admin has not decided, and such emails are refused' }),
  updatedBy: z.string().nullable(),
}).meta({ id: 'OptOutPolicyPage' });
export type OptOutPolicyPage = z.infer<typeof OptOutPolicyPage>;

/** Why a person may get no email; the panel has a sentence for each. */
export const PersonRefusal = z
  .enum(['opted_out', 'address_opted_out', 'opt_out_unknown'])
  .meta({ id: 'PersonRefusal', description: 'address_opted_out: another record with the same address opted out' });
export type PersonRefusal = z.infer<typeof PersonRefusal>;

/** A recipient of an email who may not get it. */
export const RefusedRecipient = z
  .object({ field: z.enum(['to', 'cc', 'bcc']), address: z.string(), reason: z.enum(['recipient_opted_out', 'opt_out_unknown']) })
  .meta({ id: 'RefusedRecipient' });
export type RefusedRecipient = z.infer<typeof RefusedRecipient>;
