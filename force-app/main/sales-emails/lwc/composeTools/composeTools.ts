import { LightningElement, api } from 'lwc';

import attach from '@salesforce/label/c.Files_Attach_Attach';
import content from '@salesforce/label/c.Content_Insert';
import insertField from '@salesforce/label/c.SalesEmail_Compose_InsertField';
import templates from '@salesforce/label/c.SalesEmail_Compose_Templates';

type Tool = 'templates' | 'fields' | 'content';

/**
 * What an email is put together from: templates, dynamic fields and links to content, each opened in place. Fires `template` with the row
 * that was chosen, `field` with `{ token }`, `content` with a ContentLink, and `leave` when a tool was closed without a choice. `attach`
 * goes up to the window, which has the files.
 */
export default class ComposeTools extends LightningElement {
    @api recordId = '';
    @api personId = '';
    @api personName = '';

    labels = { attach, content, insertField, templates };
    openTool: Tool | undefined;

    get hasTemplates() {
        return this.openTool === 'templates';
    }

    get hasFields() {
        return this.openTool === 'fields';
    }

    get hasContent() {
        return this.openTool === 'content';
    }

    get templatesExpanded() {
        return String(this.hasTemplates);
    }

    get fieldsExpanded() {
        return String(this.hasFields);
    }

    get contentExpanded() {
        return String(this.hasContent);
    }

    /** The caret stays where it is, and with it the place where a field goes. */
    handleMouseDown(event: Event) {
        event.preventDefault();
    }

    handleToolClick(event: Event) {
        const tool = (event.currentTarget as HTMLElement).dataset['tool'] as Tool;
        if (this.openTool === tool) this.leaveWith('leave');
        else this.openTool = tool;
    }

    handleAttachClick() {
        this.dispatchEvent(new CustomEvent('attach', { bubbles: true, composed: true }));
    }

    handleTemplate(event: CustomEvent) {
        this.leaveWith('template', event.detail);
    }

    handleField(event: CustomEvent) {
        this.leaveWith('field', event.detail);
    }

    handleContent(event: CustomEvent) {
        this.leaveWith('content', event.detail);
    }

    handleCancel() {
        this.leaveWith('leave');
    }

    leaveWith(name: string, detail?: unknown) {
        this.openTool = undefined;
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}
