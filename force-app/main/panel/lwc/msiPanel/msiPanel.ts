import { LightningElement, api } from 'lwc';
import { RefreshEvent } from 'lightning/refresh';
import { NavigationMixin } from 'lightning/navigation';

import done from '@salesforce/label/c.Onboarding_Done';
import help from '@salesforce/label/c.Panel_Help';
import title from '@salesforce/label/c.Panel_Title';

import { afterPaint } from 'c/afterPaint';
import { notify, urlOf } from 'c/hostPage';
import { findAction, findTab } from 'c/panelTables';
import { callServer, endsAccess, userGuideUrl } from 'c/serverApi';
import type { ActionOutcome, ActionPlace } from 'panel';
import type { Panel, RefusedAction } from 'service';
import { recordFacts } from './recordFacts';

/** The part of `c-panel-tabs` that an action needs. */
type PanelTabs = HTMLElement & { put(name: string, item: unknown): void; look(): void; markStale(): void };

/** While something is missing, the state is read again this often; sooner when the rep is busy with it in another tab. */
const NOT_READY_MS = 15_000;
const AWAY_MS = 5000;

/** The sales actions of a Lead, Contact, Account or Opportunity, and what became of them. */
export default class MsiPanel extends NavigationMixin(LightningElement) {
    @api objectApiName: string | undefined;

    labels = { help, title };
    recordIdNow = '';
    panel: Panel | undefined;
    error: unknown;
    guideUrl: string | undefined;
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

    get refused() {
        return this.panel?.refused ?? [];
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
            this.showGuide();
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

    /** Its icon holds nothing up: it is drawn when the rest is there (decision 17). */
    showGuide() {
        if (userGuideUrl() === this.guideUrl) return;
        afterPaint(() => {
            this.guideUrl = userGuideUrl();
        });
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

    get place(): ActionPlace {
        const { person = null, people = [] } = this.panel ?? {};
        return { recordId: this.recordIdNow, person, people, from: this };
    }

    async handleAction(event: CustomEvent<{ name: string }>) {
        await this.showOutcome(await findAction(event.detail.name)?.open(this.place));
    }

    async handleRefusedEdit(event: CustomEvent<RefusedAction>) {
        const { action, id } = event.detail;
        await this.showOutcome(await findAction(action)?.refused?.open(this.place, id));
        await this.handleRefusedDismissed();
    }

    /** The button that was pressed may be gone. */
    async handleRefusedDismissed() {
        const before = this.refused.length;
        await this.load();
        if (this.refused.length < before) this.focusActions();
    }

    async showOutcome(outcome: ActionOutcome | undefined) {
        if (!outcome) {
            this.tabs?.look();
            return;
        }
        const { toast, tab, item, refreshesRecord, isPending, made } = outcome;
        if (tab) this.tabs?.put(tab, item);
        if (refreshesRecord) this.dispatchEvent(new RefreshEvent());
        const variant = isPending ? 'info' : 'success';
        if (!made) notify(this, { title: toast, variant });
        else {
            const { id: recordId, objectApiName, name } = made;
            const page = { type: 'standard__recordPage', attributes: { recordId, objectApiName, actionName: 'view' } };
            const url = await urlOf(this, page);
            notify(this, { title: toast, message: '{0}', messageData: [{ url, label: name }], variant });
        }
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
        this.focusActions();
    }

    focusActions() {
        this.template?.querySelector<HTMLElement>('c-sales-actions')?.focus();
    }

    toast(text: string) {
        notify(this, { title: text, variant: 'success' });
    }
}
