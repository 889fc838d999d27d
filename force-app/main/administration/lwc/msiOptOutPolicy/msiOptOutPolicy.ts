import allow from '@salesforce/label/c.Settings_OptOut_Allow';
import allowText from '@salesforce/label/c.Settings_OptOut_AllowText';
import decided from '@salesforce/label/c.Settings_OptOut_Decided';
import intro from '@salesforce/label/c.Settings_OptOut_Intro';
import legend from '@salesforce/label/c.Settings_OptOut_Legend';
import refuse from '@salesforce/label/c.Settings_OptOut_Refuse';
import refuseText from '@salesforce/label/c.Settings_OptOut_RefuseText';
import saved from '@salesforce/label/c.Settings_OptOut_Saved';
import title from '@salesforce/label/c.Settings_OptOut_Title';
import undecided from '@salesforce/label/c.Settings_OptOut_Undecided';
import save from '@salesforce/label/c.Settings_Save';

import { formatLabel } from 'c/labels';
import MsiSettingsForm from 'c/msiSettingsForm';
import type { OptOutPolicy, OptOutPolicyPage } from 'service';

const CHOICES = [
    { value: 'refuse', label: refuse, text: refuseText },
    { value: 'allow', label: allow, text: allowText }
] as const;

/** What happens to emails to people of whom nobody can see whether they opted out. */
export default class MsiOptOutPolicy extends MsiSettingsForm<OptOutPolicyPage> {
    path = '/opt-out-policy';
    pageName = 'optOuts';
    savedText = saved;
    labels = { intro, legend, save, title };
    choices = CHOICES;
    chosen: OptOutPolicy['whenUnknown'] | undefined;

    get statusText() {
        return this.page?.updatedAt ? formatLabel(decided, this.page.updatedBy) : undecided;
    }

    override get isChanged() {
        return this.chosen !== this.page?.whenUnknown;
    }

    /** Who keeps what holds anyway decides it all the same. */
    override get cannotSave() {
        return this.isSaving || (!this.isChanged && Boolean(this.page?.updatedAt));
    }

    override get words() {
        return this.chosen;
    }

    override restore(words: unknown) {
        this.chosen = words as OptOutPolicy['whenUnknown'];
    }

    override show(page: OptOutPolicyPage) {
        super.show(page);
        this.chosen = page.whenUnknown;
    }

    handleChoose(event: CustomEvent<OptOutPolicy['whenUnknown']>) {
        this.chosen = event.detail;
        this.tellUnsaved();
    }

    async handleSaveClick() {
        if (!this.cannotSave) await this.save({ whenUnknown: this.chosen });
    }
}
