import { z } from 'zod';
import { CursorParameter } from '../../platform/cursors.ts';
import { SECURITY_EVENT_KINDS } from '../../platform/security-events.ts';
import { Timestamp } from '../../platform/schemas.ts';

const Kind = z.enum(SECURITY_EVENT_KINDS);
const Outcome = z.enum(['done', 'refused']);

/** One thing that happened to the org's security. */
export const SecurityEventRow = z
  .object({
    id: z.string(),
    happenedAt: Timestamp,
    kind: Kind,
    outcome: Outcome,
    person: z.string().nullable().meta({ description: 'Who did it, by name or address as it was then; null: nobody is known' }),
    salesforceUserId: z.string().nullable(),
    ipAddress: z.string().nullable().meta({ description: 'Where the request came from; null for what a job did' }),
    about: z.string().nullable().meta({ description: 'What it was done to: an address, a fingerprint, a client id' }),
    reason: z.string().nullable().meta({ description: 'The code of a refusal' }),
  })
  .meta({ id: 'SecurityEvent' });
export type SecurityEventRow = z.infer<typeof SecurityEventRow>;

/** Newest first. `cursor` asks for the next page and is null on the last. */
export const SecurityEventList = z
  .object({ events: z.array(SecurityEventRow), cursor: z.string().nullable() })
  .meta({ id: 'SecurityEventList' });
export type SecurityEventList = z.infer<typeof SecurityEventList>;

/** What to look for; all of it must fit. `to` is exclusive. `person` is part of a name, of an address or of what it was done to. */
export const SecurityEventFilter = z.object({
  kind: Kind.optional(),
  outcome: Outcome.optional(),
  from: Timestamp.optional(),
  to: Timestamp.optional(),
  person: z.string().trim().max(200).optional(),
});
export type SecurityEventFilter = z.infer<typeof SecurityEventFilter>;

export const SecurityEventQuery = SecurityEventFilter.extend({ cursor: CursorParameter });
