import save from '@salesforce/label/c.Settings_Save';
import applies from '@salesforce/label/c.Settings_Font_Applies';
import changed from '@salesforce/label/c.Settings_Font_Changed';
import unchanged from '@salesforce/label/c.Settings_Font_Default';
import family from '@salesforce/label/c.Settings_Font_Family';
import intro from '@salesforce/label/c.Settings_Font_Intro';
import looks from '@salesforce/label/c.Settings_Font_Looks';
import sample from '@salesforce/label/c.Settings_Font_Sample';
import saved from '@salesforce/label/c.Settings_Font_Saved';
import size from '@salesforce/label/c.Settings_Font_Size';
import title from '@salesforce/label/c.Settings_Font_Title';

import { formatLabel } from 'c/labels';
import MsiSettingsForm from 'c/msiSettingsForm';
import type { EmailFont, EmailFontPage } from 'service';

/** The font that all emails of the org are written and sent in, with a sentence that shows it. */
export default class MsiEmailFont extends MsiSettingsForm<EmailFontPage> {
    path = '/email-font';
    pageName = 'font';
    savedText = saved;
    labels = { applies, family, intro, looks, sample, save, size, title };
    chosen: EmailFont | undefined;

    get familyOptions() {
        return this.page?.families.map(({ family: value, name }) => ({ value, label: name })) ?? [];
    }

    get sizeOptions() {
        return this.page?.sizesPx.map((px) => ({ value: String(px), label: String(px) })) ?? [];
    }

    get sizeText() {
        return String(this.chosen?.sizePx);
    }

    /** As the service writes it around the words of an email. */
    get sampleStyle() {
        const css = this.page?.families.find((one) => one.family === this.chosen?.family)?.css;
        return `font-family:${css ?? ''};font-size:${this.sizeText}px;line-height:1.5`;
    }

    get statusText() {
        return this.page?.updatedAt ? formatLabel(changed, this.page.updatedBy) : unchanged;
    }

    override get isChanged() {
        return this.chosen?.family !== this.page?.family || this.chosen?.sizePx !== this.page?.sizePx;
    }

    override get words() {
        return this.chosen;
    }

    override restore(words: unknown) {
        this.chosen = words as EmailFont;
    }

    override show(page: EmailFontPage) {
        super.show(page);
        this.chosen = { family: page.family, sizePx: page.sizePx };
    }

    handleFamilyChange(event: CustomEvent<{ value: EmailFont['family'] }>) {
        this.choose({ family: event.detail.value });
    }

    handleSizeChange(event: CustomEvent<{ value: string }>) {
        this.choose({ sizePx: Number(event.detail.value) });
    }

    choose(change: Partial<EmailFont>) {
        if (this.chosen) this.chosen = { ...this.chosen, ...change };
        this.tellUnsaved();
    }

    async handleSaveClick() {
        if (!this.cannotSave) await this.save(this.chosen);
    }
}
