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
    const hidden = hiddenField(error, fields);
    if (!hidden) throw error;
    return queryVisible<Row>(
      api,
      fields.filter((field) => field !== hidden),
      rest,
      options,
    );
  }
}

function hiddenField(error: unknown, fields: readonly string[]): string | undefined {
  if (!(error instanceof ProviderError) || error.vendorCode !== 'INVALID_FIELD') return undefined;
  const name = /No such column '([\w.]+)'/i.exec(error.message)?.[1]?.toLowerCase();
  if (!name) return undefined;
  return fields.find((field) => !NEEDED.test(field) && (field.toLowerCase() === name || field.toLowerCase().endsWith(`.${name}`)));
}
