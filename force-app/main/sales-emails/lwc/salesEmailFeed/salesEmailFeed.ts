import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { RefreshEvent } from 'lightning/refresh';

import sendSalesEmail from '@salesforce/label/c.Panel_Actions_SendSalesEmail';
import cancelled from '@salesforce/label/c.SalesEmail_Action_Cancelled';
import undone from '@salesforce/label/c.SalesEmail_Action_Undone';
import discarded from '@salesforce/label/c.SalesEmail_Discard_Done';

import { changeTime } from 'c/changeTime';
import { notify, openPage } from 'c/hostPage';
import { writeSalesEmail, type Follow } from 'c/salesEmailAction';
import { askToDiscard } from 'c/salesEmailCompose';
import type { Listed, PressedAction } from 'c/salesEmailList';
import { isMoving } from 'c/salesEmailWords';
import { callServer } from 'c/serverApi';
import type { DraftRow, Panel, SalesEmailList, SalesEmailRow } from 'service';
import { LogWatch } from './logWatch';

const MAILBOX_GONE = new Set<SalesEmailRow['reason']>(['mailbox_reconnect_required', 'mailbox_disconnected']);

/** Of the rows that are here, those of a thread together: the first email, then the later ones; the thread with the newest comes first. */
function inThreads(rows: SalesEmailRow[]): Listed[] {
    const threads = new Map<string, SalesEmailRow[]>();
    for (const row of rows) {
        const key = row.threadId ?? row.id;
        threads.set(key, [row, ...(threads.get(key) ?? [])]);
    }
    return [...threads.values()].flatMap((thread) => thread.map((row, place) => ({ ...row, isLater: place > 0 })));
}

function waitsForMailbox({ state, reason, sentByMe }: SalesEmailRow): boolean {
    return sentByMe && state === 'queued' && MAILBOX_GONE.has(reason);
}

/** The record's sales emails, as a tab of the panel (`TabElement` in force-app/types/panel.d.ts). */
export default class SalesEmailFeed extends NavigationMixin(LightningElement) {
    @api recordId = '';
    @api panel: Panel | undefined;

    writeLabel = sendSalesEmail;
    rows: SalesEmailRow[] = [];
    drafts: DraftRow[] = [];
    total = 0;
    cursor: string | null = null;
    /** What came last of *Show More* or of a discarded draft, where that failed. */
    failed: { error: unknown; noRetry?: true } | undefined;
    given: SalesEmailList | undefined;
    hasOlderPages = false;
    logWatch = new LogWatch();

    /** Rows that came with the panel say nothing that it does not know. */
    @api
    get content(): SalesEmailList | undefined {
        return this.given;
    }
    set content(list: SalesEmailList | undefined) {
        this.given = list;
        if (list) this.take(list);
    }

    @api
    get path(): string {
        return this.pathOf(null);
    }

    @api
    get count(): number {
        return this.total;
    }

    @api
    get isBusy(): boolean {
        return this.rows.some(isMoving) || this.logWatch.isBusy;
    }

    @api
    accept(list: SalesEmailList | undefined) {
        const isMailboxLost = list && this.beginsToWait(list.salesEmails);
        if (list) this.take(list);
        if (this.logWatch.look(this.rows)) this.refreshTimeline();
        if (isMailboxLost) this.dispatchEvent(new CustomEvent('panelreload', { bubbles: true }));
    }

    /** What an action has sent from this record, or a newer state of a row. */
    @api
    put(row: SalesEmailRow) {
        if (!this.rows.some(({ id }) => id === row.id)) this.forgetDraft(this.recordId);
        this.insert(row);
    }

    /** A row that is a draft again leaves the list. What an action answers with does not know in whose panel it stands. */
    insert(row: SalesEmailRow) {
        const isKnown = this.rows.some(({ id }) => id === row.id);
        if (row.state === 'draft') {
            this.rows = this.rows.filter(({ id }) => id !== row.id);
            if (isKnown) this.total -= 1;
        } else if (isKnown) {
            this.rows = this.rows.map((known) => (known.id === row.id ? { ...row, copiedTo: known.copiedTo } : known));
        } else {
            this.rows = [row, ...this.rows];
            this.total += 1;
        }
        this.dispatchEvent(new CustomEvent('tabchange', { bubbles: true }));
    }

    /** Drafts stand on top, and are not counted. */
    get listed() {
        return [...this.drafts, ...inThreads(this.rows)];
    }

    get hasMore() {
        return this.cursor !== null;
    }

    get isAboutMany() {
        return !this.panel?.person;
    }

    get personName() {
        return this.panel?.person?.name;
    }

    get canSend() {
        return this.panel?.actions.some(({ name, enabled }) => name === 'send_sales_email' && enabled);
    }

    handleWriteClick() {
        void this.write();
    }

    /** What was made of an email from another record is kept there as a draft. */
    handleAction({ detail: { name, item } }: CustomEvent<PressedAction>) {
        const row = item as Listed;
        if (name === 'open_record') this.openPerson(row.personId ?? '');
        else if (name === 'discard_draft') void this.discard(row);
        else if (name === 'follow_up' || name === 'reply') void this.write(false, this.recordId, { id: row.id, isReply: name === 'reply' });
        else if (name === 'change_time') void changeTime(row.id).then((changed) => changed && this.insert(changed));
        else if (name === 'continue_draft' || name === 'draft_again') void this.write(true, row.recordId);
        else {
            const isDraftAgain = row.state === 'draft';
            this.insert(row);
            if (name === 'cancel') this.toast(isDraftAgain ? undone : cancelled);
            if (isDraftAgain) void this.write(true);
        }
    }

    async discard({ id, subject }: Listed) {
        this.failed = undefined;
        if (!(await askToDiscard(subject))) return;
        try {
            await callServer('DELETE', `/drafts/${id}`);
            this.template?.querySelector<HTMLElement & { focusTopNext(): void }>('c-sales-email-list')?.focusTopNext();
            this.drafts = this.drafts.filter((draft) => draft.id !== id);
            this.dispatchEvent(new CustomEvent('tabchange', { bubbles: true }));
            this.toast(discarded);
        } catch (error) {
            this.failed = { error, noRetry: true };
        }
    }

    openPerson(personId: string) {
        const objectApiName = personId.startsWith('00Q') ? 'Lead' : 'Contact';
        openPage(this, {
            type: 'standard__recordPage',
            attributes: { recordId: personId, objectApiName, actionName: 'view' }
        });
    }

    async handleLoadMore() {
        this.failed = undefined;
        try {
            const list = await callServer<SalesEmailList>('GET', this.pathOf(this.cursor));
            const known = new Set(this.rows.map(({ id }) => id));
            this.rows = [...this.rows, ...list.salesEmails.filter(({ id }) => !known.has(id))];
            this.cursor = list.cursor;
            this.hasOlderPages = true;
        } catch (error) {
            this.failed = { error };
        }
    }

    async write(continueDraft = false, recordId = this.recordId, follow?: Follow) {
        const { person = null, people = [] } = recordId === this.recordId ? (this.panel ?? {}) : {};
        const outcome = await writeSalesEmail({ recordId, person, people, from: this }, continueDraft, follow);
        this.dispatchEvent(new CustomEvent('tabread', { bubbles: true }));
        if (!outcome) return;
        this.forgetDraft(recordId);
        this.insert(outcome.item as SalesEmailRow);
        this.toast(outcome.toast);
    }

    /** A rep has one draft on a record at most, and what was sent from there was that draft. */
    forgetDraft(recordId: string) {
        this.drafts = this.drafts.filter((draft) => draft.recordId !== recordId);
    }

    /** The newest page takes the place of the newest rows; older pages stay below. */
    take({ salesEmails, drafts, total, cursor }: SalesEmailList) {
        // A service of the release before knows none
        this.drafts = drafts ?? [];
        const isNewsOfSending = this.logWatch.noticeSent(this.rows, salesEmails);
        const newest = new Set(salesEmails.map(({ id }) => id));
        const oldest = salesEmails.at(-1)?.createdAt ?? '';
        const older = this.hasOlderPages ? this.rows.filter(({ id, createdAt }) => !newest.has(id) && createdAt <= oldest) : [];
        this.rows = [...salesEmails, ...older];
        this.total = total;
        if (!this.hasOlderPages) this.cursor = cursor;
        if (isNewsOfSending) this.refreshTimeline();
    }

    /** Only news counts: an email may wait for good for a mailbox that the rep has replaced by another. */
    beginsToWait(rows: SalesEmailRow[]): boolean {
        const before = new Set(this.rows.filter(waitsForMailbox).map(({ id }) => id));
        return rows.some((row) => waitsForMailbox(row) && !before.has(row.id));
    }

    pathOf(cursor: string | null): string {
        return `/sales-emails?${new URLSearchParams({ recordId: this.recordId, ...(cursor && { cursor }) })}`;
    }

    refreshTimeline() {
        this.dispatchEvent(new RefreshEvent());
    }

    toast(title: string) {
        notify(this, { title, variant: 'success' });
    }
}
