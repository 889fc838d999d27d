import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import create from '@salesforce/label/c.Settings_Teams_Create';
import created from '@salesforce/label/c.Settings_Teams_Created';
import deleted from '@salesforce/label/c.Settings_Teams_Deleted';
import deleteEmpty from '@salesforce/label/c.Settings_Teams_DeleteEmpty';
import deleteForGood from '@salesforce/label/c.Settings_Teams_DeleteForGood';
import deleteItem from '@salesforce/label/c.Settings_Teams_DeleteItem';
import deleteMembers from '@salesforce/label/c.Settings_Teams_DeleteMembers';
import deleteTeam from '@salesforce/label/c.Settings_Teams_Delete';
import deleteTitle from '@salesforce/label/c.Settings_Teams_DeleteTitle';
import empty from '@salesforce/label/c.Settings_Teams_Empty';
import everyone from '@salesforce/label/c.Settings_Teams_Everyone';
import everyoneText from '@salesforce/label/c.Settings_Teams_EveryoneText';
import full from '@salesforce/label/c.Settings_Teams_Full';
import intro from '@salesforce/label/c.Settings_Teams_Intro';
import members from '@salesforce/label/c.Settings_Teams_Members';
import menu from '@salesforce/label/c.Settings_Teams_Menu';
import nameLabel from '@salesforce/label/c.Settings_Teams_Name';
import newTeam from '@salesforce/label/c.Settings_Teams_New';
import rename from '@salesforce/label/c.Settings_Teams_Rename';
import renamed from '@salesforce/label/c.Settings_Teams_Renamed';
import renameTitle from '@salesforce/label/c.Settings_Teams_RenameTitle';
import save from '@salesforce/label/c.Settings_Save';
import title from '@salesforce/label/c.Settings_Teams_Title';

import { formatLabel, formatPlural } from 'c/labels';
import MsiConfirm from 'c/msiConfirm';
import NameWindow from 'c/nameWindow';
import { callServer } from 'c/serverApi';
import type { Team, TeamList } from 'service';

/** The teams of the org: what there is, what each is called, and the way to its members (AD-3). */
export default class MsiTeams extends LightningElement {
    labels = { everyone, everyoneText, intro, newTeam, remove: deleteItem, rename, title };
    list: TeamList | undefined;
    /** The team whose members are shown in place of the list. */
    openId: string | undefined;
    /** The team that was left last: its button gets the focus again. */
    leftId: string | undefined;
    busyId: string | undefined;
    /** Stands in place of the list. */
    loadError: unknown;
    /** Stands above the list, which stays. */
    error: unknown;

    connectedCallback() {
        void this.load();
    }

    renderedCallback() {
        if (!this.leftId || this.openId) return;
        this.template?.querySelector<HTMLElement>(`[data-open="${this.leftId}"]`)?.focus();
        this.leftId = undefined;
    }

    get isLoading() {
        return !this.list && !this.loadError;
    }

    get isFull() {
        return this.list && this.list.teams.length >= this.list.mostTeams;
    }

    get canAdd() {
        return this.list && !this.isFull;
    }

    get everyoneCount() {
        return formatPlural(members, this.list?.everyoneCount ?? 0);
    }

    get rows() {
        return (this.list?.teams ?? []).map((team) => ({
            ...team,
            countText: formatPlural(members, team.memberCount),
            menuText: formatLabel(menu, team.name),
            isBusy: team.id === this.busyId
        }));
    }

    get underText() {
        if (this.isFull) return formatLabel(full, this.list?.mostTeams);
        return this.list?.teams.length === 0 ? empty : undefined;
    }

    async load() {
        try {
            this.list = await callServer<TeamList>('GET', '/teams');
            this.loadError = undefined;
        } catch (error) {
            if (this.list) this.error = error;
            else this.loadError = error;
        }
    }

    handleRetry() {
        this.loadError = undefined;
        this.error = undefined;
        void this.load();
    }

    handleOpenClick(event: Event & { currentTarget: HTMLElement }) {
        this.openId = event.currentTarget.dataset['open'];
    }

    handleBack() {
        this.leftId = this.openId;
        this.openId = undefined;
        void this.load();
    }

    async handleNewClick() {
        const team = await NameWindow.open<Team>({
            size: 'small',
            label: newTeam,
            heading: newTeam,
            nameLabel,
            saveLabel: create,
            save: (name: string) => callServer<Team>('POST', '/teams', { name })
        });
        await this.load();
        if (!team) return;
        this.toast(formatLabel(created, team.name));
        this.openId = team.id;
    }

    async handleSelect(event: CustomEvent<{ value: string }> & { currentTarget: HTMLElement }) {
        const team = this.list?.teams.find(({ id }) => id === event.currentTarget.dataset['id']);
        if (!team) return;
        if (event.detail.value === 'rename') await this.rename(team);
        else await this.remove(team);
    }

    async rename(team: Team) {
        const heading = formatLabel(renameTitle, team.name);
        const saved = await NameWindow.open<Team>({
            size: 'small',
            label: heading,
            heading,
            nameLabel,
            saveLabel: save,
            name: team.name,
            save: (name: string) => callServer<Team>('PATCH', `/teams/${team.id}`, { name })
        });
        // It may have been left because somebody else has deleted the team
        await this.load();
        if (saved) this.toast(formatLabel(renamed, saved.name));
    }

    async remove({ id, name, memberCount }: Team) {
        const heading = formatLabel(deleteTitle, name);
        const isConfirmed = await MsiConfirm.open<boolean>({
            size: 'small',
            label: heading,
            heading,
            consequences: [memberCount > 0 ? formatPlural(deleteMembers, memberCount) : deleteEmpty, deleteForGood],
            confirmLabel: deleteTeam
        });
        if (!isConfirmed) return;
        this.busyId = id;
        this.error = undefined;
        try {
            await callServer('DELETE', `/teams/${id}`);
            this.toast(formatLabel(deleted, name));
            await this.load();
            // The button that was pressed has gone with its row
            this.template?.querySelector<HTMLElement>('.new')?.focus();
        } catch (error) {
            this.error = error;
        } finally {
            this.busyId = undefined;
        }
    }

    toast(text: string) {
        this.dispatchEvent(new ShowToastEvent({ title: text, variant: 'success' }));
    }
}
