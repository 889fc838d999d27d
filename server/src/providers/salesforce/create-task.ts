import { ProviderError } from '../../platform/provider-error.ts';
import type { Api } from './connection.ts';
import { toLongId } from './ids.ts';
import type { TaskFields } from './upsert-task.ts';

/**
 * Writes one Task in an org without our external id field. Salesforce cannot recognise a repetition, so after a
 * failure of kind `uncertain` look for the Task before trying again.
 */
export async function createTask(api: Api, fields: TaskFields): Promise<{ id: string }> {
  const result = await api.call((connection) => connection.create('Task', { ...fields }));
  if (result.success) return { id: toLongId(result.id) };
  throw new ProviderError('invalid', result.errors[0]?.message ?? 'Salesforce did not say which Task it wrote.', {
    provider: 'salesforce',
    vendorCode: result.errors[0]?.errorCode,
  });
}
