import { api } from 'lwc';
import LightningModal from 'lightning/modal';

import title from '@salesforce/label/c.SalesEmail_Action_ChangeTime';
import cancel from '@salesforce/label/c.Shared_Cancel';

import { firstSchedule, type ScheduleFieldsElement } from 'c/scheduleFields';
import { callServer } from 'c/serverApi';
import { WindowFocus } from 'c/windowFocus';
import type { SalesEmail, SalesEmailRow, Schedule } from 'service';

/** The window for the time of an email that is scheduled. */
export default class ChangeTime extends LightningModal {
    @api emailId = '';

    labels = { cancel, title };
    schedule: Schedule | undefined;
    loadError: unknown;
    saveError: unknown;
    isSaving = false;
    focusGuide = new WindowFocus();

    connectedCallback() {
        void this.load();
    }

    renderedCallback() {
        this.focusGuide.noteDrawn(this.template);
    }

    get isLoading() {
        return !this.schedule && !this.loadError;
    }

    get cannotSave() {
        return !this.schedule || this.isSaving;
    }

    async load() {
        this.loadError = undefined;
        try {
            const email = await callServer<SalesEmail>('GET', `/sales-emails/${this.emailId}`);
            this.schedule = email.schedule ?? firstSchedule(null);
            this.focusGuide.give('c-schedule-fields');
        } catch (error) {
            this.loadError = error;
        }
    }

    handleChange(event: CustomEvent<Schedule>) {
        this.schedule = event.detail;
    }

    handleCancelClick() {
        this.close();
    }

    async handleSaveClick() {
        const fields = this.template?.querySelector<ScheduleFieldsElement>('c-schedule-fields');
        if (this.isSaving || !fields?.commit()) return;
        this.isSaving = true;
        this.saveError = undefined;
        try {
            this.close(await callServer<SalesEmailRow>('PUT', `/sales-emails/${this.emailId}/schedule`, this.schedule));
        } catch (error) {
            this.saveError = error;
        }
        this.isSaving = false;
    }
}

/** Asks for another time for a scheduled email. Resolves with its row, or undefined. */
export function changeTime(emailId: string): Promise<SalesEmailRow | undefined> {
    return ChangeTime.open<SalesEmailRow>({ size: 'small', label: title, emailId });
}
