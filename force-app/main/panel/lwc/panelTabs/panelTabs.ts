import { LightningElement, api } from 'lwc';

import refresh from '@salesforce/label/c.Panel_Refresh_Button';
import refreshFailed from '@salesforce/label/c.Panel_Refresh_Failed';
import updated from '@salesforce/label/c.Panel_Refresh_Updated';

import { afterPaint } from 'c/afterPaint';
import { formatLabel } from 'c/labels';
import { findTab } from 'c/panelTables';
import { Poller } from 'c/poller';
import { endsAccess } from 'c/serverApi';
import { serviceNow } from 'c/serviceClock';
import type { Polled, TabElement } from 'panel';
import type { Panel, PanelTab } from 'service';
import { placeAfterKey } from './tabKeys';

/**
 * The tabs of the panel, as the service says, without those that this package does not know. A tab is drawn when it is first opened, and
 * the one in sight is kept up to date. Fires `refresh` when the panel has to be read again.
 */
export default class PanelTabs extends LightningElement {
    @api recordId = '';
    @api isRefreshing = false;

    labels = { refresh };
    panelNow: Panel | undefined;
    chosenName: string | undefined;
    openedNames: string[] = [];
    /** What tabs have counted since the panel was read. */
    counts: Record<string, number | null> = {};
    updatedAt = '';
    isStale = false;
    error: unknown;
    isPainted = false;

    poller = new Poller((target) => this.showNews(target));
    followed: TabElement | null = null;
    hasNews = false;

    @api
    get panel(): Panel | undefined {
        return this.panelNow;
    }
    set panel(panel: Panel | undefined) {
        this.panelNow = panel;
        this.counts = {};
        this.hasNews = true;
        if (this.active?.content) this.updatedAt = serviceNow().toISOString();
        this.isStale = false;
        this.openActive();
    }

    connectedCallback() {
        this.poller.start();
        afterPaint(() => {
            this.isPainted = true;
        });
    }

    disconnectedCallback() {
        this.poller.stop();
    }

    /** A tab can be followed once it is drawn. */
    renderedCallback() {
        const element = this.elementOf(this.activeName);
        if (element === this.followed && !this.hasNews) return;
        if (element) this.poller.follow(element, this.hasNews && Boolean(this.active?.content));
        this.followed = element;
        this.hasNews = false;
    }

    /** Shows in a tab what an action has made; a tab that is not drawn yet says at least how many things it has now. */
    @api
    put(name: string, item: unknown) {
        const element = this.elementOf(name);
        if (element) element.put(item);
        else this.handleReload();
    }

    /** Reads the tab in sight: a window that was closed may have left something for it. */
    @api
    look() {
        void this.poller.refresh();
    }

    /** What is on the screen stays, and says that it is old. */
    @api
    markStale() {
        this.poller.markStale();
    }

    get known(): PanelTab[] {
        return (this.panelNow?.tabs ?? []).filter(({ name }) => findTab(name));
    }

    get active(): PanelTab | undefined {
        return this.known.find(({ name }) => name === this.chosenName) ?? this.known[0];
    }

    get activeName(): string | undefined {
        return this.active?.name;
    }

    get tabs() {
        return this.known.map(({ name, count }) => {
            const isActive = name === this.activeName;
            return {
                name,
                label: formatLabel(findTab(name)?.label ?? '', this.counts[name] ?? count),
                className: isActive ? 'slds-tabs_default__item slds-is-active' : 'slds-tabs_default__item',
                isSelected: String(isActive),
                tabIndex: isActive ? 0 : -1
            };
        });
    }

    /** What each tab that was opened is given. The others are not drawn. */
    get opened() {
        const { recordId, panelNow: panel } = this;
        const opened = this.known.filter(({ name }) => this.openedNames.includes(name));
        return Object.fromEntries(
            opened.map(({ name, content }) => {
                const hidden = name !== this.activeName || this.isUnread;
                return [name, { recordId, panel, hidden, ...(content && { content }) }];
            })
        );
    }

    get isUnread() {
        return !this.updatedAt;
    }

    get unreadError() {
        return this.isUnread ? this.error : undefined;
    }

    get updatedPattern() {
        return this.isStale ? refreshFailed : updated;
    }

    handleTabClick(event: Event) {
        this.choose((event.currentTarget as HTMLElement).dataset['name']);
    }

    handleKeyDown(event: KeyboardEvent) {
        const names = this.known.map(({ name }) => String(name));
        const isRightToLeft = getComputedStyle(event.currentTarget as HTMLElement).direction === 'rtl';
        const place = placeAfterKey(event.key, names.indexOf(this.activeName ?? ''), names.length, isRightToLeft);
        if (place === undefined) return;
        event.preventDefault();
        this.choose(names[place]);
        this.template?.querySelector<HTMLElement>(`[data-name="${names[place]}"]`)?.focus();
    }

    handleTabChange(event: Event) {
        const element = event.target as TabElement;
        this.poller.noteChange(element);
        this.countAgain(element);
    }

    handleReload() {
        this.dispatchEvent(new CustomEvent('refresh'));
    }

    handleRetry() {
        this.error = undefined;
        void this.poller.refresh();
    }

    choose(name: string | undefined) {
        if (name === this.activeName) return;
        this.chosenName = name;
        this.openActive();
        const element = this.elementOf(name);
        this.showFreshness(element);
    }

    openActive() {
        const { activeName } = this;
        if (activeName && !this.openedNames.includes(activeName)) this.openedNames = [...this.openedNames, activeName];
    }

    showNews(target: Polled) {
        const element = target as TabElement;
        // What has ended for one tab has ended for the panel, which then says why
        if (endsAccess(this.poller.freshnessOf(element).error)) this.handleReload();
        // A tab that was never read knows less than the panel
        if (this.poller.freshnessOf(element).updatedAt) this.countAgain(element);
        if (element === this.followed) this.showFreshness(element);
    }

    /** Of a tab that is not drawn yet nothing was read. */
    showFreshness(element: TabElement | null) {
        const { updatedAt = '', isStale = false, error } = element ? this.poller.freshnessOf(element) : {};
        Object.assign(this, { updatedAt, isStale, error });
    }

    countAgain(element: TabElement) {
        const name = element.dataset['tab'] ?? '';
        if (this.counts[name] !== element.count) this.counts = { ...this.counts, [name]: element.count };
    }

    elementOf(name: string | undefined): TabElement | null {
        return this.template?.querySelector<TabElement>(`[data-tab="${name}"]`) ?? null;
    }
}
