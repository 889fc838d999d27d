import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent } from 'lightning/refresh';

import done from '@salesforce/label/c.Onboarding_Done';
import sendSalesEmail from '@salesforce/label/c.Panel_Actions_SendSalesEmail';
import refresh from '@salesforce/label/c.Panel_Refresh_Button';
import refreshFailed from '@salesforce/label/c.Panel_Refresh_Failed';
import updated from '@salesforce/label/c.Panel_Refresh_Updated';
import emailTab from '@salesforce/label/c.Panel_Tabs_Email';
import title from '@salesforce/label/c.Panel_Title';
import undone from '@salesforce/label/c.SalesEmail_Action_Undone';
import composeTitle from '@salesforce/label/c.SalesEmail_Compose_Title';
import queued from '@salesforce/label/c.SalesEmail_Compose_Queued';

import { afterPaint } from 'c/afterPaint';
import { formatLabel } from 'c/labels';
import SalesEmailCompose, { type ComposeResult } from 'c/salesEmailCompose';
import { callServer } from 'c/serverApi';
import type { Panel, SalesEmailRow } from 'service';
import { recordFacts } from './recordFacts';
import { SalesEmailFeed } from './salesEmailFeed';
import { whyNobody } from './whyNobody';

/** While something is missing, the state is read again this often; sooner when the rep is busy with it in another tab. */
const NOT_READY_MS = 15_000;
const AWAY_MS = 5000;

/** Without these the service has nothing to list. */
const NOT_YET_A_USER = new Set(['not_invited', 'not_activated']);

/** The sales actions of a Lead, Contact, Account or Opportunity, and what became of them. */
export default class MsiPanel extends LightningElement {
    @api objectApiName: string | undefined;

    labels = { refresh, sendSalesEmail, title };
    recordIdNow = '';
    panel: Panel | undefined;
    error: unknown;
    moreError: unknown;
    isRefreshing = false;
    /** What comes first is on the screen. */
    isPainted = false;
    isAway = false;

    feed: SalesEmailFeed | undefined;
    rows: SalesEmailRow[] = [];
    total = 0;
    hasMore = false;
    updatedAt = '';
    isStale = false;
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

    get showList() {
        const readiness = this.panel?.readiness ?? '';
        return this.isReady || readiness === 'mailbox_reconnect_required' || this.total > 0;
    }

    get showTour() {
        return this.isReady && this.panel?.user?.panelTourDone === false;
    }

    get actions() {
        return this.panel?.actions ?? [];
    }

    get sendAction() {
        return this.actions.find(({ name }) => name === 'send_sales_email');
    }

    get canSend() {
        return this.sendAction?.enabled;
    }

    get notice() {
        return this.panel && whyNobody(this.sendAction, this.panel);
    }

    get facts() {
        return this.panel && recordFacts(this.panel);
    }

    get isAboutMany() {
        return !this.panel?.person;
    }

    get personName() {
        return this.panel?.person?.name;
    }

    get emailTabLabel() {
        return formatLabel(emailTab, this.total);
    }

    get updatedPattern() {
        return this.isStale ? refreshFailed : updated;
    }

    start() {
        this.stop();
        this.panel = undefined;
        void this.load();
    }

    stop() {
        clearTimeout(this.timer);
        this.feed?.stop();
        this.feed = undefined;
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
            this.follow(panel);
            afterPaint(() => {
                this.isPainted = true;
            });
            if (this.isReady && !this.isWaitingForRep) {
                this.isAway = false;
                if (wasWaiting) this.toast(done);
            }
        } catch (error) {
            if (recordIdNow !== this.recordIdNow) return;
            // What is on the screen stays; only a panel with nothing to show becomes an error.
            if (this.panel) this.isStale = true;
            else this.error = error;
        }
        this.planCheck();
    }

    follow(panel: Panel) {
        this.feed?.stop();
        this.feed = undefined;
        const feed = new SalesEmailFeed(this.recordIdNow, {
            onChange: () => this.show(feed),
            onActivity: () => this.dispatchEvent(new RefreshEvent()),
            onMailboxLost: () => {
                void this.load();
            }
        });
        if (NOT_YET_A_USER.has(panel.readiness)) this.show(feed);
        else {
            this.feed = feed;
            feed.start(panel.salesEmails);
        }
    }

    show(feed: SalesEmailFeed) {
        this.rows = feed.rows;
        this.total = feed.total;
        this.hasMore = feed.cursor !== null;
        this.updatedAt = feed.updatedAt;
        this.isStale = feed.isStale;
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
        if (document.hidden) return;
        if (this.isWaitingForRep) void this.load();
        else void this.feed?.refresh();
    };

    handleRetry() {
        this.error = undefined;
        void this.load();
    }

    async handleRefreshClick() {
        this.isRefreshing = true;
        await this.load();
        this.isRefreshing = false;
    }

    handleAction(event: CustomEvent<{ name: string }>) {
        if (event.detail.name === 'send_sales_email') void this.write();
    }

    handleWriteClick() {
        void this.write();
    }

    async write(continueDraft = false) {
        const { person, people: related = [] } = this.panel ?? {};
        const result = await SalesEmailCompose.open<ComposeResult>({
            size: 'medium',
            label: composeTitle,
            recordId: this.recordIdNow,
            person: person ?? undefined,
            people: person ? [] : related,
            continueDraft
        });
        if (!result) return;
        this.feed?.put(result.row);
        this.toast(formatLabel(queued, result.row.personName ?? this.personName));
    }

    handleRowChange(event: CustomEvent<SalesEmailRow>) {
        this.feed?.put(event.detail);
    }

    handleUndo(event: CustomEvent<SalesEmailRow>) {
        this.feed?.put(event.detail);
        this.toast(undone);
        if (event.detail.state === 'draft') void this.write(true);
    }

    async handleLoadMore() {
        this.moreError = undefined;
        try {
            await this.feed?.loadMore();
        } catch (error) {
            this.moreError = error;
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
        const { panel } = this;
        if (panel?.user) this.panel = { ...panel, user: { ...panel.user, panelTourDone: true } };
        this.template?.querySelector<HTMLElement>('c-sales-actions')?.focus();
    }

    toast(text: string) {
        this.dispatchEvent(new ShowToastEvent({ title: text, variant: 'success' }));
    }
}
