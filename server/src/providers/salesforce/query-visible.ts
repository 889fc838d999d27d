import { ProviderError } from '../../platform/provider-error.ts';
import type { Api } from './connection.ts';
import { query, type QueryOptions } from './query.ts';

/** Without these there is no person to show; everything else is left out where field-level security hides it. */
const NEEDED = /(^|\.)(Id|Name|IsDeleted)$/;

/**
 * Queries `fields`, leaving out one by one those that the user may not see: Salesforce refuses the whole query for a
 * single hidden field, and orgs do hide the opt-out field.
 */
export async function queryVisible<Row extends object>(
  api: Api,
  fields: readonly string[],
  rest: string,
  options?: QueryOptions,
): Promise<Row[]> {
  try {
    return await query<Row>(api, `SELECT ${fields.join(', ')} ${rest}`, options);
  } catch (error) {
    const hidden = hiddenFields(error, fields, /^FROM (\w+)/.exec(rest)?.[1] ?? '');
    if (hidden.length === 0) throw error;
    return queryVisible<Row>(
      api,
      fields.filter((field) => !hidden.includes(field)),
      rest,
      options,
    );
  }
}

/** What the refusal of a query is about: one field, or all that are reached by a reference. */
function hiddenFields(error: unknown, fields: readonly string[], from: string): string[] {
  if (!(error instanceof ProviderError) || error.vendorCode !== 'INVALID_FIELD') return [];
  const reference = /Didn't understand relationship '(\w+)'/i.exec(error.message)?.[1]?.toLowerCase();
  if (reference) return fields.filter((field) => field.toLowerCase().split('.').slice(0, -1).includes(reference));
  const [, name, object] = /No such column '([\w.]+)'(?: on (?:entity|sobject of type) '?(\w+))?/i.exec(error.message) ?? [];
  if (!name) return [];
  const named = fields.filter((field) => !NEEDED.test(field) && hasName(field, name));
  // Two objects may have a field of the same name
  const ofObject = named.find((field) => object !== undefined && objectMayBe(field, object, from));
  const hidden = ofObject ?? named[0];
  return hidden === undefined ? [] : [hidden];
}

function hasName(field: string, name: string): boolean {
  return field.toLowerCase() === name.toLowerCase() || field.toLowerCase().endsWith(`.${name.toLowerCase()}`);
}

/** A reference is mostly called as the object, but for those to users. */
function objectMayBe(field: string, object: string, from: string): boolean {
  const reference = field.split('.').at(-2);
  if (reference === undefined) return object.toLowerCase() === from.toLowerCase();
  return reference.toLowerCase() === object.toLowerCase() || (reference === 'Owner' && /^(?:User|Name|Group)$/i.test(object));
}
