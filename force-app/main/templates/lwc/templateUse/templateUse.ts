import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

import bounced from '@salesforce/label/c.SalesEmail_State_Bounced';
import emails from '@salesforce/label/c.Templates_Use_Emails';
import lastUsed from '@salesforce/label/c.Templates_Row_Used';
import more from '@salesforce/label/c.TemplatePicker_More';
import neverUsed from '@salesforce/label/c.Templates_Row_NeverUsed';
import noEmails from '@salesforce/label/c.Templates_Use_NoEmails';
import onlyOwn from '@salesforce/label/c.Templates_Use_OnlyOwn';
import people from '@salesforce/label/c.Templates_Use_People';
import replied from '@salesforce/label/c.Templates_Column_Replied';
import repliedWord from '@salesforce/label/c.SalesEmail_State_Replied';
import sent from '@salesforce/label/c.Templates_Column_Sent';
import title from '@salesforce/label/c.Templates_Use_Title';

import { formatLabel } from 'c/labels';
import { stateWord } from 'c/salesEmailWords';
import { callServer } from 'c/serverApi';
import type { Template, TemplateEmails } from 'service';

/** By the first letters of an id, which are the same in every org. */
const OBJECTS: Record<string, string> = { '00Q': 'Lead', '003': 'Contact', '001': 'Account', '006': 'Opportunity' };

/** What has come of a template: its numbers, and the reader's own emails that were written from it (TP-4). */
export default class TemplateUse extends NavigationMixin(LightningElement) {
    labels = { emails, lastUsed, more, neverUsed, noEmails, onlyOwn, title };
    given: Template | undefined;
    emails: TemplateEmails['emails'] | undefined;
    cursor: string | null = null;
    error: unknown;
    isBusy = false;

    @api
    get saved(): Template | undefined {
        return this.given;
    }
    set saved(saved: Template) {
        const isOther = saved.id !== this.given?.id;
        this.given = saved;
        if (!isOther) return;
        this.emails = undefined;
        this.cursor = null;
        if (this.isConnected) void this.load();
    }

    connectedCallback() {
        void this.load();
    }

    get numbers() {
        const { statistics } = this.given ?? {};
        const all: [string, number | undefined][] = [
            [sent, statistics?.sent],
            [people, statistics?.people],
            [replied, statistics?.replied],
            [bounced, statistics?.bounced]
        ];
        return all.map(([label, count]) => ({ label, value: formatLabel('{0}', count ?? 0) }));
    }

    get lastUsedAt() {
        return this.given?.statistics.lastUsedAt ?? undefined;
    }

    get isLoading() {
        return !this.emails && !this.error;
    }

    get isEmpty() {
        return this.emails?.length === 0;
    }

    get rows() {
        return (this.emails ?? []).map((email) => ({
            ...email,
            at: email.sentAt ?? email.createdAt,
            stateText: email.repliedAt ? repliedWord : stateWord({ state: email.state, responses: null })
        }));
    }

    get hasMore() {
        return this.cursor !== null;
    }

    async load() {
        const { given, cursor, emails: before = [] } = this;
        if (!given || this.isBusy) return;
        this.isBusy = true;
        this.error = undefined;
        try {
            const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
            const page = await callServer<TemplateEmails>('GET', `/templates/${given.id}/emails${query}`);
            if (this.given?.id !== given.id) return;
            this.emails = [...before, ...page.emails];
            this.cursor = page.cursor;
        } catch (error) {
            this.error = error;
        } finally {
            this.isBusy = false;
        }
    }

    handleOpenClick(event: Event & { currentTarget: HTMLElement }) {
        const recordId = event.currentTarget.dataset['record'] ?? '';
        const objectApiName = OBJECTS[recordId.slice(0, 3)] ?? '';
        this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes: { recordId, objectApiName, actionName: 'view' } });
    }
}
