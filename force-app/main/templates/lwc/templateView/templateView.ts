import { LightningElement, api } from 'lwc';

import archived from '@salesforce/label/c.Templates_Editor_Archived';
import body from '@salesforce/label/c.SalesEmail_Compose_Body';
import category from '@salesforce/label/c.TemplatePicker_Category';
import clone from '@salesforce/label/c.Templates_Menu_Copy';
import foreign from '@salesforce/label/c.Templates_View_Foreign';
import noSubject from '@salesforce/label/c.Templates_View_NoSubject';
import nonCommercial from '@salesforce/label/c.Templates_NonCommercial';
import notes from '@salesforce/label/c.Templates_Notes';
import restore from '@salesforce/label/c.Templates_Menu_Restore';
import subject from '@salesforce/label/c.SalesEmail_Compose_Subject';

import { formatLabel } from 'c/labels';
import type { Template } from 'service';

/** A template that its reader cannot change, why, and what helps. Fires `choose` with the item of the menu that does. */
export default class TemplateView extends LightningElement {
    @api saved!: Template;
    /** The looks of text that has none of its own, as CSS declarations. */
    @api textStyle = '';

    labels = { body, category, nonCommercial, notes, subject };

    get reason() {
        return this.saved.isArchived ? archived : formatLabel(foreign, this.saved.owner.name);
    }

    /** Of an archived template of somebody else there is nothing to do. */
    get help() {
        if (!this.saved.isArchived) return { value: 'copy', label: clone };
        return this.saved.canEdit ? { value: 'restore', label: restore } : undefined;
    }

    get subjectText() {
        return this.saved.subject || noSubject;
    }

    get hasCriteria() {
        return this.saved.criteria.list.length > 0;
    }

    handleHelpClick() {
        this.dispatchEvent(new CustomEvent('choose', { detail: this.help?.value }));
    }
}
