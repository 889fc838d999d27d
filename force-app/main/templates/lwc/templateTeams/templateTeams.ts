import { LightningElement, api } from 'lwc';

import everyone from '@salesforce/label/c.Settings_Teams_Everyone';
import teams from '@salesforce/label/c.Settings_Teams_Title';

/** Whom something is for. */
export interface Audience {
    everyone: boolean;
    teamIds: string[];
}

/** Everyone, or some teams. Fires `audience` with an Audience. */
export default class TemplateTeams extends LightningElement {
    @api teams: { id: string; name: string }[] = [];
    @api audience: Audience = { everyone: false, teamIds: [] };
    /** What it means that everyone is chosen. */
    @api everyoneText = '';
    /** Stands where there is no team to choose. */
    @api noTeamsText = '';
    @api disabled = false;

    labels = { everyone, teams };

    @api
    focus() {
        this.template?.querySelector<HTMLElement>('lightning-input')?.focus();
    }

    get options() {
        return this.teams.map(({ id, name }) => ({ value: id, label: name }));
    }

    get hasTeams() {
        return this.teams.length > 0;
    }

    /** Everyone has every team. */
    get areTeamsDisabled() {
        return this.disabled || this.audience.everyone;
    }

    handleEveryoneChange(event: CustomEvent<{ checked: boolean }>) {
        this.tell({ everyone: event.detail.checked });
    }

    handleTeamsChange(event: CustomEvent<{ value: string[] }>) {
        this.tell({ teamIds: event.detail.value });
    }

    tell(change: Partial<Audience>) {
        this.dispatchEvent(new CustomEvent<Audience>('audience', { detail: { ...this.audience, ...change } }));
    }
}
