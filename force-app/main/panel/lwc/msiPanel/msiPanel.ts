import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import done from '@salesforce/label/c.Onboarding_Done';
import title from '@salesforce/label/c.Panel_Title';

import { findAction, findTab } from 'c/panelTables';
import { callServer, endsAccess } from 'c/serverApi';
import type { Panel } from 'service';
import { recordFacts } from './recordFacts';

/** The part of `c-panel-tabs` that an action needs. */
type PanelTabs = HTMLElement & { put(name: string, item: unknown): void; markStale(): void };

/** While something is missing, the state is read again this often; sooner when the rep is busy with it in another tab. */
const NOT_READY_MS = 15_000;
const AWAY_MS = 5000;

/** The sales actions of a Lead, Contact, Account or Opportunity, and what became of them. */
export default class MsiPanel extends LightningElement {
    @api objectApiName: string | undefined;

    labels = { title };
    recordIdNow = '';
    panel: Panel | undefined;
    error: unknown;
    isRefreshing = false;
    isAway = false;
    isTourDone = false;
    timer: ReturnType<typeof setTimeout> | undefined;

    @api
    get recordId(): string {
        return this.recordIdNow;
    }
    set recordId(recordId: string) {
        const isOther = this.recordIdNow !== '' && this.recordIdNow !== recordId;
        this.recordIdNow = recordId;
        if (isOther && this.isConnected) this.start();
    }

    connectedCallback() {
        document.addEventListener('visibilitychange', this.handleReturn);
        window.addEventListener('focus', this.handleReturn);
        this.start();
    }

    disconnectedCallback() {
        document.removeEventListener('visibilitychange', this.handleReturn);
        window.removeEventListener('focus', this.handleReturn);
        this.stop();
    }

    get isLoading() {
        return !this.panel && !this.error;
    }

    get isReady() {
        return this.panel?.readiness === 'ready';
    }

    get isNotReady() {
        return Boolean(this.panel) && !this.isReady;
    }

    /** The mailbox works, but lacks a permission that its rep can give. */
    get canAskForMore() {
        return this.isReady && Boolean(this.panel?.emailConnection?.missingCapabilities.length);
    }

    get showReadiness() {
        return this.isNotReady || this.canAskForMore;
    }

    /** The rest happens in another tab, so the state is read again until it is there. */
    get isWaitingForRep() {
        return this.isNotReady || (this.canAskForMore && this.isAway);
    }

    get showTabs() {
        return (this.panel?.tabs ?? []).some(({ name }) => findTab(name));
    }

    get showTour() {
        return this.isReady && this.panel?.user?.panelTourDone === false && !this.isTourDone;
    }

    get actions() {
        return this.panel?.actions ?? [];
    }

    /** Why the first action cannot be used, where it has a sentence for that. */
    get notice() {
        const { panel } = this;
        const action = this.actions.find(({ name }) => findAction(name));
        return panel && action && findAction(action.name)?.notice?.(action, panel);
    }

    get facts() {
        return this.panel && recordFacts(this.panel);
    }

    get tabs() {
        return this.template?.querySelector<PanelTabs>('c-panel-tabs');
    }

    start() {
        this.stop();
        this.panel = undefined;
        this.error = undefined;
        void this.load();
    }

    stop() {
        clearTimeout(this.timer);
    }

    /** One request gives everything the panel shows first. */
    async load() {
        clearTimeout(this.timer);
        const { recordIdNow } = this;
        const wasWaiting = this.isAway;
        try {
            const panel = await callServer<Panel>('GET', `/panel?recordId=${recordIdNow}`);
            if (recordIdNow !== this.recordIdNow || !this.isConnected) return;
            this.error = undefined;
            this.panel = panel;
            if (this.isReady && !this.isWaitingForRep) {
                this.isAway = false;
                if (wasWaiting) this.toast(done);
            }
        } catch (error) {
            if (recordIdNow !== this.recordIdNow) return;
            if (endsAccess(error)) this.panel = undefined;
            // What is on the screen stays; only a panel with nothing to show becomes an error.
            if (this.panel) this.tabs?.markStale();
            else this.error = error;
        }
        this.planCheck();
    }

    planCheck() {
        clearTimeout(this.timer);
        if (!this.isWaitingForRep || !this.isConnected) return;
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(
            () => {
                if (document.hidden) this.planCheck();
                else void this.load();
            },
            this.isAway ? AWAY_MS : NOT_READY_MS
        );
    }

    handleReturn = () => {
        if (!document.hidden && this.isWaitingForRep) void this.load();
    };

    handleRetry() {
        this.error = undefined;
        void this.load();
    }

    async handleRefresh() {
        this.isRefreshing = true;
        await this.load();
        this.isRefreshing = false;
    }

    async handleAction(event: CustomEvent<{ name: string }>) {
        const { person = null, people = [] } = this.panel ?? {};
        const outcome = await findAction(event.detail.name)?.open({ recordId: this.recordIdNow, person, people });
        if (!outcome) return;
        if (outcome.tab) this.tabs?.put(outcome.tab, outcome.item);
        this.toast(outcome.toast);
    }

    handleLeave() {
        this.isAway = true;
        this.planCheck();
    }

    handleReconnect() {
        void this.template?.querySelector<HTMLElement & { proceed(): Promise<void> }>('c-panel-readiness')?.proceed();
    }

    handleTourDone() {
        this.isTourDone = true;
        this.template?.querySelector<HTMLElement>('c-sales-actions')?.focus();
    }

    toast(text: string) {
        this.dispatchEvent(new ShowToastEvent({ title: text, variant: 'success' }));
    }
}
