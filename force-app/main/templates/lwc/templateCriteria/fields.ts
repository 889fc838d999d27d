import account from '@salesforce/label/c.DynamicField_Group_Account';
import company from '@salesforce/label/c.DynamicField_Company';
import contact from '@salesforce/label/c.DynamicField_Group_Contact';
import email from '@salesforce/label/c.DynamicField_Email';
import firstName from '@salesforce/label/c.DynamicField_FirstName';
import lastName from '@salesforce/label/c.DynamicField_LastName';
import lead from '@salesforce/label/c.DynamicField_Group_Lead';
import phone from '@salesforce/label/c.DynamicField_Phone';
import title from '@salesforce/label/c.DynamicField_Title';
import website from '@salesforce/label/c.DynamicField_Website';

import { formatLabel } from 'c/labels';
import type { DynamicFieldList } from 'service';

export interface FieldOption {
    value: string;
    label: string;
}

/** What every person has, lead or contact. */
export const personOptions: FieldOption[] = [
    { value: 'title', label: title },
    { value: 'company', label: company },
    { value: 'first_name', label: firstName },
    { value: 'last_name', label: lastName },
    { value: 'personal_email', label: email },
    { value: 'phone', label: phone },
    { value: 'work_website', label: website }
];

type Group = DynamicFieldList['groups'][number];

/** Of the records that say something about a person. */
const RECORDS: Partial<Record<Group['group'], string>> = { lead, contact, account };

/** The fields of every person, and after them those of Salesforce that the user sees. */
export function withSalesforce(groups: Group[]): FieldOption[] {
    const others = groups.flatMap(({ group, fields }) => {
        const record = RECORDS[group];
        return record ? fields.map(({ name, label }) => ({ value: name, label: formatLabel('{0}: {1}', record, label ?? name) })) : [];
    });
    return [...personOptions, ...others];
}
