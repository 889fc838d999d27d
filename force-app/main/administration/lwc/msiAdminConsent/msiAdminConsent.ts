import { LightningElement } from 'lwc';

import button from '@salesforce/label/c.Settings_AdminConsent_Button';
import given from '@salesforce/label/c.Settings_AdminConsent_Given';
import intro from '@salesforce/label/c.Settings_AdminConsent_Intro';
import notYet from '@salesforce/label/c.Settings_AdminConsent_NotYet';
import refused from '@salesforce/label/c.Settings_AdminConsent_Refused';
import title from '@salesforce/label/c.Settings_AdminConsent_Title';

import { callServer } from 'c/serverApi';
import type { AdminConsent } from 'service';

/** One consent of the Microsoft administrator for everybody of their tenant. */
export default class MsiAdminConsent extends LightningElement {
    labels = { button, given, intro, notYet, refused, title };
    consent: AdminConsent | undefined;
    error: unknown;

    connectedCallback() {
        void this.load();
    }

    get isLoading() {
        return !this.consent && !this.error;
    }

    get pattern() {
        return this.consent?.answer === 'given' ? given : refused;
    }

    get isAnswered() {
        return Boolean(this.consent?.answer);
    }

    async load() {
        this.error = undefined;
        try {
            this.consent = await callServer<AdminConsent>('GET', '/microsoft-admin-consent');
        } catch (error) {
            this.error = error;
        }
    }
}
