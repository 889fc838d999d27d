import type { SObject } from './entities.ts';
import type { Store } from './store.ts';

/** Remembers the records of an org; the returned function puts them back as they were. */
export function savepoint(store: Store, orgId: string): () => void {
  const before: Record<string, Record<string, SObject>> = structuredClone(store.state.records[orgId] ?? {});
  return function rollBack() {
    store.state.records[orgId] = before;
  };
}
