import { LightningElement, api } from 'lwc';

import dismiss from '@salesforce/label/c.Panel_Refused_Dismiss';
import edit from '@salesforce/label/c.Panel_Refused_Edit';
import list from '@salesforce/label/c.Panel_Refused_List';

import { formatLabel } from 'c/labels';
import { findAction } from 'c/panelTables';
import type { RefusedAction } from 'service';

/** What the rep did on this record and Salesforce did not take, each with why. Fires `edit` with the one to open again, and `dismissed`. */
export default class RefusedActions extends LightningElement {
    @api refused: RefusedAction[] = [];

    labels = { dismiss, edit, list };
    isBusy = false;
    error: unknown;

    get items() {
        return this.refused.flatMap(({ action, id, title, reason }) => {
            const words = findAction(action)?.refused?.sentence;
            return words ? [{ id, sentence: formatLabel(words, title, reason) }] : [];
        });
    }

    handleEditClick(event: Event) {
        const detail = this.chosen(event);
        if (detail) this.dispatchEvent(new CustomEvent('edit', { detail }));
    }

    async handleDismissClick(event: Event) {
        const chosen = this.chosen(event);
        if (!chosen || this.isBusy) return;
        this.isBusy = true;
        this.error = undefined;
        try {
            await findAction(chosen.action)?.refused?.dismiss(chosen.id);
            this.dispatchEvent(new CustomEvent('dismissed'));
        } catch (error) {
            this.error = error;
        }
        this.isBusy = false;
    }

    chosen({ currentTarget }: Event) {
        return this.refused.find(({ id }) => id === (currentTarget as HTMLElement).dataset['id']);
    }
}
