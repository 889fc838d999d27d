import { keyOf } from './parse-fields.ts';
import type { ReadFieldValues } from './ports.ts';
import type { ReadValues } from './read-values.ts';

/** See `ReadFieldValues`. */
export function createReadFieldValues({ readValues }: { readValues: ReadValues }): ReadFieldValues {
  return async function readFieldValues(orgId, userId, of, names) {
    const values = await readValues(orgId, userId, { ...of, identityId: null }, new Set(names.map(keyOf)));
    return new Map(
      values.people.map(({ id }) => [
        id,
        new Map(
          names.map((name) => {
            const value = values.valueOf(id, keyOf(name));
            return [name, 'text' in value ? value.text : null];
          }),
        ),
      ]),
    );
  };
}
