import type { Clock } from '../../platform/clock.ts';
import type { Pool } from '../../platform/postgres.ts';
import type { OpenSalesforce } from '../people/index.ts';
import { createDescribeObjects } from './describe-objects.ts';
import { createCheckFields, createFillEach, createFillFields } from './fill-fields.ts';
import { createListFields } from './list-fields.ts';
import type { CheckFields, FillEach, FillFields, ListFields, ReadFieldValues } from './ports.ts';
import { createReadFieldValues } from './read-field-values.ts';
import { createReadValues } from './read-values.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  openSalesforce: OpenSalesforce;
}

export interface DynamicFields {
  fillFields: FillFields;
  fillEach: FillEach;
  checkFields: CheckFields;
  listFields: ListFields;
  readFieldValues: ReadFieldValues;
}

/** To be made once in a process: what it remembers of an object, all of them share. */
export function createDynamicFields({ pool, clock, openSalesforce }: Dependencies): DynamicFields {
  const use = { pool, openSalesforce, describeObjectsOf: createDescribeObjects({ clock }) };
  const readValues = createReadValues(use);
  return {
    fillFields: createFillFields({ readValues }),
    fillEach: createFillEach({ readValues }),
    checkFields: createCheckFields({ readValues }),
    listFields: createListFields(use),
    readFieldValues: createReadFieldValues({ readValues }),
  };
}
