import { z } from 'zod';
import { EmailConnection } from '../email-connections/schemas.ts';
import { Person, RecordObject } from '../people/schemas.ts';
import { SalesEmailList } from '../sales-emails/schemas.ts';
import { RecordId } from '../../platform/schemas.ts';

/** What stands between the rep and the first send, most basic first. */
export const Readiness = z
  .enum([
    'ready',
    'not_invited',
    'not_activated',
    'stopped',
    'api_disabled',
    'salesforce_disconnected',
    'mailbox_missing',
    'mailbox_reconnect_required',
  ])
  .meta({ id: 'Readiness' });
export type Readiness = z.infer<typeof Readiness>;

/** Why an action cannot be used now; the panel has one label per code. */
export const ActionReason = z
  .enum([
    'no_email_address',
    'opted_out',
    'address_opted_out',
    'opt_out_unknown',
    'mailbox_missing',
    'mailbox_reconnect_required',
    'no_people',
    'not_permitted',
  ])
  .meta({ id: 'ActionReason' });
export type ActionReason = z.infer<typeof ActionReason>;

export const SalesAction = z
  .object({
    name: z.enum(['send_sales_email']),
    group: z.enum(['email', 'campaigns', 'follow_up', 'watch']),
    reach: z.enum(['single', 'pick_one', 'group']).meta({ description: 'pick_one: the rep chooses one of the related people first' }),
    enabled: z.boolean(),
    reason: ActionReason.nullable(),
  })
  .meta({ id: 'SalesAction' });
export type SalesAction = z.infer<typeof SalesAction>;

export const Panel = z
  .object({
    record: z.object({ id: RecordId, objectName: RecordObject, name: z.string() }).nullable(),
    person: Person.nullable(),
    people: z.array(Person).meta({ description: 'Related people of an Account or Opportunity' }),
    readiness: Readiness,
    user: z
      .object({ name: z.string().nullable(), email: z.string(), role: z.enum(['rep', 'admin']), panelTourDone: z.boolean() })
      .nullable(),
    emailConnection: EmailConnection.nullable(),
    actions: z.array(SalesAction),
    salesEmails: SalesEmailList,
  })
  .meta({ id: 'Panel' });
export type Panel = z.infer<typeof Panel>;
