import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';

import hasAdminPermission from '@salesforce/customPermission/Administer_Sales_Actions';

import admin from '@salesforce/label/c.Settings_Nav_Admin';
import certificates from '@salesforce/label/c.Settings_Trust_Title';
import channels from '@salesforce/label/c.Settings_Channels_Title';
import checklist from '@salesforce/label/c.Settings_Checklist_Title';
import connection from '@salesforce/label/c.Settings_Connection_Title';
import font from '@salesforce/label/c.Settings_Font_Title';
import leave from '@salesforce/label/c.Settings_Unsaved_Leave';
import limits from '@salesforce/label/c.Settings_Limits_Title';
import log from '@salesforce/label/c.Settings_Log_Title';
import mailboxes from '@salesforce/label/c.Settings_Mailboxes_Title';
import profile from '@salesforce/label/c.Profile_Title';
import mine from '@salesforce/label/c.Settings_Nav_Mine';
import optOuts from '@salesforce/label/c.Settings_OptOut_Title';
import permissions from '@salesforce/label/c.Settings_Permissions_Title';
import stop from '@salesforce/label/c.Settings_Stop_Title';
import teams from '@salesforce/label/c.Settings_Teams_Title';
import title from '@salesforce/label/c.Settings_Title';
import unsavedText from '@salesforce/label/c.Settings_Unsaved_Text';
import unsavedTitle from '@salesforce/label/c.Settings_Unsaved_Title';
import visibility from '@salesforce/label/c.Settings_Visibility_Title';
import welcomeLetter from '@salesforce/label/c.Settings_Letter_Title';

import MsiConfirm from 'c/msiConfirm';
import { forgetPage, pagesWithWords } from 'c/msiUnsavedWords';
import { callServer } from 'c/serverApi';
import type { Me } from 'service';

const MINE = [
    { name: 'profile', label: profile },
    { name: 'connection', label: connection }
];
/** Pages that became part of another, for whoever has the address. */
const MOVED: Record<string, string> = { identities: 'profile' };
const ADMIN = [
    { name: 'checklist', label: checklist },
    { name: 'teams', label: teams },
    { name: 'limits', label: limits },
    { name: 'permissions', label: permissions },
    { name: 'optOuts', label: optOuts },
    { name: 'visibility', label: visibility },
    { name: 'font', label: font },
    { name: 'channels', label: channels },
    { name: 'mailboxes', label: mailboxes },
    { name: 'welcomeLetter', label: welcomeLetter },
    { name: 'certificates', label: certificates },
    { name: 'log', label: log },
    { name: 'stop', label: stop }
];

/** The Settings tab: a page for each thing that a rep or an admin decides. The address names the page. */
export default class MsiSettings extends NavigationMixin(LightningElement) {
    labels = { admin, mine, title };
    me: Me | undefined;
    error: unknown;
    page = 'profile';
    /** What the list of a narrow page shows as chosen; the page follows unless the user decides to stay. */
    choice = 'profile';
    wanted: string | undefined;
    hasUnsaved = false;

    @wire(CurrentPageReference)
    handlePageReference(reference: PageReference | null) {
        const page = reference?.state?.['c__page'];
        this.wanted = page && (MOVED[page] ?? page);
        if (!this.hasUnsaved) this.showWanted();
    }

    connectedCallback() {
        window.addEventListener('beforeunload', this.handleBeforeUnload);
        void this.load();
    }

    disconnectedCallback() {
        window.removeEventListener('beforeunload', this.handleBeforeUnload);
    }

    get isLoading() {
        return !this.me && !this.error;
    }

    get isAdmin() {
        return Boolean(hasAdminPermission) && this.me?.role === 'admin';
    }

    get minePages() {
        return MINE;
    }

    get adminPages() {
        return this.isAdmin ? ADMIN : [];
    }

    get options() {
        return [...MINE, ...this.adminPages].map(({ name, label }) => ({ value: name, label }));
    }

    get shown() {
        return { [this.page]: true };
    }

    async load() {
        this.error = undefined;
        try {
            this.me = await callServer<Me>('GET', '/me');
            this.showWanted();
        } catch (error) {
            this.error = error;
        }
    }

    /** A page that the address names, if the user has it; else one on which something was not saved. */
    showWanted() {
        const names = this.options.map(({ value }) => value);
        const page = [this.wanted, ...(this.wanted ? [] : pagesWithWords())].find((name) => name && names.includes(name));
        if (page) this.show(page);
    }

    show(page: string) {
        this.page = page;
        this.choice = page;
    }

    handleUnsaved(event: CustomEvent<boolean>) {
        this.hasUnsaved = event.detail;
    }

    handleBeforeUnload = (event: Event) => {
        if (this.hasUnsaved) event.preventDefault();
    };

    /** The list would move on by itself; with unsaved changes the user decides first. */
    handleBeforeSelect(event: CustomEvent<{ name: string }>) {
        if (!this.hasUnsaved) return;
        event.preventDefault();
        void this.goTo(event.detail.name);
    }

    handleSelect(event: CustomEvent<{ name: string }>) {
        void this.goTo(event.detail.name);
    }

    handleChoice(event: CustomEvent<{ value: string }>) {
        void this.goTo(event.detail.value);
    }

    async goTo(page: string) {
        if (page === this.page) return;
        if (this.hasUnsaved && !(await this.mayLeave())) {
            // The list of a narrow page has already moved on, and follows only a change
            this.choice = '';
            await Promise.resolve();
            this.choice = this.page;
            return;
        }
        if (this.hasUnsaved) forgetPage(this.page);
        this.hasUnsaved = false;
        this.show(page);
        this[NavigationMixin.Navigate]({
            type: 'standard__navItemPage',
            attributes: { apiName: 'MSI_Settings' },
            state: { c__page: page }
        });
    }

    mayLeave() {
        return MsiConfirm.open<boolean>({
            size: 'small',
            label: unsavedTitle,
            heading: unsavedTitle,
            consequences: [unsavedText],
            confirmLabel: leave
        });
    }
}
