import { LightningElement, api } from 'lwc';

import list from '@salesforce/label/c.DynamicField_List';
import more from '@salesforce/label/c.DynamicField_More';
import none from '@salesforce/label/c.DynamicField_None';
import search from '@salesforce/label/c.DynamicField_Search';
import whenEmpty from '@salesforce/label/c.DynamicField_Default';

import { formatLabel, formatPlural } from 'c/labels';
import { callServer } from 'c/serverApi';
import type { DynamicFieldList } from 'service';
import { fieldWords, groupWords } from './words';

/** An org may have hundreds of fields: whoever wants another one types a part of its name. */
const MOST_SHOWN = 40;

interface Field {
    name: string;
    label: string;
    group: string;
}

/**
 * Dynamic fields of the people of a record, or of any where `record-id` is empty. Fires `choose` with `{ token }`, what stands in the email
 * (`{{first_name}}`), and `cancel`.
 */
export default class FieldPicker extends LightningElement {
    @api recordId = '';

    labels = { list, search, whenEmpty };
    fields: Field[] | undefined;
    error: unknown;
    text = '';
    activeIndex = 0;
    isDrawn = false;

    @api
    focus() {
        this.input?.focus();
    }

    connectedCallback() {
        void this.load();
    }

    renderedCallback() {
        this.template?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
        if (this.isDrawn || !this.input) return;
        this.isDrawn = true;
        this.focus();
    }

    get input() {
        return this.refs?.['search'] as HTMLInputElement | undefined;
    }

    get found(): Field[] {
        const words = this.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
        return (this.fields ?? []).filter(({ name, label, group }) => {
            const all = `${label} ${group} ${name}`.toLocaleLowerCase();
            return words.every((word) => all.includes(word));
        });
    }

    get shown() {
        return this.found.slice(0, MOST_SHOWN);
    }

    /** What is shown, under the headings of its groups. */
    get groups() {
        const groups: { key: string; label: string; options: object[] }[] = [];
        for (const [index, { name, label, group }] of this.shown.entries()) {
            if (groups.at(-1)?.label !== group) groups.push({ key: group, label: group, options: [] });
            groups.at(-1)?.options.push({ id: `field-${index}`, index, name, label, isActive: String(index === this.activeIndex) });
        }
        return groups;
    }

    get isNone() {
        return this.fields !== undefined && this.shown.length === 0;
    }

    get isLoading() {
        return this.fields === undefined && !this.error;
    }

    get noneText() {
        return formatLabel(none, this.text.trim());
    }

    get moreText() {
        const hidden = this.found.length - this.shown.length;
        return hidden > 0 ? formatPlural(more, hidden) : '';
    }

    get activeId() {
        return this.shown.length > 0 ? `field-${this.activeIndex}` : null;
    }

    async load() {
        this.error = undefined;
        try {
            const query = this.recordId ? `?${new URLSearchParams({ recordId: this.recordId })}` : '';
            const { groups } = await callServer<DynamicFieldList>('GET', `/dynamic-fields${query}`);
            this.fields = groups.flatMap(({ group, fields }) =>
                fields.map(({ name, label }) => ({ name, label: label ?? fieldWords[name] ?? name, group: groupWords[group] }))
            );
        } catch (error) {
            this.error = error;
        }
    }

    handleInput(event: Event) {
        this.text = (event.target as HTMLInputElement).value;
        this.activeIndex = 0;
    }

    handleKeydown(event: KeyboardEvent) {
        // These keys are the input method's, which puts a word together
        if (event.isComposing) return;
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        const { length } = this.shown;
        if (step && length > 0) this.activeIndex = (this.activeIndex + step + length) % length;
        else if (event.key === 'Enter') this.choose(this.activeIndex);
        else if (event.key === 'Escape') this.dispatchEvent(new CustomEvent('cancel'));
        else return;
        // The window around would take the keys for Send and for Close
        event.preventDefault();
        event.stopPropagation();
    }

    handleOptionClick(event: Event) {
        this.choose(Number((event.currentTarget as HTMLElement).dataset['index']));
    }

    choose(index: number) {
        const field = this.shown[index];
        if (!field) return;
        const input = this.refs?.['whenEmpty'] as HTMLInputElement | undefined;
        const text = input?.value.trim().replaceAll('"', '”') ?? '';
        const token = text ? `{{${field.name} | default: "${text}"}}` : `{{${field.name}}}`;
        this.dispatchEvent(new CustomEvent('choose', { detail: { token } }));
    }
}
