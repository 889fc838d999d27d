import type { Api } from './connection.ts';
import { toLongId } from './ids.ts';
import type { TaskFields } from './upsert-task.ts';

/**
 * Changes a Task that is there, and never makes one: ProviderError `not_found` when it was deleted. Repeating it is harmless.
 */
export async function updateTask(api: Api, id: string, fields: TaskFields): Promise<void> {
  await api.call((connection) => connection.update('Task', { ...fields, Id: toLongId(id) }));
}
