import { z } from 'zod';

/** RFC 9457 problem details with our stable `code`; `title` is a sentence for people. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    requestId: z.string().optional(),
    retryAt: z.iso.datetime().optional(),
    errors: z.array(z.object({ in: z.string(), pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** A Salesforce record id, 15 or 18 characters. */
export const RecordId = z.string().regex(/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/, 'A Salesforce record id has 15 or 18 letters and digits.');

export const Timestamp = z.iso.datetime().meta({ description: 'UTC, ISO 8601' });

/** One address as the rep typed or chose it. The part before the last @ at most 64 octets (RFC 5321 4.5.3.1). */
export const EmailAddress = z.email('This is not an email address.').max(254);
