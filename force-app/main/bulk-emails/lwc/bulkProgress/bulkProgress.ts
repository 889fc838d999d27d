import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

import { openPage, urlOf } from 'c/hostPage';
import { formatClock, formatLabel, formatPlural } from 'c/labels';
import MsiConfirm from 'c/msiConfirm';
import { Poller } from 'c/poller';
import { isMoving } from 'c/salesEmailWords';
import { callServer } from 'c/serverApi';
import type { Polled } from 'panel';
import type { BulkProgress as Progress } from 'service';
import { countLeft, refusedGroups, stateGroups, type OutcomeGroup } from './outcomes';
import { labels } from './words';

const PACE = { whileBusyMs: 3000, atRestMs: 20_000 };

/** How far an email to many people is, what became of each, and who got nothing and why. Fires `new` when another one is to be begun. */
export default class BulkProgress extends NavigationMixin(LightningElement) {
    @api bulkEmailId = '';

    labels = labels;
    progress: Progress | undefined;
    error: unknown;
    stopError: unknown;
    isStale = false;
    isStopping = false;
    recordUrl: string | undefined;
    text = '';
    isDrawn = false;
    poller = new Poller((target) => this.showFreshness(target), PACE);
    target: Polled = this.createTarget();

    connectedCallback() {
        this.poller.start();
        this.poller.follow(this.target, false);
    }

    disconnectedCallback() {
        this.poller.stop();
    }

    /** What was pressed to come here is gone. */
    renderedCallback() {
        if (this.isDrawn || !this.progress) return;
        this.isDrawn = true;
        this.template?.querySelector<HTMLElement>('.subject')?.focus();
    }

    createTarget(): Polled {
        const self = this;
        return {
            get path() {
                return `/bulk-emails/${self.bulkEmailId}/progress`;
            },
            get isBusy() {
                return self.progress?.people.some(({ state }) => state !== null && isMoving({ state })) ?? false;
            },
            accept(answer: unknown) {
                if (answer) self.show(answer as Progress);
            }
        };
    }

    show(progress: Progress) {
        const isFirst = !this.progress;
        this.progress = progress;
        if (isFirst && progress.recordId)
            void urlOf(this, recordPage(progress.recordId)).then((url) => {
                this.recordUrl = url;
            });
        // Nothing becomes of it any more
        if (progress.waiting === 0 && !this.target.isBusy) this.poller.stop();
    }

    showFreshness(target: Polled) {
        const { isStale, error } = this.poller.freshnessOf(target);
        this.isStale = isStale && Boolean(this.progress);
        this.error = this.progress ? undefined : error;
    }

    get isLoading() {
        return !this.progress && !this.error;
    }

    /** Nothing below is asked for before it is there. */
    get shown() {
        return this.progress as Progress;
    }

    get left() {
        return countLeft(this.shown.people);
    }

    get leftText() {
        return formatPlural(labels.left, this.shown.accepted, this.left);
    }

    get waitingText() {
        const { waiting, lastLeavesAt, tooManyWait } = this.shown;
        if (waiting === 0) return '';
        if (tooManyWait) return labels.tooManyWait;
        return lastLeavesAt ? formatPlural(labels.leavesAt, waiting, formatClock(lastLeavesAt)) : formatPlural(labels.waiting, waiting);
    }

    get cancelledText() {
        const cancelled = this.shown.people.filter(({ state }) => state === 'cancelled').length;
        return cancelled > 0 ? formatPlural(labels.cancelled, cancelled) : '';
    }

    get barStyle() {
        const { accepted } = this.shown;
        return `inline-size: ${accepted === 0 ? 0 : Math.round((this.left / accepted) * 100)}%`;
    }

    get refusedText() {
        const refused = this.shown.people.filter(({ notSentBecause }) => notSentBecause !== null).length;
        return refused > 0 ? formatPlural(labels.notAccepted, refused) : '';
    }

    /** Who got nothing comes first. */
    get groups() {
        const { people } = this.shown;
        return this.found([...refusedGroups(people), ...stateGroups(people)]);
    }

    get recordText() {
        const { recordId, recordName } = this.shown;
        return formatLabel(labels.fromRecord, recordName ?? recordId);
    }

    get canStop() {
        return this.shown.waiting > 0;
    }

    found(groups: OutcomeGroup[]) {
        const words = this.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
        return groups
            .map((group) => ({
                ...group,
                rows: group.rows.filter(({ name, email }) => words.every((word) => `${name} ${email}`.toLocaleLowerCase().includes(word)))
            }))
            .filter(({ rows }) => rows.length > 0)
            .map((group) => ({ ...group, count: String(group.rows.length) }));
    }

    handleInput(event: Event) {
        this.text = (event.target as HTMLInputElement).value;
    }

    handleRetry() {
        this.error = undefined;
        void this.poller.refresh();
    }

    handleRecordClick(event: Event) {
        event.preventDefault();
        if (this.shown.recordId) openPage(this, recordPage(this.shown.recordId));
    }

    handlePersonClick(event: Event) {
        const { id = '' } = (event.currentTarget as HTMLElement).dataset;
        openPage(this, recordPage(id));
    }

    handleNewClick() {
        this.dispatchEvent(new CustomEvent('new'));
    }

    async handleStopClick() {
        const question = {
            heading: labels.stopTitle,
            consequences: [formatPlural(labels.stopWaiting, this.shown.waiting), labels.stopText],
            confirmLabel: labels.stop
        };
        if (!(await MsiConfirm.open<boolean>({ size: 'small', label: question.heading, ...question }))) return;
        this.stopError = undefined;
        this.isStopping = true;
        try {
            const progress = await callServer<Progress>('POST', `/bulk-emails/${this.bulkEmailId}/stop`);
            this.poller.noteChange(this.target);
            this.show(progress);
            this.template?.querySelector<HTMLElement>('.subject')?.focus();
        } catch (error) {
            this.stopError = error;
        }
        this.isStopping = false;
    }
}

function recordPage(recordId: string) {
    return { type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } };
}
