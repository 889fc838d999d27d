import type { Clock } from '../../platform/clock.ts';
import type { FieldDescription, SalesforceClient } from '../../providers/salesforce/index.ts';
import { keyOf } from './parse-fields.ts';

const REMEMBERED_MS = 10 * 60_000;
/** Each may have some hundred fields. */
const MOST_REMEMBERED = 200;

/** The fields of an object that one user may read, by the spellings of their names. */
export interface ObjectDescription {
  fields: readonly FieldDescription[];
  /** By the key of a name, with or without its `__c`; a standard field goes before a custom one. */
  byKey: ReadonlyMap<string, FieldDescription>;
}

export type DescribeObject = (objectName: string) => Promise<ObjectDescription>;

/**
 * Remembers for ten minutes what Salesforce shows a user of an object: the answer is large, and every email with a field of Salesforce
 * needs it. A query that meets a field which was hidden since leaves it out.
 */
export function createDescribeObjects({ clock }: { clock: Clock }) {
  const remembered = new Map<string, { until: number; description: Promise<ObjectDescription> }>();

  return function describeObjectsOf(orgId: string, userId: string, open: () => Promise<SalesforceClient>): DescribeObject {
    return function describeObject(objectName) {
      const place = [orgId, userId, objectName].join(' ');
      const known = remembered.get(place);
      if (known && known.until > clock.now().getTime()) return known.description;
      const description = open().then(async (salesforce) => toDescription(await salesforce.describeObject(objectName)));
      const entry = { until: clock.now().getTime() + REMEMBERED_MS, description };
      remembered.delete(place);
      remembered.set(place, entry);
      description.catch(() => {
        if (remembered.get(place) === entry) remembered.delete(place);
      });
      for (const oldest of remembered.keys()) {
        if (remembered.size <= MOST_REMEMBERED) break;
        remembered.delete(oldest);
      }
      return description;
    };
  };
}

function toDescription(fields: FieldDescription[]): ObjectDescription {
  const byKey = new Map<string, FieldDescription>();
  const add = (key: string, field: FieldDescription): void => {
    if (!byKey.has(key)) byKey.set(key, field);
  };
  const custom = fields.filter((field) => field.custom);
  for (const field of fields.filter((one) => !one.custom)) add(keyOf(field.name), field);
  for (const field of custom) add(keyOf(field.name.replace(/__c$/i, '')), field);
  for (const field of custom) add(keyOf(field.name), field);
  return { fields, byKey };
}
