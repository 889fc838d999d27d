import { LightningElement, api } from 'lwc';

import nonCommercial from '@salesforce/label/c.Templates_NonCommercial';
import nonCommercialText from '@salesforce/label/c.Templates_NonCommercial_Text';
import notes from '@salesforce/label/c.Templates_Notes';
import notesText from '@salesforce/label/c.Templates_Notes_Text';

import type { WrittenTemplate } from 'c/templateWords';
import type { TemplateCriteria } from 'service';

/** What stands beside the email: notes, whether it sells something, and for whom it is. Fires `words` as c-template-fields does. */
export default class TemplateDetails extends LightningElement {
    @api words!: WrittenTemplate;

    labels = { nonCommercial, nonCommercialText, notes, notesText };

    handleNotesChange(event: CustomEvent<{ value: string }>) {
        this.tell({ notes: event.detail.value });
    }

    handleNonCommercialChange(event: CustomEvent<{ checked: boolean }>) {
        this.tell({ isNonCommercial: event.detail.checked });
    }

    handleCriteria(event: CustomEvent<TemplateCriteria>) {
        this.tell({ criteria: event.detail });
    }

    tell(words: Partial<WrittenTemplate>) {
        this.dispatchEvent(new CustomEvent('words', { detail: words }));
    }
}
