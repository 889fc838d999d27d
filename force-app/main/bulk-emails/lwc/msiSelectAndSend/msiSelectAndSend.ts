import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';

import newOne from '@salesforce/label/c.BulkEmails_Progress_New';
import title from '@salesforce/label/c.BulkEmails_Title';

import { callServer, ServerProblem } from 'c/serverApi';
import type { BulkEmail, NewBulkEmail } from 'service';

/** What was chosen to begin with: people, or a draft to go on with. */
export type Begun = { personIds: string[] } | { id: string };

/**
 * The page Select and Send: one email to many people, one message for each (PN-27 to PN-29). The address names the bulk email, or the
 * people whom a list hands over; a draft is then made of these, and their ids leave the address.
 */
export default class MsiSelectAndSend extends NavigationMixin(LightningElement) {
    labels = { newOne, title };
    reference: PageReference | undefined;
    bulkId: string | undefined;
    bulk: BulkEmail | undefined;
    error: unknown;
    /** People for whom a draft is being made. */
    begun: NewBulkEmail | undefined;
    /** As the address named them: Salesforce may say the same address twice. */
    namedPeople = '';
    flowIds: string[] = [];
    /** Until Salesforce has said what the address names, nobody is asked to choose anything. */
    knowsAddress = false;

    /** Whom a flow hands over: ids of Leads and Contacts. */
    @api
    get ids(): string[] | undefined {
        return this.flowIds;
    }
    set ids(ids: string[] | undefined) {
        const isSame = this.flowIds.join() === (ids ?? []).join();
        this.flowIds = ids ?? [];
        if (ids?.length && !isSame) void this.begin({ personIds: ids, recordId: null });
    }

    @wire(CurrentPageReference)
    handlePageReference(reference: PageReference | null) {
        this.knowsAddress = true;
        if (!reference || this.flowIds.length > 0 || !isThisPage(reference)) return;
        const { c__id: id, c__ids: ids, c__record: recordId = null } = reference.state ?? {};
        this.reference = reference;
        const personIds = (ids ?? '').split(',').filter(Boolean);
        const isSame = this.namedPeople === personIds.join();
        this.namedPeople = personIds.join();
        if (id) this.show(id);
        else if (personIds.length === 0) this.show(undefined);
        else if (!isSame) void this.begin({ personIds, recordId });
    }

    get isChoosing() {
        return this.knowsAddress && !this.bulkId && !this.begun && !this.bulk;
    }

    get isLoading() {
        return !this.bulk && !this.error;
    }

    /** Trying again brings nothing back. */
    get isGone() {
        const { error } = this;
        return error instanceof ServerProblem && (error.status === 404 || error.code === 'validation_failed');
    }

    get isDraft() {
        return this.bulk?.state === 'draft';
    }

    show(id: string | undefined) {
        if (id === this.bulkId && !this.begun) return;
        this.bulkId = id;
        this.begun = undefined;
        this.bulk = undefined;
        this.error = undefined;
        if (id) void this.load();
    }

    async load() {
        const { bulkId: id } = this;
        this.error = undefined;
        try {
            const bulk = await callServer<BulkEmail>('GET', `/bulk-emails/${encodeURIComponent(id ?? '')}`);
            if (id === this.bulkId) this.bulk = bulk;
        } catch (error) {
            if (id === this.bulkId) this.error = error;
        }
    }

    async begin(people: NewBulkEmail) {
        this.bulkId = undefined;
        this.bulk = undefined;
        this.begun = people;
        await this.make();
    }

    /** A draft of the people who were chosen. */
    async make() {
        const { begun } = this;
        if (!begun) return;
        this.error = undefined;
        try {
            const bulk = await callServer<BulkEmail>('POST', '/bulk-emails', begun);
            if (begun !== this.begun) return;
            this.begun = undefined;
            this.bulkId = bulk.id;
            this.bulk = bulk;
            this.goTo(bulk.id, true);
        } catch (error) {
            if (begun === this.begun) this.error = error;
        }
    }

    /** The same page with another bulk email; in a flow there is no address that could say it. */
    goTo(id: string | undefined, replace = false) {
        const { reference } = this;
        this.knowsAddress = true;
        if (!reference || this.flowIds.length > 0) this.show(id);
        else
            this[NavigationMixin.Navigate](
                { type: reference.type, attributes: reference.attributes, state: id ? { c__id: id } : {} },
                replace
            );
    }

    handleRetry() {
        if (this.begun) void this.make();
        else void this.load();
    }

    handleBegin({ detail }: CustomEvent<Begun>) {
        if ('id' in detail) this.goTo(detail.id);
        else void this.begin({ personIds: detail.personIds, recordId: null });
    }

    handleAccepted() {
        if (this.bulk) this.bulk = { ...this.bulk, state: 'accepted' };
    }

    handleDiscarded() {
        this.goTo(undefined, true);
    }

    handleNew() {
        this.goTo(undefined);
    }
}

/** Salesforce tells a page that it keeps in the background of other pages too. */
function isThisPage({ attributes: { componentName = '', apiName = '' } }: PageReference): boolean {
    return componentName.endsWith('__msiSelectAndSend') || apiName.endsWith('MSI_Select_and_Send');
}
