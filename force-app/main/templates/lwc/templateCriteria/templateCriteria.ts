import { LightningElement, api } from 'lwc';

import add from '@salesforce/label/c.Templates_Criteria_Add';
import all from '@salesforce/label/c.Templates_Criteria_All';
import any from '@salesforce/label/c.Templates_Criteria_Any';
import condition from '@salesforce/label/c.Templates_Criteria_Condition';
import contains from '@salesforce/label/c.Templates_Criteria_Contains';
import equals from '@salesforce/label/c.Templates_Criteria_Equals';
import field from '@salesforce/label/c.Templates_Criteria_Field';
import join from '@salesforce/label/c.Templates_Criteria_Join';
import lineContains from '@salesforce/label/c.Templates_Criteria_LineContains';
import lineEquals from '@salesforce/label/c.Templates_Criteria_LineEquals';
import lineNotContains from '@salesforce/label/c.Templates_Criteria_LineNotContains';
import lineNotEquals from '@salesforce/label/c.Templates_Criteria_LineNotEquals';
import none from '@salesforce/label/c.Templates_Criteria_None';
import notContains from '@salesforce/label/c.Templates_Criteria_NotContains';
import notEquals from '@salesforce/label/c.Templates_Criteria_NotEquals';
import remove from '@salesforce/label/c.Templates_Criteria_Remove';
import text from '@salesforce/label/c.Templates_Criteria_Text';
import title from '@salesforce/label/c.Templates_Criteria_Title';
import value from '@salesforce/label/c.Templates_Criteria_Value';

import { formatLabel } from 'c/labels';
import { callServer } from 'c/serverApi';
import type { DynamicFieldList, TemplateCriteria as Criteria } from 'service';
import { personOptions, withSalesforce, type FieldOption } from './fields';

type Criterion = Criteria['list'][number];

/** A criterion that is only looked at: the field, and the value that it is compared with. */
const LINES: Record<Criterion['condition'], string> = {
    equals: lineEquals,
    not_equals: lineNotEquals,
    contains: lineContains,
    not_contains: lineNotContains
};
/** TP-8 */
const MOST_CRITERIA = 3;

/** For whom a template is recommended (TP-8). Fires `criteria` with TemplateCriteria. */
export default class TemplateCriteria extends LightningElement {
    @api criteria!: Criteria;
    /** They are only looked at. */
    @api isReadOnly = false;

    labels = { add, condition, field, join, title, value };
    joins = [
        { value: 'all', label: all },
        { value: 'any', label: any }
    ];
    conditions: { value: Criterion['condition']; label: string }[] = [
        { value: 'equals', label: equals },
        { value: 'not_equals', label: notEquals },
        { value: 'contains', label: contains },
        { value: 'not_contains', label: notContains }
    ];
    options: FieldOption[] = personOptions;
    isAsked = false;

    connectedCallback() {
        if (this.hasRows) void this.load();
    }

    get hasRows() {
        return this.criteria.list.length > 0;
    }

    get hasJoin() {
        return this.criteria.list.length > 1;
    }

    get canAdd() {
        return this.criteria.list.length < MOST_CRITERIA;
    }

    get text() {
        return this.hasRows ? text : none;
    }

    get rows() {
        return this.criteria.list.map((criterion, index) => ({
            ...criterion,
            index,
            options: this.optionsFor(criterion.field),
            line: formatLabel(LINES[criterion.condition], this.nameOf(criterion.field), criterion.value),
            removeText: formatLabel(remove, index + 1)
        }));
    }

    get joinText() {
        return this.hasJoin ? formatLabel('{0}: {1}', join, this.criteria.join === 'all' ? all : any) : undefined;
    }

    /** A field that this user does not see stays as it is. */
    optionsFor(name: string): FieldOption[] {
        return this.options.some((option) => option.value === name) ? this.options : [...this.options, { value: name, label: name }];
    }

    nameOf(name: string): string {
        return this.options.find((option) => option.value === name)?.label ?? name;
    }

    /** Without the fields of Salesforce there are still those of every person. */
    async load() {
        if (this.isAsked) return;
        this.isAsked = true;
        try {
            const { groups } = await callServer<DynamicFieldList>('GET', '/dynamic-fields');
            this.options = withSalesforce(groups);
        } catch {
            this.isAsked = false;
        }
    }

    handleAddClick() {
        void this.load();
        this.tell([...this.criteria.list, { field: 'title', condition: 'contains', value: '' }]);
    }

    handleRemoveClick(event: Event & { currentTarget: HTMLElement }) {
        const gone = Number(event.currentTarget.dataset['index']);
        this.tell(this.criteria.list.filter((_, index) => index !== gone));
        this.template?.querySelector<HTMLElement>('.add, lightning-select')?.focus();
    }

    handleChange(event: CustomEvent<{ value: string }> & { currentTarget: HTMLElement }) {
        const { index: at, name = '' } = event.currentTarget.dataset;
        const change = { [name]: event.detail.value };
        this.tell(this.criteria.list.map((criterion, index) => (index === Number(at) ? { ...criterion, ...change } : criterion)));
    }

    handleJoinChange(event: CustomEvent<{ value: Criteria['join'] }>) {
        this.dispatchEvent(new CustomEvent<Criteria>('criteria', { detail: { ...this.criteria, join: event.detail.value } }));
    }

    tell(list: Criterion[]) {
        this.dispatchEvent(new CustomEvent<Criteria>('criteria', { detail: { ...this.criteria, list } }));
    }
}
