import { LightningElement } from 'lwc';

import goOn from '@salesforce/label/c.BulkEmails_Drafts_Continue';
import sentAt from '@salesforce/label/c.BulkEmails_Drafts_SentAt';
import show from '@salesforce/label/c.BulkEmails_Drafts_Show';
import title from '@salesforce/label/c.BulkEmails_Drafts_Title';
import people from '@salesforce/label/c.BulkEmails_List_EverybodyCount';
import waiting from '@salesforce/label/c.BulkEmails_Progress_Waiting';
import saved from '@salesforce/label/c.SalesEmail_Compose_DraftSaved';
import noSubject from '@salesforce/label/c.SalesEmail_List_NoSubject';

import { formatLabel, formatPlural } from 'c/labels';
import { callServer } from 'c/serverApi';
import type { BulkEmailList } from 'service';

/** The rep's own emails to many: drafts to go on with, and what is on its way. Fires `open` with the id of one. Without any it is empty. */
export default class BulkDrafts extends LightningElement {
    labels = { title };
    emails: BulkEmailList['bulkEmails'] | undefined;
    error: unknown;

    connectedCallback() {
        void this.load();
    }

    get isLoading() {
        return !this.emails && !this.error;
    }

    get rows() {
        return (this.emails ?? []).map((email) => {
            const isDraft = email.state === 'draft';
            const isWaiting = email.waiting > 0;
            return {
                id: email.id,
                label: formatLabel(isDraft ? goOn : show, email.subject || noSubject),
                facts: [email.recordName, formatPlural(people, email.people), isWaiting && formatPlural(waiting, email.waiting)]
                    .filter(Boolean)
                    .map((text, key) => ({ key, text })),
                updatedAt: isWaiting ? undefined : email.updatedAt,
                pattern: isDraft ? saved : sentAt
            };
        });
    }

    async load() {
        this.error = undefined;
        try {
            const { bulkEmails } = await callServer<BulkEmailList>('GET', '/bulk-emails');
            this.emails = bulkEmails;
        } catch (error) {
            this.error = error;
        }
    }

    handleClick(event: Event) {
        const detail = (event.currentTarget as HTMLElement).dataset['id'];
        this.dispatchEvent(new CustomEvent('open', { detail }));
    }
}
