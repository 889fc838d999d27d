import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';

import hasAdminPermission from '@salesforce/customPermission/Administer_Sales_Actions';

import leave from '@salesforce/label/c.Settings_Unsaved_Leave';
import title from '@salesforce/label/c.Templates_Title';
import unsavedText from '@salesforce/label/c.Settings_Unsaved_Text';
import unsavedTitle from '@salesforce/label/c.Settings_Unsaved_Title';

import MsiConfirm from 'c/msiConfirm';
import { callServer } from 'c/serverApi';
import type { TemplateListElement } from 'c/templateList';
import { ALL_TEMPLATES, type TemplatePlace } from 'c/templatePlaces';
import { forgetTemplateWords, NEW_TEMPLATE, templatesWithWords } from 'c/templateWords';
import type { Me, TemplateCategories } from 'service';

/** The Templates tab: categories, the list, and the editor in their place (TP-1 to TP-10). The address names what is open. */
export default class MsiTemplates extends NavigationMixin(LightningElement) {
    labels = { title };
    me: Me | undefined;
    directory: TemplateCategories | undefined;
    error: unknown;
    /** Stands above what was read before. */
    refreshError: unknown;
    place = ALL_TEMPLATES;
    /** The template in the editor. */
    openId: string | undefined;
    /** The admin decides who may share, in place of the list. */
    isDeciding = false;
    hasUnsaved = false;
    wanted: string | undefined;
    /** The template that was left last gets the focus in the list. */
    leftId: string | undefined;
    /** The list is being read again. */
    refreshing: Promise<void> | undefined;

    @wire(CurrentPageReference)
    handlePageReference(reference: PageReference | null) {
        this.wanted = reference?.state?.['c__template'];
        if (this.directory && !this.hasUnsaved) this.show(this.wanted);
    }

    connectedCallback() {
        window.addEventListener('beforeunload', this.handleBeforeUnload);
        void this.load();
    }

    disconnectedCallback() {
        window.removeEventListener('beforeunload', this.handleBeforeUnload);
    }

    renderedCallback() {
        const { leftId } = this;
        if (leftId === undefined || this.openId) return;
        this.leftId = undefined;
        void this.focusOn(leftId);
    }

    get list() {
        return this.template?.querySelector<TemplateListElement>('c-template-list');
    }

    get isLoading() {
        return !this.directory && !this.error;
    }

    get isAdmin() {
        return Boolean(hasAdminPermission) && this.me?.role === 'admin';
    }

    /** A template that was deleted in the editor is not in the list any more, once that was read again. */
    async focusOn(id: string) {
        await this.refreshing;
        this.list?.focusOn(id);
    }

    /** The list stays as it is below the editor, with its search and its place. */
    get frameClass() {
        return this.openId || this.isDeciding ? 'slds-hide' : 'frame';
    }

    get categories() {
        return this.directory?.categories ?? [];
    }

    async load() {
        this.error = undefined;
        try {
            const [me, directory] = await Promise.all([
                callServer<Me>('GET', '/me'),
                callServer<TemplateCategories>('GET', '/template-categories')
            ]);
            this.me = me;
            this.directory = directory;
            this.show(this.wanted ?? templatesWithWords()[0]);
        } catch (error) {
            this.error = error;
        }
    }

    /** After a change of categories, or of what stands in them. What cannot be read now stays as it was. */
    async handleDirectoryChange() {
        this.refreshError = undefined;
        try {
            this.directory = await callServer<TemplateCategories>('GET', '/template-categories');
        } catch (error) {
            this.refreshError = error;
        }
        const { categoryId } = this.place;
        if (categoryId && !this.categories.some(({ id }) => id === categoryId)) this.place = ALL_TEMPLATES;
    }

    show(id: string | undefined) {
        if (id === this.openId) return;
        if (this.openId && !id) this.leftId = this.openId;
        this.openId = id;
        if (id) this.isDeciding = false;
    }

    goTo(id: string | undefined, replace = false) {
        this.show(id);
        this[NavigationMixin.Navigate](
            { type: 'standard__navItemPage', attributes: { apiName: 'MSI_Templates' }, state: id ? { c__template: id } : {} },
            replace
        );
    }

    handleBeforeUnload = (event: Event) => {
        if (this.hasUnsaved) event.preventDefault();
    };

    handlePlace(event: CustomEvent<TemplatePlace>) {
        this.place = event.detail;
    }

    handleOpen(event: CustomEvent<string>) {
        this.goTo(event.detail);
    }

    handleNew() {
        this.goTo(NEW_TEMPLATE);
    }

    handleUnsaved(event: CustomEvent<boolean>) {
        this.hasUnsaved = event.detail;
    }

    /** A new template has got its id, with which it can be found again. */
    handleCreated(event: CustomEvent<string>) {
        this.goTo(event.detail, true);
        this.handleSaved();
    }

    handleSaved() {
        this.refreshing = this.list?.refresh();
        void this.handleDirectoryChange();
    }

    async handleBack() {
        if (this.hasUnsaved) {
            const mayLeave = await MsiConfirm.open<boolean>({
                size: 'small',
                label: unsavedTitle,
                heading: unsavedTitle,
                consequences: [unsavedText],
                confirmLabel: leave
            });
            if (!mayLeave) return;
            this.hasUnsaved = false;
            if (this.openId) forgetTemplateWords(this.openId);
        }
        this.goTo(undefined);
    }

    handleDecide() {
        this.isDeciding = true;
    }

    handleDecided() {
        this.isDeciding = false;
        this.leftId = '';
    }
}
