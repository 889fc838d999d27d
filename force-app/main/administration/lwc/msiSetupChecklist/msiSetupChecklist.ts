import { LightningElement } from 'lwc';

import intro from '@salesforce/label/c.Settings_Checklist_Intro';
import openChecklist from '@salesforce/label/c.Settings_Checklist_Open';
import signIn from '@salesforce/label/c.Settings_Checklist_SignIn';
import title from '@salesforce/label/c.Settings_Checklist_Title';

import { callServer } from 'c/serverApi';
import type { OrgTrust } from 'service';

/** The way to the service's own page that reads what is left to set up in Salesforce. */
export default class MsiSetupChecklist extends LightningElement {
    labels = { intro, open: openChecklist, signIn, title };
    trust: OrgTrust | undefined;
    error: unknown;

    connectedCallback() {
        void this.load();
    }

    get isLoading() {
        return !this.trust && !this.error;
    }

    async load() {
        this.error = undefined;
        try {
            this.trust = await callServer<OrgTrust>('GET', '/org-trust');
        } catch (error) {
            this.error = error;
        }
    }
}
