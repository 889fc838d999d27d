import { LightningElement, api } from 'lwc';

import addFor from '@salesforce/label/c.Users_Search_AddFor';
import added from '@salesforce/label/c.Users_Search_Added';
import isActive from '@salesforce/label/c.Users_Outcome_AlreadyActive';
import isInvited from '@salesforce/label/c.Users_Search_Invited';
import none from '@salesforce/label/c.Users_Search_None';
import placeholder from '@salesforce/label/c.Users_Search_Placeholder';
import search from '@salesforce/label/c.Users_Search_Salesforce';

import { formatLabel } from 'c/labels';
import { callServer } from 'c/serverApi';
import type { SalesforceUserList } from 'service';

const TYPING_PAUSE_MS = 300;
/** The service looks for nothing shorter. */
const SHORTEST = 2;

/** Finds active Salesforce users by name or address. Fires `choose` with the address. */
export default class MsiUserSearch extends LightningElement {
    /** Addresses that are chosen already. */
    @api chosen: string[] = [];
    @api disabled = false;

    labels = { placeholder, search };
    words = '';
    found: SalesforceUserList['users'] | undefined;
    error: unknown;
    asked = 0;
    timer: ReturnType<typeof setTimeout> | undefined;

    @api
    focus() {
        this.template?.querySelector<HTMLElement>('lightning-input')?.focus();
    }

    disconnectedCallback() {
        clearTimeout(this.timer);
    }

    get hasRows() {
        return this.rows.length > 0;
    }

    get rows() {
        const chosen = new Set(this.chosen.map((email) => email.toLowerCase()));
        return (this.found ?? []).map(({ salesforceUserId: key, name, title, email, state }) => {
            const isChosen = chosen.has(email.toLowerCase());
            const note = isChosen ? added : state === 'activated' ? isActive : state === 'invited' ? isInvited : (title ?? undefined);
            const canAdd = !isChosen && state !== 'activated' && state !== 'invited';
            return { key, name, email, note, canAdd, addLabel: formatLabel(addFor, name) };
        });
    }

    get statusText() {
        return this.found?.length === 0 ? formatLabel(none, this.words.trim()) : '';
    }

    handleChange(event: CustomEvent<{ value: string }>) {
        this.words = event.detail.value;
        clearTimeout(this.timer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => this.look(), TYPING_PAUSE_MS);
    }

    handleAddClick(event: Event & { currentTarget: HTMLElement }) {
        this.dispatchEvent(new CustomEvent('choose', { detail: event.currentTarget.dataset['email'] }));
    }

    /** An answer that comes after other words were typed is dropped. */
    async look() {
        this.asked += 1;
        const { asked } = this;
        const q = this.words.trim();
        this.error = undefined;
        if (q.length < SHORTEST) {
            this.found = undefined;
            return;
        }
        try {
            const { users } = await callServer<SalesforceUserList>(
                'GET',
                `/users/salesforce-users?${new URLSearchParams({ q }).toString()}`
            );
            if (asked === this.asked) this.found = users;
        } catch (error) {
            if (asked !== this.asked) return;
            this.found = undefined;
            this.error = error;
        }
    }
}
