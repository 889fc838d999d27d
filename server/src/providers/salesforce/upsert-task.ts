import { ProviderError } from '../../platform/provider-error.ts';
import type { Api } from './connection.ts';
import { EXTERNAL_ID_FIELD } from './describe-task.ts';
import { toLongId } from './ids.ts';

/** Goes into the path unescaped, so nothing else may be in it. */
const SAFE_EXTERNAL_ID = /^[A-Za-z0-9_-]{1,255}$/;

export type TaskFields = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Writes one Task under our own key. Repeating the call with the same key changes the same Task, so every failure of
 * kind `transient` may be repeated. Throws a TypeError for a key with other characters than letters, digits, _ and -.
 */
export async function upsertTask(
  api: Api,
  externalId: string,
  fields: TaskFields,
  externalIdField: string = EXTERNAL_ID_FIELD,
): Promise<{ id: string; created: boolean }> {
  if (!SAFE_EXTERNAL_ID.test(externalId)) throw new TypeError('An external id may hold letters, digits, _ and - only.');
  try {
    const result = await api.call((connection) => connection.upsert('Task', { ...fields, [externalIdField]: externalId }, externalIdField));
    if (!result.success || !result.id)
      throw new ProviderError('invalid', result.errors[0]?.message ?? 'Salesforce did not say which Task it wrote.', {
        provider: 'salesforce',
        vendorCode: result.errors[0]?.errorCode,
      });
    return { id: toLongId(result.id), created: result.created };
  } catch (error) {
    const id = existingTask(error);
    if (id) return { id, created: false };
    throw error;
  }
}

/** Of two writers with one key the slower is told whose Task exists already: that is the one we wanted. */
function existingTask(error: unknown): string | null {
  if (!(error instanceof ProviderError) || error.vendorCode !== 'DUPLICATE_VALUE') return null;
  const id = /record with id:\s*(00T[a-zA-Z0-9]{12,15})/.exec(error.message)?.[1];
  return id ? toLongId(id) : null;
}
