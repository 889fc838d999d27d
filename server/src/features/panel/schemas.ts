import { z } from 'zod';
import type { Sentence } from '../../platform/languages/index.ts';
import { Said } from '../../platform/said-answers.ts';
import { EmailConnection } from '../email-connections/schemas.ts';
import { Person, RecordObject } from '../people/schemas.ts';
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

/** One entry of the panel's menu. */
export interface SalesAction {
  name: string;
  group: z.infer<typeof Group>;
  reach: z.infer<typeof Reach>;
  enabled: boolean;
  reason: ActionReason | null;
}

/** Something that the viewer did and Salesforce did not take. */
export interface RefusedAction {
  action: string;
  id: string;
  /** In the viewer's own words. */
  title: string;
  reason: Sentence;
}

const Group = z.enum(['email', 'campaigns', 'follow_up', 'watch']);
const Reach = z.enum(['single', 'group']).meta({ description: 'group: the rep chooses one or several of the related people first' });

/** One tab of the panel. */
export interface PanelTab {
  name: string;
  count: number | null;
  /** Of the first tab only; each tab has a route of its own beside. */
  content: unknown;
}

/** What is known of a tab before anybody looks: its name, and the shape of what it shows. */
interface TabShape {
  name: string;
  content: z.ZodType;
}

export type Panel = z.infer<ReturnType<typeof panelSchema>>;

/** What the panel shows first. Names and contents are those that features have registered, so the components compile against them. */
export function panelSchema(actionNames: readonly string[], tabs: readonly TabShape[]) {
  const SalesAction = z
    .object({ name: z.enum([...actionNames]), group: Group, reach: Reach, enabled: z.boolean(), reason: ActionReason.nullable() })
    .meta({ id: 'SalesAction' });
  const RefusedAction = z
    .object({ action: z.enum([...actionNames]), id: z.uuid(), title: z.string(), reason: Said })
    .meta({ id: 'RefusedAction' });
  const [first, ...others] = tabs.map(tabSchema);
  if (!first) throw new Error('The panel needs a tab.');
  const PanelTab = z.discriminatedUnion('name', [first, ...others]).meta({ id: 'PanelTab' });
  return z
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
      refused: z.array(RefusedAction).meta({ description: 'What the viewer did on this record and Salesforce did not take' }),
      tabs: z.array(PanelTab),
    })
    .meta({ id: 'Panel' });
}

function tabSchema({ name, content }: TabShape) {
  return z.object({
    name: z.literal(name),
    count: z.int().nullable().meta({ description: 'Null for a tab that says no number' }),
    content: content.nullable().meta({ description: 'Of the first tab; null for the others, which have a route of their own' }),
  });
}
