import google from '@salesforce/label/c.Panel_Mailbox_Google';
import microsoft from '@salesforce/label/c.Panel_Mailbox_Microsoft';
import ceilingEmails from '@salesforce/label/c.Settings_Limits_CeilingEmails';
import ceilingRecipients from '@salesforce/label/c.Settings_Limits_CeilingRecipients';
import ceilingText from '@salesforce/label/c.Settings_Limits_CeilingText';
import changedBy from '@salesforce/label/c.Settings_ChangedBy';
import changedSomehow from '@salesforce/label/c.Settings_Changed';
import defaults from '@salesforce/label/c.Settings_Limits_Defaults';
import eachMailbox from '@salesforce/label/c.Settings_Limits_EachMailbox';
import eachMailboxText from '@salesforce/label/c.Settings_Limits_EachMailboxText';
import intro from '@salesforce/label/c.Settings_Limits_Intro';
import neverChanged from '@salesforce/label/c.Settings_Limits_NeverChanged';
import save from '@salesforce/label/c.Settings_Save';
import saved from '@salesforce/label/c.Settings_Limits_Saved';
import title from '@salesforce/label/c.Settings_Limits_Title';
import wider from '@salesforce/label/c.Settings_Limits_Wider';
import widerText from '@salesforce/label/c.Settings_Limits_WiderText';

import { formatLabel } from 'c/labels';
import MsiSettingsForm from 'c/msiSettingsForm';
import type { SendingLimitsPage, VendorCeiling } from 'service';
import { limitsOf, MAILBOX_FIELDS, problemOf, textsOf, WIDER_FIELDS, type LimitName, type LimitTexts } from './fields';

interface Field extends HTMLElement {
    name: LimitName;
    setCustomValidity(message: string): void;
    reportValidity(): boolean;
}

/** How many emails may leave, and how fast (TH-1). */
export default class MsiSendingLimits extends MsiSettingsForm<SendingLimitsPage> {
    path = '/sending-limits';
    pageName = 'limits';
    savedText = saved;
    labels = { ceilingText, defaults, eachMailbox, eachMailboxText, intro, neverChanged, save, title, wider, widerText };
    texts: LimitTexts | undefined;

    get mailboxFields() {
        return MAILBOX_FIELDS.map((field) => ({ ...field, value: this.texts?.[field.name] ?? '' }));
    }

    get widerFields() {
        return WIDER_FIELDS.map((field) => ({ ...field, value: this.texts?.[field.name] ?? '' }));
    }

    get ceilings() {
        const { ceilings } = this.page ?? {};
        return ceilings ? [ceilingSentence(google, ceilings.google), ceilingSentence(microsoft, ceilings.microsoft)] : [];
    }

    get changedPattern() {
        const who = this.page?.updatedBy;
        return who ? formatLabel(changedBy, '{0}', who) : changedSomehow;
    }

    override get isChanged() {
        return Boolean(this.page && this.texts && JSON.stringify(textsOf(this.page.limits)) !== JSON.stringify(this.texts));
    }

    get isDefault() {
        return Boolean(this.page && JSON.stringify(textsOf(this.page.defaults)) === JSON.stringify(this.texts));
    }

    override get words() {
        return this.texts;
    }

    override restore(words: unknown) {
        this.texts = words as LimitTexts;
    }

    override show(page: SendingLimitsPage) {
        super.show(page);
        this.texts = textsOf(page.limits);
    }

    handleChange(event: CustomEvent<{ value: string | number }>) {
        const field = event.target as Field;
        this.setTexts({ [field.name]: String(event.detail.value ?? '') });
        field.setCustomValidity('');
        field.reportValidity();
    }

    handleDefaultsClick() {
        if (!this.page) return;
        this.setTexts(textsOf(this.page.defaults));
        this.clearProblems();
    }

    /** What was wrong with the earlier numbers is not wrong with these. */
    clearProblems() {
        for (const input of this.template?.querySelectorAll<Field>('lightning-input') ?? []) {
            input.setCustomValidity('');
            input.reportValidity();
        }
    }

    setTexts(change: Partial<LimitTexts>) {
        if (this.texts) this.texts = { ...this.texts, ...change };
        this.tellUnsaved();
    }

    async handleSaveClick() {
        if (this.texts && this.areAcceptable(this.texts)) await this.save(limitsOf(this.texts));
    }

    /** Says at each field what is wrong with it, and goes to the first. */
    areAcceptable(texts: LimitTexts) {
        const fields = new Map([...MAILBOX_FIELDS, ...WIDER_FIELDS].map((field) => [field.name, field]));
        let first: Field | undefined;
        for (const input of this.template?.querySelectorAll<Field>('lightning-input') ?? []) {
            const field = fields.get(input.name);
            const problem = field ? problemOf(field, texts[input.name]) : '';
            input.setCustomValidity(problem);
            input.reportValidity();
            if (problem) first ??= input;
        }
        first?.focus();
        return !first;
    }
}

function ceilingSentence(vendor: string, { perMinute, perDay, unit }: VendorCeiling) {
    return { key: vendor, text: formatLabel(unit === 'emails' ? ceilingEmails : ceilingRecipients, vendor, perMinute, perDay) };
}
