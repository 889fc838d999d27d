import { LightningElement } from 'lwc';

import intro from '@salesforce/label/c.Settings_Clients_Intro';
import title from '@salesforce/label/c.Settings_Clients_Title';

import { callServer } from 'c/serverApi';
import type { OAuthClient, OAuthClientList } from 'service';

/** With which OAuth clients mailboxes are connected. Fires `unsaved` with whether a form has something to save. */
export default class MsiOauthClients extends LightningElement {
    labels = { intro, title };
    clients: OAuthClient[] | undefined;
    error: unknown;
    unsaved = new Set<string>();

    connectedCallback() {
        void this.load();
    }

    get isLoading() {
        return !this.clients && !this.error;
    }

    async load() {
        this.error = undefined;
        try {
            ({ oauthClients: this.clients } = await callServer<OAuthClientList>('GET', '/oauth-clients'));
        } catch (error) {
            this.error = error;
        }
    }

    handleUnsaved(event: CustomEvent<boolean>) {
        const provider = (event.currentTarget as HTMLElement).dataset['provider'] ?? '';
        if (event.detail) this.unsaved.add(provider);
        else this.unsaved.delete(provider);
        this.dispatchEvent(new CustomEvent('unsaved', { detail: this.unsaved.size > 0 }));
    }

    handleChanged() {
        void this.load();
    }
}
