import type { Criteria, Criterion } from './schemas.ts';
import { searchKey } from './search-key.ts';

/** What is known of a person, by the name of the field as a criterion has it. */
export type FieldValues = ReadonlyMap<string, string | null>;

/** TP-8: whether criteria are true of somebody. Without any they are true of nobody. A field without a value is empty. */
export function fits({ join, list }: Criteria, values: FieldValues): boolean {
  if (list.length === 0) return false;
  return join === 'all' ? list.every((criterion) => isTrue(criterion, values)) : list.some((criterion) => isTrue(criterion, values));
}

function isTrue({ field, condition, value }: Criterion, values: FieldValues): boolean {
  const has = searchKey(values.get(field) ?? '');
  const wanted = searchKey(value);
  switch (condition) {
    case 'equals':
      return has === wanted;
    case 'not_equals':
      return has !== wanted;
    case 'contains':
      return has.includes(wanted);
    case 'not_contains':
      return !has.includes(wanted);
  }
}
