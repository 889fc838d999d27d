import { LightningElement, api } from 'lwc';

import add from '@salesforce/label/c.Settings_Teams_Add';
import added from '@salesforce/label/c.Settings_Teams_Added';
import addOne from '@salesforce/label/c.Settings_Teams_AddOne';
import back from '@salesforce/label/c.Settings_Teams_Back';
import deactivated from '@salesforce/label/c.Users_State_Deactivated';
import help from '@salesforce/label/c.Settings_Teams_AddHelp';
import invited from '@salesforce/label/c.Users_State_Invited';
import membersText from '@salesforce/label/c.Settings_Teams_Members';
import nobodyFound from '@salesforce/label/c.Settings_Teams_NobodyFound';
import noMembers from '@salesforce/label/c.Settings_Teams_NoMembers';
import placeholder from '@salesforce/label/c.Settings_Teams_AddPlaceholder';
import remove from '@salesforce/label/c.Settings_Teams_Remove';
import removed from '@salesforce/label/c.Settings_Teams_Removed';
import title from '@salesforce/label/c.Settings_Teams_Title';

import { formatLabel, formatPlural } from 'c/labels';
import { callServer } from 'c/serverApi';
import type { TeamPage, User, UserList } from 'service';

const STATES: Partial<Record<User['state'], string>> = { invited, deactivated };

/** Who is in one team: finds users to add, and takes members out. Fires `back`. */
export default class MsiTeam extends LightningElement {
    @api teamId = '';

    labels = { add, back, help, noMembers, placeholder };
    team: TeamPage | undefined;
    users: User[] = [];
    words = '';
    /** What has just been done, for those who cannot see it. */
    doneText = '';
    isBusy = false;
    isFocused = false;
    /** Stands in place of the team. */
    loadError: unknown;
    /** Stands above the members, who stay. */
    error: unknown;

    connectedCallback() {
        void this.load();
    }

    /** The button that led here is gone, and the focus with it. */
    renderedCallback() {
        if (this.isFocused || !this.team) return;
        this.isFocused = true;
        this.focusSearch();
    }

    get isLoading() {
        return !this.team && !this.loadError;
    }

    get heading() {
        return this.team?.name ?? title;
    }

    get countText() {
        return formatPlural(membersText, this.team?.memberCount ?? 0);
    }

    get isEmpty() {
        return this.team?.members.length === 0;
    }

    get members() {
        return (this.team?.members ?? []).map(({ userId, name, email, state }) => {
            const who = name ?? email;
            return {
                userId,
                who,
                address: name ? email : undefined,
                stateText: STATES[state],
                removeLabel: formatLabel(remove, who)
            };
        });
    }

    get hasFound() {
        return this.found.length > 0;
    }

    /** Of the users who could be added, those whom the words name. */
    get found() {
        const wanted = this.words.trim().toLowerCase();
        if (!wanted) return [];
        const inside = new Set(this.team?.members.map(({ userId }) => userId));
        return this.users
            .filter(({ id, state }) => state !== 'deactivated' && !inside.has(id))
            .filter(({ name, email }) => `${name ?? ''} ${email}`.toLowerCase().includes(wanted))
            .map(({ id, name, email }) => {
                const who = name ?? email;
                return { id, who, address: name ? email : undefined, addLabel: formatLabel(addOne, who) };
            });
    }

    get statusText() {
        if (this.doneText) return this.doneText;
        return this.words.trim() && !this.hasFound ? formatLabel(nobodyFound, this.words.trim()) : '';
    }

    async load() {
        try {
            const [team, { users }] = await Promise.all([
                callServer<TeamPage>('GET', `/teams/${this.teamId}`),
                callServer<UserList>('GET', '/users')
            ]);
            this.team = team;
            this.users = users;
            this.loadError = undefined;
        } catch (error) {
            if (this.team) this.error = error;
            else this.loadError = error;
        }
    }

    handleRetry() {
        this.loadError = undefined;
        this.error = undefined;
        void this.load();
    }

    handleBackClick() {
        this.dispatchEvent(new CustomEvent('back'));
    }

    handleWordsChange(event: CustomEvent<{ value: string }>) {
        this.words = event.detail.value;
        this.doneText = '';
    }

    async handleAddClick(event: Event & { currentTarget: HTMLElement }) {
        const row = this.found.find(({ id }) => id === event.currentTarget.dataset['add']);
        if (row) await this.change('PUT', row.id, formatLabel(added, row.who));
    }

    async handleRemoveClick(event: Event & { currentTarget: HTMLElement }) {
        const row = this.members.find(({ userId }) => userId === event.currentTarget.dataset['remove']);
        if (row) await this.change('DELETE', row.userId, formatLabel(removed, row.who));
    }

    /** The service's answer is the team as it then is. The pressed button is gone after it, so the focus goes back to the search. */
    async change(method: 'PUT' | 'DELETE', userId: string, doneText: string) {
        this.isBusy = true;
        this.error = undefined;
        this.doneText = '';
        try {
            this.team = await callServer<TeamPage>(method, `/teams/${this.teamId}/members/${userId}`);
            this.doneText = doneText;
            this.focusSearch();
        } catch (error) {
            this.error = error;
        } finally {
            this.isBusy = false;
        }
    }

    focusSearch() {
        this.template?.querySelector<HTMLElement>('lightning-input')?.focus();
    }
}
