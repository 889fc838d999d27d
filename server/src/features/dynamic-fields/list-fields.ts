import { commonSentence } from '../../platform/error-words/index.ts';
import { AppError } from '../../platform/errors.ts';
import { objectOf, type RecordObjectName, type SalesforceClient } from '../../providers/salesforce/index.ts';
import { salesforceProblem } from '../people/index.ts';
import type { ObjectDescription } from './describe-objects.ts';
import { PERSON_FIELDS, SENDER_FIELDS } from './field-names.ts';
import { keyOf } from './parse-fields.ts';
import type { ListFields } from './ports.ts';
import type { Dependencies } from './read-values.ts';
import type { DynamicFieldList } from './schemas.ts';
import { WORDLESS } from './value-words.ts';

type Group = DynamicFieldList['groups'][number];

/** What a rep could name from a record: the objects of its people, and itself. */
const OBJECTS: Readonly<Record<RecordObjectName, readonly RecordObjectName[]>> = {
  Lead: ['Lead'],
  Contact: ['Contact', 'Account'],
  Account: ['Contact', 'Account'],
  Opportunity: ['Contact', 'Account', 'Opportunity'],
};
const ALL: readonly RecordObjectName[] = ['Lead', 'Contact', 'Account', 'Opportunity'];
const GROUPS = { Lead: 'lead', Contact: 'contact', Account: 'account', Opportunity: 'opportunity' } as const;
/** Ids mean nothing to the people who get an email, and these are Salesforce's own business. */
const NOT_OFFERED = new Set(['id', 'reference', ...WORDLESS]);
const OF_THE_SYSTEM = new Set(['IsDeleted', 'SystemModstamp']);

/** See `ListFields`. */
export function createListFields({ openSalesforce, describeObjectsOf }: Omit<Dependencies, 'pool'>): ListFields {
  return async function listFields(orgId, userId, recordId) {
    const recordObject = recordId === null ? null : objectOf(recordId);
    if (recordId !== null && !recordObject) throw new AppError('not_found', { title: commonSentence('wrongObject') });
    const objects = recordObject ? OBJECTS[recordObject] : ALL;
    let opened: Promise<SalesforceClient> | undefined;
    const describe = describeObjectsOf(orgId, userId, () => (opened ??= openSalesforce(orgId, userId, 'list dynamic fields')));
    try {
      const groups = await Promise.all(objects.map(async (object) => groupOf(object, await describe(object))));
      return {
        groups: [ownGroup('person', PERSON_FIELDS), ownGroup('sender', SENDER_FIELDS), ...groups.filter(({ fields }) => fields.length > 0)],
      };
    } catch (error) {
      throw salesforceProblem(error);
    }
  };
}

function ownGroup(group: Group['group'], names: readonly string[]): Group {
  return { group, fields: names.map((name) => ({ name, label: null, custom: false })) };
}

function groupOf(object: RecordObjectName, { fields, byKey }: ObjectDescription): Group {
  const group = GROUPS[object];
  const offered = fields.filter(({ type, name }) => !NOT_OFFERED.has(type) && !OF_THE_SYSTEM.has(name));
  const named = offered.map((field) => {
    const words = readable(field.name);
    // A standard field has the shorter name
    const name = byKey.get(keyOf(words)) === field ? words : `${words}__c`;
    return { name: `sfdc_${group}_${name}`, label: field.label, custom: field.custom };
  });
  return { group, fields: named.toSorted((one, other) => one.label.localeCompare(other.label)) };
}

/** `AnnualRevenue` reads `annual_revenue`, `MSI_Region__c` reads `msi_region`. */
function readable(apiName: string): string {
  return apiName
    .replace(/__c$/i, '')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}
