import { EVERYBODY } from 'c/bulkRecipients';
import { filesLeft, removeFiles, type Attachments } from 'c/emailAttachments';
import { openPage, urlOf } from 'c/hostPage';
import { formatPlural } from 'c/labels';
import { isWithoutText } from 'c/salesEmailCompose';
import type { WordsField } from 'c/salesEmailForm';
import { firstSchedule, isWholeSchedule, type ScheduleFieldsElement } from 'c/scheduleFields';
import { callServer, isUnanswered, ServerProblem } from 'c/serverApi';
import type { BulkCheck, DraftPreview, Schedule } from 'service';
import type { BulkWords } from './bulkWords';
import { BulkWriting } from './bulkWriting';
import { leftOutLines } from './sentences';
import { labels } from './words';

/**
 * One email to many people: on one side whom it is for, on the other the words, for everybody or for one of them (BK-1 and better: words of
 * one person stay). Fires `accepted` when it was sent, also by another window, and `discarded`.
 */
export default class BulkCompose extends BulkWriting {
    connectedCallback() {
        super.connectedCallback();
        const { record } = this;
        if (!record) return;
        void urlOf(this, recordPage(record.id)).then((url) => {
            this.recordUrl = url;
        });
    }

    handleRecordClick(event: Event) {
        event.preventDefault();
        if (this.record) openPage(this, recordPage(this.record.id));
    }

    handleAttach() {
        this.attachments?.choose();
    }

    /** For everybody, whoever is written to now. */
    handleAttachments({ detail: { files, ...uploads } }: CustomEvent<Attachments>) {
        this.uploads = uploads;
        const attachmentIds = files.map(({ id }) => id);
        if (attachmentIds.join() === this.files.map(({ id }) => id).join()) return;
        this.files = files;
        this.words = { ...this.words, attachmentIds };
        this.saver.schedule(EVERYBODY, this.words);
    }

    handleLeaveFiles() {
        this.form?.focusAgain();
    }

    async handlePreviewClick() {
        this.sendError = undefined;
        const { previewIds, target } = this;
        const first = previewIds.includes(target) ? target : previewIds[0];
        if (!first) {
            await this.goToProblem(undefined);
            return;
        }
        this.focusNext = 'c-email-preview';
        await this.openPreview(first);
    }

    handlePreviousClick() {
        void this.openPreview(this.previewIds[this.previewIndex - 1]);
    }

    handleNextClick() {
        void this.openPreview(this.previewIds[this.previewIndex + 1]);
    }

    handlePreviewRetry() {
        void this.openPreview(this.previewed);
    }

    /** What is shown is what the service has, so it gets the newest words first. The one before stays until the next is there. */
    async openPreview(personId: string | undefined) {
        if (!personId) return;
        this.previewed = personId;
        this.previewError = undefined;
        try {
            if (!(await this.saver.flush())) throw this.saver.error;
            const preview = await callServer<DraftPreview>('GET', this.path('people', personId, 'preview'));
            if (this.previewed === personId) this.preview = preview;
        } catch (error) {
            if (this.previewed !== personId) return;
            this.preview = undefined;
            this.previewError = error;
        }
    }

    handleBackClick() {
        this.preview = undefined;
        this.previewed = undefined;
        this.previewError = undefined;
        this.focusNext = 'c-sales-email-form';
    }

    handleScheduleClick() {
        this.handleScheduled(firstSchedule(this.bulk.sender.timeZone));
        this.focusNext = 'c-schedule-fields';
    }

    handleScheduleChange(event: CustomEvent<Schedule>) {
        this.handleScheduled(event.detail);
    }

    /** What is still being typed is no time that an email could leave at. */
    handleScheduled(schedule: Schedule) {
        this.typedSchedule = schedule;
        this.writeForAll({ schedule: isWholeSchedule(schedule) ? schedule : null });
    }

    handleUnscheduleClick() {
        this.typedSchedule = undefined;
        this.writeForAll({ schedule: null });
        this.focusNext = '.schedule-send';
    }

    handleKeydown(event: KeyboardEvent) {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void this.handleSendClick();
    }

    async handleProblemClick(event: Event) {
        const field = (event.currentTarget as HTMLElement).dataset['field'] as WordsField | 'files' | undefined;
        await this.goToProblem(field);
    }

    async goToProblem(field: WordsField | 'files' | undefined) {
        if (!field) {
            this.template?.querySelector<HTMLElement>('c-bulk-recipients')?.focus();
            return;
        }
        this.handleBackClick();
        this.focusNext = undefined;
        if (field === 'files') {
            this.attachments?.focus();
            return;
        }
        if (!this.isForAll) await this.choose(EVERYBODY);
        this.form?.focusField(field);
    }

    async handleSendClick() {
        if (this.cannotSend) return;
        this.hasTried = true;
        this.sendError = undefined;
        if (await this.stopsAtProblem()) return;
        const schedule = this.template?.querySelector<ScheduleFieldsElement>('c-schedule-fields');
        if (schedule && !schedule.commit()) return;
        this.isSending = true;
        try {
            await this.send();
        } catch (error) {
            await this.handleSendError(error);
        }
        this.isSending = false;
    }

    /** The first problem gets the focus. */
    async stopsAtProblem() {
        const [first] = this.problems;
        if (first) await this.goToProblem(first.field);
        return Boolean(first);
    }

    /** What the rep agrees to is what the service says of this moment. */
    async send() {
        if (!(await this.saver.flush())) throw this.saver.error;
        const check = await this.who.look();
        if (!check) throw this.checkError;
        if (!this.isOfShown(check)) throw new ServerProblem({ title: labels.changedElsewhere, code: 'bulk_email_changed' });
        if ((await this.stopsAtProblem()) || !(await this.maySend(check))) return;
        await callServer('POST', this.path('send'), { version: this.saver.version });
        this.finish('accepted');
    }

    /** Another window may have added people, whom this rep has not seen. */
    isOfShown({ people }: BulkCheck) {
        const shown = new Set(this.bulk.people.map(({ personId }) => personId));
        return people.length === shown.size && people.every(({ personId }) => shown.has(personId));
    }

    /** Asked only where somebody is left out, or there is nothing to read. */
    async maySend(check: BulkCheck) {
        const { sender } = this.bulk;
        const words = { cc: [], bcc: [], ...this.words };
        const isEmpty = isWithoutText({ words, identityId: this.words.identityId ?? '', givenBody: '' }, sender);
        const consequences = [...leftOutLines(check, this.bulk.people), ...(isEmpty ? [labels.bodyEmptyText] : [])];
        if (consequences.length === 0) return true;
        const left = check.people.length - check.willGet;
        const heading = left > 0 ? formatPlural(labels.sendTitle, check.willGet, left) : labels.emptyTitle;
        const confirmLabel = formatPlural(this.words.schedule ? labels.scheduleTo : labels.sendTo, check.willGet);
        return this.ask({ heading, consequences, confirmLabel, confirmVariant: 'brand' });
    }

    async handleSendError(error: unknown) {
        const { code } = error as ServerProblem;
        this.isUnanswered = isUnanswered(error);
        // It may have been sent, though its answer was lost
        if (this.isUnanswered || code === 'bulk_email_changed' || code === 'bulk_email_accepted') await this.findNewer();
        const left = filesLeft(this.files, error);
        if (left) {
            this.files = left;
            this.dropGoneFiles();
        }
        // What has changed may be the list of people only, which is shown by now
        if (this.newer || this.isFinished) return;
        this.sendError = error;
        void this.who.look();
    }

    async handleDiscardClick() {
        const { subject } = this.words;
        const question = { heading: labels.discardTitle, consequences: [labels.discardText], confirmLabel: labels.discardConfirm };
        const hasFiles = this.files.length + this.uploads.uploading > 0;
        const isAnythingWritten =
            hasFiles || subject.trim() || !this.isWithoutText || this.bulk.people.some(({ hasOwnWords }) => hasOwnWords);
        if (isAnythingWritten && !(await this.ask(question))) return;
        this.sendError = undefined;
        const stopped = await this.saver.stop();
        try {
            await callServer('DELETE', this.path());
            removeFiles(this.files);
            this.finish('discarded');
        } catch (error) {
            this.isUnanswered = false;
            this.sendError = error;
            this.saver.takeBack(stopped);
        }
    }

    writeForAll(change: Partial<BulkWords>) {
        this.words = { ...this.words, ...change };
        this.isTimeOld = true;
        this.saver.schedule(EVERYBODY, this.words);
        this.who.lookSoon();
    }
}

function recordPage(recordId: string) {
    return { type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } };
}
