import { LightningElement, api } from 'lwc';

import formatted from '@salesforce/label/c.EmailPreview_Html';
import plain from '@salesforce/label/c.EmailPreview_Text';
import title from '@salesforce/label/c.EmailPreview_Title';

import { formatLabel } from 'c/labels';
import type { DraftPreview } from 'service';

/** An email as one person would get it, with its fields filled (DF-7), as mail programs show it that read HTML and those that do not. */
export default class EmailPreview extends LightningElement {
    @api preview: DraftPreview | undefined;
    /** What is to be said of its fields. */
    @api sentences: string[] = [];

    labels = { formatted, plain };
    isPlain = false;

    @api
    focus() {
        (this.refs?.['title'] as HTMLElement | undefined)?.focus();
    }

    get titleText() {
        return formatLabel(title, this.preview?.personName);
    }

    get formattedPressed() {
        return String(!this.isPlain);
    }

    get plainPressed() {
        return String(this.isPlain);
    }

    handleFormattedClick() {
        this.isPlain = false;
    }

    handlePlainClick() {
        this.isPlain = true;
    }
}
