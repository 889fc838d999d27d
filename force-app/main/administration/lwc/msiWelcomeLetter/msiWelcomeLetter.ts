import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import changed from '@salesforce/label/c.Settings_Letter_Changed';
import company from '@salesforce/label/c.Settings_Letter_Company';
import firstName from '@salesforce/label/c.Settings_Letter_FirstName';
import from from '@salesforce/label/c.Settings_Letter_From';
import intro from '@salesforce/label/c.Settings_Letter_Intro';
import invitedBy from '@salesforce/label/c.Settings_Letter_InvitedBy';
import ours from '@salesforce/label/c.Settings_Letter_Ours';
import preview from '@salesforce/label/c.Settings_Letter_Preview';
import previewHelp from '@salesforce/label/c.Settings_Letter_PreviewHelp';
import previewTitle from '@salesforce/label/c.Settings_Letter_PreviewTitle';
import reset from '@salesforce/label/c.Settings_Letter_Reset';
import resetDone from '@salesforce/label/c.Settings_Letter_ResetDone';
import resetText from '@salesforce/label/c.Settings_Letter_ResetText';
import resetTitle from '@salesforce/label/c.Settings_Letter_ResetTitle';
import saved from '@salesforce/label/c.Settings_Letter_Saved';
import subject from '@salesforce/label/c.Settings_Letter_Subject';
import text from '@salesforce/label/c.Settings_Letter_Text';
import title from '@salesforce/label/c.Settings_Letter_Title';
import save from '@salesforce/label/c.Settings_Save';

import { formatLabel } from 'c/labels';
import MsiConfirm from 'c/msiConfirm';
import MsiSettingsForm from 'c/msiSettingsForm';
import { callServer } from 'c/serverApi';
import type { WelcomeLetterPage, WelcomeLetterPreview, WelcomeLetterWords } from 'service';

/** What survives in the letter; it has no links but its button. */
const FORMATS = ['bold', 'italic', 'underline', 'list', 'clean'];
const MEANINGS: Record<WelcomeLetterPage['tokens'][number], string> = { first_name: firstName, invited_by: invitedBy, company };

/** The words of the welcome email, with a preview and a way back to ours. */
export default class MsiWelcomeLetter extends MsiSettingsForm<WelcomeLetterPage> {
    path = '/welcome-letter';
    pageName = 'welcomeLetter';
    savedText = saved;
    labels = { from, intro, preview, previewHelp, previewTitle, reset, save, subject, text, title };
    formats = FORMATS;
    subject = '';
    bodyHtml = '';
    /** What the editor begins with; it keeps what is typed itself. */
    startText = '';
    preview: WelcomeLetterPreview | undefined;

    get tokens() {
        return (this.page?.tokens ?? []).map((name) => ({ name, written: `{{${name}}}`, meaning: MEANINGS[name] }));
    }

    /** Of what is saved; of words that are not, the button says enough. */
    get statusText() {
        if (this.isChanged) return '';
        return this.page?.updatedBy ? formatLabel(changed, this.page.updatedBy) : ours;
    }

    get canReset() {
        return this.page?.isOurs === false;
    }

    override get words(): WelcomeLetterWords {
        return { subject: this.subject, bodyHtml: this.bodyHtml };
    }

    override get isChanged() {
        return this.subject !== this.page?.subject || this.bodyHtml !== this.page.bodyHtml;
    }

    override restore(words: unknown) {
        const { subject: line, bodyHtml } = words as WelcomeLetterWords;
        this.subject = line;
        this.bodyHtml = bodyHtml;
        this.startText = bodyHtml;
    }

    override show(page: WelcomeLetterPage) {
        super.show(page);
        this.subject = page.subject;
        this.bodyHtml = page.bodyHtml;
        this.startText = page.bodyHtml;
    }

    handleSubjectChange(event: CustomEvent<{ value: string }>) {
        this.subject = event.detail.value;
        this.tellUnsaved();
    }

    handleTextChange(event: CustomEvent<{ value: string }>) {
        this.bodyHtml = event.detail.value;
        this.tellUnsaved();
    }

    async handleSaveClick() {
        if (!this.cannotSave) await this.save(this.words);
    }

    async handlePreviewClick() {
        this.saveError = undefined;
        try {
            this.preview = await callServer<WelcomeLetterPreview>('POST', '/welcome-letter/preview', this.words);
        } catch (error) {
            this.preview = undefined;
            this.saveError = error;
        }
    }

    async handleResetClick() {
        const isConfirmed = await MsiConfirm.open<boolean>({
            size: 'small',
            label: resetTitle,
            heading: resetTitle,
            consequences: [resetText],
            confirmLabel: reset
        });
        if (!isConfirmed) return;
        this.saveError = undefined;
        try {
            this.show(await callServer<WelcomeLetterPage>('DELETE', this.path));
            this.preview = undefined;
            this.tellUnsaved();
            this.dispatchEvent(new ShowToastEvent({ title: resetDone, variant: 'success' }));
        } catch (error) {
            this.saveError = error;
        }
    }
}
