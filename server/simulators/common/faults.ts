import { z } from 'zod';

const regexSource = z.string().refine(isRegexSource, 'is no valid regular expression');

/** What `POST /sim/faults` accepts. `times: -1` keeps the fault until `DELETE /sim/faults`. */
export const FaultOrder = z.strictObject({
  match: z.strictObject({
    method: z.string().optional(),
    /** A prefix of the URL (with query), or the source of a regular expression that is found in it. */
    path: regexSource,
    /** The source of a regular expression found in the body; bodies that are parsed are compared as JSON. */
    body: regexSource.optional(),
  }),
  times: z.int().min(-1).default(1),
  /** `after` lets the call take effect and then spoils the answer. */
  effect: z.enum(['before', 'after']).default('before'),
  action: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('status'),
      status: z.int().min(200).max(599),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.unknown().optional(),
    }),
    z.strictObject({ kind: z.literal('delay'), ms: z.int().min(0).max(120_000) }),
    z.strictObject({ kind: z.literal('cut') }),
  ]),
});
export type FaultOrder = z.input<typeof FaultOrder>;
export type FaultAction = z.infer<typeof FaultOrder>['action'];

/** A fault as it waits for its next victim. */
export type Fault = z.infer<typeof FaultOrder> & { id: string };

export interface FaultSubject {
  method: string;
  url: string;
  body: unknown;
}

export interface FaultBook {
  /** Adds a fault and returns its id. Throws a ZodError when the order makes no sense. */
  add(order: FaultOrder): string;
  /** The first waiting fault that matches, counted down; undefined when none does. */
  take(subject: FaultSubject): Fault | undefined;
  list(): Fault[];
  clear(): void;
}

export function createFaultBook(): FaultBook {
  let faults: Fault[] = [];
  let count = 0;
  return {
    add(order) {
      count += 1;
      const fault = { id: `fault-${count}`, ...FaultOrder.parse(order) };
      faults.push(fault);
      return fault.id;
    },
    take(subject) {
      const fault = faults.find((candidate) => candidate.times !== 0 && matches(candidate.match, subject));
      if (fault && fault.times > 0) fault.times -= 1;
      faults = faults.filter((candidate) => candidate.times !== 0);
      return fault;
    },
    list: () => [...faults],
    clear() {
      faults = [];
    },
  };
}

function matches(match: Fault['match'], subject: FaultSubject): boolean {
  if (match.method && match.method.toUpperCase() !== subject.method.toUpperCase()) return false;
  if (!subject.url.startsWith(match.path) && !new RegExp(match.path).test(subject.url)) return false;
  return match.body === undefined || new RegExp(match.body).test(bodyText(subject.body));
}

function bodyText(body: unknown): string {
  if (typeof body === 'string') return body;
  if (Buffer.isBuffer(body)) return body.toString('utf8');
  return body === undefined ? '' : JSON.stringify(body);
}

function isRegexSource(source: string): boolean {
  try {
    return Boolean(new RegExp(source));
  } catch {
    return false;
  }
}
