import save from '@salesforce/label/c.Settings_Save';
import all from '@salesforce/label/c.Settings_Visibility_All';
import allText from '@salesforce/label/c.Settings_Visibility_AllText';
import changed from '@salesforce/label/c.Settings_Visibility_Changed';
import unchanged from '@salesforce/label/c.Settings_Visibility_Default';
import intro from '@salesforce/label/c.Settings_Visibility_Intro';
import legend from '@salesforce/label/c.Settings_Visibility_Legend';
import nothing from '@salesforce/label/c.Settings_Visibility_Nothing';
import nothingText from '@salesforce/label/c.Settings_Visibility_NothingText';
import saved from '@salesforce/label/c.Settings_Visibility_Saved';
import state from '@salesforce/label/c.Settings_Visibility_State';
import stateText from '@salesforce/label/c.Settings_Visibility_StateText';
import tasks from '@salesforce/label/c.Settings_Visibility_Tasks';
import title from '@salesforce/label/c.Settings_Visibility_Title';

import { formatLabel } from 'c/labels';
import MsiSettingsForm from 'c/msiSettingsForm';
import type { EmailVisibility, EmailVisibilityPage } from 'service';

const CHOICES = [
    { value: 'everything', label: all, text: allText },
    { value: 'subject_and_state', label: state, text: stateText },
    { value: 'nothing', label: nothing, text: nothingText }
] as const;

/** What colleagues see of each other's emails. */
export default class MsiEmailVisibility extends MsiSettingsForm<EmailVisibilityPage> {
    path = '/email-visibility';
    pageName = 'visibility';
    savedText = saved;
    labels = { intro, legend, save, tasks, title };
    choices = CHOICES;
    chosen: EmailVisibility['colleaguesSee'] | undefined;

    get statusText() {
        return this.page?.updatedAt ? formatLabel(changed, this.page.updatedBy) : unchanged;
    }

    override get isChanged() {
        return this.chosen !== this.page?.colleaguesSee;
    }

    override get words() {
        return this.chosen;
    }

    override restore(words: unknown) {
        this.chosen = words as EmailVisibility['colleaguesSee'];
    }

    override show(page: EmailVisibilityPage) {
        super.show(page);
        this.chosen = page.colleaguesSee;
    }

    handleChoose(event: CustomEvent<EmailVisibility['colleaguesSee']>) {
        this.chosen = event.detail;
        this.tellUnsaved();
    }

    async handleSaveClick() {
        if (!this.cannotSave) await this.save({ colleaguesSee: this.chosen });
    }
}
