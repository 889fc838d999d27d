import { api } from 'lwc';
import LightningModal from 'lightning/modal';

import addresses from '@salesforce/label/c.Users_Invite_Addresses';
import addressesHelp from '@salesforce/label/c.Users_Invite_AddressesHelp';
import admin from '@salesforce/label/c.Users_Role_Admin';
import back from '@salesforce/label/c.Users_Invite_Back';
import cancel from '@salesforce/label/c.Shared_Cancel';
import done from '@salesforce/label/c.Users_Invite_Done';
import inviteStrangers from '@salesforce/label/c.Users_Check_InviteStrangers';
import more from '@salesforce/label/c.Users_Invite_More';
import needsAddress from '@salesforce/label/c.Users_Invite_NeedsAddress';
import next from '@salesforce/label/c.Users_Invite_Next';
import notAsked from '@salesforce/label/c.Users_Check_NotAsked';
import rep from '@salesforce/label/c.Users_Role_Rep';
import role from '@salesforce/label/c.Users_Invite_Role';
import send from '@salesforce/label/c.Users_Invite_SendTo';
import summary from '@salesforce/label/c.Users_Invite_Summary';
import teams from '@salesforce/label/c.Users_Invite_Teams';
import title from '@salesforce/label/c.Users_Invite_Title';
import tooMany from '@salesforce/label/c.Users_Invite_TooMany';
import willInvite from '@salesforce/label/c.Users_Check_WillInvite';

import { splitAddresses } from 'c/addresses';
import { formatLabel, formatPlural } from 'c/labels';
import { callServer } from 'c/serverApi';
import { WindowFocus } from 'c/windowFocus';

import type { InvitationChecks, InvitationDraft, InvitationResult, Invitations, Team, TeamList, User } from 'service';
import { checkRow, isStranger, resultRow } from './rows';

/** What the service takes at once (AD-1). */
const MOST_ADDRESSES = 100;

/** Chosen elsewhere, such as from a file; those in `admins` are among `emails`. */
export interface InvitedPeople {
    emails: string[];
    admins: string[];
    teams: NonNullable<Invitations['teams']>;
}

interface Field {
    setCustomValidity(message: string): void;
    reportValidity(): boolean;
    focus(): void;
}

/**
 * Invites people in three steps: choose, look at what Salesforce knows of each address, and read what became of each (AD-1). Somebody who
 * is no active Salesforce user is left out unless the admin wants otherwise.
 */
export default class MsiInvite extends LightningModal {
    /** Begins with the second step. */
    @api people: InvitedPeople | undefined;

    labels = { addresses, addressesHelp, back, cancel, done, inviteStrangers, more, next, notAsked, role, teams, title };
    roles = [
        { label: rep, value: 'rep' },
        { label: admin, value: 'admin' }
    ];

    text = '';
    chosenRole: User['role'] = 'rep';
    teams: Team[] = [];
    chosenTeamIds: string[] = [];
    checks: InvitationChecks | undefined;
    /** Roles and teams come with the people until the admin types others. */
    isFromElsewhere = false;
    withStrangers = false;
    results: InvitationResult['results'] | undefined;
    isBusy = false;
    error: unknown;
    focusGuide = new WindowFocus();

    connectedCallback() {
        void this.loadTeams();
        if (!this.people) {
            this.focusGuide.give('c-msi-user-search');
            return;
        }
        this.isFromElsewhere = true;
        this.text = this.people.emails.join('\n');
        void this.check(this.people.emails);
    }

    renderedCallback() {
        this.focusGuide.noteDrawn(this.template);
    }

    get isChoosing() {
        return !this.checks && !this.results;
    }

    get isChecking() {
        return Boolean(this.checks) && !this.results;
    }

    /** People from a file bring their roles and teams. */
    get choosesRole() {
        return !this.isFromElsewhere;
    }

    get choosesTeams() {
        return this.choosesRole && this.teams.length > 0;
    }

    get teamOptions() {
        return this.teams.map(({ id, name }) => ({ value: id, label: name }));
    }

    get emails() {
        return splitAddresses(this.text);
    }

    get rows() {
        if (this.results) return this.results.map(resultRow);
        return (this.checks?.results ?? []).map(checkRow);
    }

    get heading() {
        if (!this.results) return formatPlural(willInvite, this.wanted.length);
        const count = this.results.filter(({ outcome }) => outcome === 'invited').length;
        return formatLabel(summary, count, this.rows.length);
    }

    get hasStrangers() {
        return Boolean(this.checks?.results.some(isStranger));
    }

    get isSalesforceSilent() {
        return this.checks?.isSalesforceAsked === false;
    }

    /** Who gets an invitation when the button is pressed. */
    get wanted() {
        const found = this.checks?.results ?? [];
        return found.filter((row) => row.finding === 'ready' || (this.withStrangers && isStranger(row))).map(({ email }) => email);
    }

    get sendLabel() {
        return formatPlural(send, this.wanted.length);
    }

    get cannotSend() {
        return this.isBusy || this.wanted.length === 0;
    }

    handleTextChange(event: CustomEvent<{ value: string }>) {
        this.text = event.detail.value;
        this.field?.setCustomValidity('');
    }

    handleChoose(event: CustomEvent<string>) {
        this.text = [...this.emails, event.detail].join('\n');
        this.field?.setCustomValidity('');
    }

    handleRoleChange(event: CustomEvent<{ value: User['role'] }>) {
        this.chosenRole = event.detail.value;
    }

    handleTeamsChange(event: CustomEvent<{ value: string[] }>) {
        this.chosenTeamIds = event.detail.value;
    }

    handleStrangersChange(event: CustomEvent<{ checked: boolean }>) {
        this.withStrangers = event.detail.checked;
    }

    async handleNextClick() {
        const { emails } = this;
        if (this.isAcceptable(emails)) await this.check(emails);
    }

    handleBackClick() {
        this.checks = undefined;
        this.withStrangers = false;
        this.error = undefined;
    }

    async handleSendClick() {
        if (this.cannotSend) return;
        const emails = this.wanted;
        const body: Invitations = this.isFromElsewhere
            ? { emails, role: 'rep', ...this.broughtBy(emails) }
            : { emails, role: this.chosenRole, admins: [], teams: this.chosenTeamIds.map((id) => ({ id, emails })) };
        await this.run(async () => {
            ({ results: this.results } = await callServer<InvitationResult>('POST', '/users/invitations', body));
        });
    }

    /** What can be corrected in the text comes back: the others were refused for what they are. */
    handleMoreClick() {
        const wrong = (this.checks?.results ?? []).filter((row) => row.finding === 'not_an_address' || isStranger(row));
        const invited = new Set(this.results?.filter(({ outcome }) => outcome === 'invited').map(({ email }) => email));
        this.text = wrong
            .map(({ email }) => email)
            .filter((email) => !invited.has(email))
            .join('\n');
        this.isFromElsewhere = false;
        this.results = undefined;
        this.handleBackClick();
    }

    handleCloseClick() {
        this.close();
    }

    /** What the people from elsewhere bring, as far as they are among these addresses. */
    broughtBy(emails: string[]) {
        const { people } = this;
        const among = (found: string[]) => found.filter((email) => emails.includes(email));
        return {
            admins: among(people?.admins ?? []),
            teams: (people?.teams ?? []).map((team) => ({ id: team.id, emails: among(team.emails) }))
        };
    }

    /** Teams are optional, so an invitation goes on without them. */
    async loadTeams() {
        try {
            this.teams = (await callServer<TeamList>('GET', '/teams')).teams;
        } catch (error) {
            if (this.choosesRole && this.isChoosing) this.error = error;
        }
    }

    get field(): Field | null {
        return this.template?.querySelector<HTMLElement & Field>('.addresses') ?? null;
    }

    async check(emails: string[]) {
        const body: InvitationDraft = { emails };
        await this.run(async () => {
            this.checks = await callServer<InvitationChecks>('POST', '/users/invitations/check', body);
        });
    }

    async run(step: () => Promise<void>) {
        this.isBusy = true;
        this.error = undefined;
        await this.attempt(step);
        this.isBusy = false;
    }

    async attempt(step: () => Promise<void>) {
        try {
            await step();
        } catch (error) {
            this.error = error;
        }
    }

    isAcceptable({ length }: string[]) {
        const problem = length === 0 ? needsAddress : length > MOST_ADDRESSES ? formatLabel(tooMany, length) : '';
        this.field?.setCustomValidity(problem);
        this.field?.reportValidity();
        if (problem) this.field?.focus();
        return !problem;
    }
}
