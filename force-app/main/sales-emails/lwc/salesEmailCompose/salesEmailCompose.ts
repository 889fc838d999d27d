import { api } from 'lwc';

import { filesLeft, NO_UPLOADS, removeFiles, type Attachments } from 'c/emailAttachments';
import type { PageReference } from 'c/hostPage';
import type { Words } from 'c/salesEmailForm';
import { firstSchedule, type ScheduleFieldsElement } from 'c/scheduleFields';
import { callServer, isUnanswered } from 'c/serverApi';
import type { DraftPreview, Person, SalesEmailRow, Schedule, TemplatePickerRow, UsedTemplate } from 'service';
import { ComposeView } from './composeView';
import type { Question } from './composeWindow';
import { BLANK_LINE } from './signature';
import { leftOutText, withoutLostPictures } from './pictures';
import { problemsOf, type Problem } from './problems';
import { readRefusal } from './refusals';
import { signatureOf } from './sender';
import { sentSentence } from './sentences';
import { canBeDraft, changeSender, hasWords, isEdited, isWithoutText, signsItself, useTemplate } from './writtenEmail';

export { askToDiscard } from './discard';
export { fieldSentences } from './fieldSentences';
export { leftOutText, lostPicturesText } from './pictures';
export { fromText, sendersOf, signatureOf, usualIdentityId } from './sender';
export { withSignature } from './signature';
export { isWithoutText, signsItself } from './writtenEmail';

export interface ComposeResult {
    row: SalesEmailRow;
    /** What has become of it, in words. */
    toast: string;
    page?: undefined;
}

/** Several people were chosen. */
export interface ManyChosen {
    page: PageReference;
}

/**
 * The window in which one sales email to one person is written (EM-2). Resolves with the accepted email, the page for an email to several
 * people, or undefined. It can be typed in from the first moment.
 */
export default class SalesEmailCompose extends ComposeView {
    handleTitleFocus() {
        if (this.focusGuide.takesBack()) this.focusAgain();
    }

    /** The pressed button goes away, so the focus moves to where the rep was. */
    handleRetry() {
        this.focusAgain();
        void this.load();
    }

    handleStartOverClick() {
        this.offersDraft = false;
        if (this.offered?.kept) this.local.replaces(this.offered.kept);
        this.focusFirst();
        this.keep();
    }

    handleChangeSender(event: CustomEvent<string>) {
        const [before, after] = [this.email.identityId, event.detail].map((id) => signatureOf(this.compose, id));
        this.email = changeSender(this.email, event.detail, this.compose);
        const quote = this.email.given ? `${BLANK_LINE}${this.compose?.followUp?.quoteHtml ?? ''}` : '';
        if (!signsItself(this.email.words.bodyHtml)) this.form?.exchangeSignature(`${before ?? ''}${quote}`, `${after ?? ''}${quote}`);
        this.keep();
    }

    handleChoose(event: CustomEvent<Person>) {
        this.email = { ...this.email, to: event.detail };
        this.focusFirst();
        this.keep();
    }

    /** An email to many is written on a page of its own, to which whoever opened the window goes: a window cannot. */
    handleMany({ detail }: CustomEvent<PageReference>) {
        this.finish({ page: detail });
    }

    handleChangePerson() {
        // The form leaves the page meanwhile, so it has to come back with the words of now.
        this.email = { ...this.email, startWords: this.email.words, to: undefined };
        this.focusFirst();
    }

    handleWordsChange(event: CustomEvent<Partial<Words>>) {
        this.email = { ...this.email, words: { ...this.email.words, ...event.detail } };
        this.badFields = this.badFields.filter((field) => !(field in event.detail));
        this.keep();
    }

    /** What was typed until the words of the template came counts too. Of two that are on their way the later one is meant. */
    async handleTemplate({ detail: { id } }: CustomEvent<TemplatePickerRow>) {
        this.toolError = undefined;
        const coming = callServer<UsedTemplate>('POST', `/templates/${id}/use`, { recordId: this.recordId });
        this.comingTemplate = coming;
        // The list that was chosen from is gone
        this.form?.focusAgain();
        try {
            const template = await coming;
            if (this.isFinished || coming !== this.comingTemplate) return;
            this.chosenTemplate = template;
            if (isEdited(this.email, this.compose)) this.ask('replace');
            else this.takeTemplate();
        } catch (error) {
            if (coming !== this.comingTemplate) return;
            this.toolError = error;
            this.focusAgain();
        } finally {
            if (coming === this.comingTemplate) this.comingTemplate = undefined;
        }
    }

    takeTemplate() {
        if (!this.chosenTemplate) return;
        this.preview = undefined;
        this.email = useTemplate(this.email, this.chosenTemplate, this.compose);
        this.form?.focusField('bodyHtml');
        this.keep();
    }

    /** What is shown is what the service has, so it gets the newest words first. */
    async handlePreviewClick() {
        this.badFields = this.form?.commit() ?? [];
        this.hasTried = true;
        this.toolError = undefined;
        const [first] = problemsOf(this.draft, this.badFields);
        if (first) {
            this.focusProblem(first.field);
            return;
        }
        this.isOpeningPreview = true;
        this.sendError = undefined;
        try {
            if (await this.canLeave()) await this.openPreview();
        } catch (error) {
            this.toolError = error;
        }
        this.isOpeningPreview = false;
    }

    /** Again where words were written meanwhile: they would leave and not be shown. */
    async openPreview() {
        this.keeper.schedule(this.draft);
        const isSaved = await this.keeper.flush();
        if ((!isSaved && this.draftStatus === 'failed') || !this.keeper.savedId) return;
        const preview = await callServer<DraftPreview>('GET', `/drafts/${this.keeper.savedId}/preview`);
        if (this.keeper.hasSaved(this.draft)) {
            this.preview = preview;
            this.focusGuide.give('c-email-preview');
        } else await this.openPreview();
    }

    handleBackClick() {
        this.preview = undefined;
        this.focusGuide.give('c-sales-email-form');
    }

    handlePaste(event: ClipboardEvent) {
        this.leftOutText = leftOutText(event.clipboardData);
    }

    handleRemovePicturesClick() {
        this.email = withoutLostPictures(this.email);
        this.keep();
    }

    handleAttach() {
        this.attachments?.choose();
    }

    handleAttachments({ detail: { files, ...uploads } }: CustomEvent<Attachments>) {
        this.uploads = uploads;
        this.email = { ...this.email, files };
        this.keep();
    }

    handleScheduleClick() {
        this.email = { ...this.email, schedule: firstSchedule(this.compose?.timeZone) };
        this.focusGuide.give('c-schedule-fields');
        this.keep();
    }

    handleScheduleChange(event: CustomEvent<Schedule>) {
        this.email = { ...this.email, schedule: event.detail };
        this.keep();
    }

    handleUnscheduleClick() {
        this.email = { ...this.email, schedule: undefined };
        this.focusGuide.give('.schedule-send');
        this.keep();
    }

    handleKeydown(event: KeyboardEvent) {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void this.handleSendClick();
    }

    handleProblemClick(event: Event) {
        this.focusProblem((event.currentTarget as HTMLElement).dataset['field'] as Problem['field']);
    }

    focusProblem(field: Problem['field']) {
        if (field === 'files') this.attachments?.focus();
        else this.form?.focusField(field);
    }

    /** True when the service has said what an email needs, and the rep what becomes of a kept draft. */
    async canLeave() {
        this.isSending = true;
        await this.load();
        this.isSending = false;
        if (this.offersDraft) {
            this.focusGuide.give('.continue');
            this.focusGuide.move(this.template);
        }
        this.sign();
        return Boolean(this.compose) && !this.offersDraft;
    }

    async handleSendClick() {
        if (this.isSending || this.comingTemplate || !(await this.canLeave()) || !this.form) return;
        this.preview = undefined;
        this.badFields = this.form.commit();
        this.hasTried = true;
        this.sendError = undefined;
        if (this.stopsAtProblem()) return;
        const schedule = this.template?.querySelector<ScheduleFieldsElement>('c-schedule-fields');
        if (schedule && !schedule.commit()) return;
        if (isWithoutText(this.email, this.compose)) this.ask('empty');
        else await this.send();
    }

    /** The first problem gets the focus. */
    stopsAtProblem() {
        const [first] = problemsOf(this.draft, this.badFields, this.uploads);
        if (first) this.focusProblem(first.field);
        return Boolean(first);
    }

    async send() {
        this.isSending = true;
        this.isLeaving = true;
        this.disableClose = true;
        try {
            // A save that ended after the email was accepted would bring the draft back.
            await this.keeper.stop();
            this.attempt.begin(this.draft);
            this.keepHere();
            const row = await this.attempt.send(this.draft);
            this.disableClose = false;
            this.finish({ row, toast: sentSentence(row, this.email.to?.name) });
        } catch (error) {
            this.handleSendError(error);
            this.isSending = false;
            this.isLeaving = false;
            this.disableClose = false;
            this.keep();
        }
    }

    /** A refused copy is mended in its field; the sentence of the service is for everything else. */
    handleSendError(error: unknown) {
        const { refused, saysMore } = readRefusal(error, this.draft);
        const { files = [], goneFiles = 0 } = this.email;
        const left = filesLeft(files, error);
        // As when a draft is opened whose files are gone: the rep is told how many
        if (left) this.email = { ...this.email, files: left, goneFiles: goneFiles + files.length - left.length };
        const [first] = refused;
        if (first) this.refused = refused;
        this.isSendUnanswered = isUnanswered(error);
        this.fieldChecker.lookAgain(this.draft);
        if (saysMore || !first) this.sendError = error;
        else this.form?.focusField(first.field);
    }

    handleDiscardClick() {
        if (hasWords(this.email) || this.uploads.uploading > 0) this.ask('discard');
        else this.finish();
    }

    handleKeepWritingClick() {
        this.question = undefined;
        this.focusFirst();
    }

    async handleConfirmClick() {
        if (this.question === 'empty') {
            this.question = undefined;
            this.focusFirst();
            // Files may have been dropped beside the question
            if (!this.stopsAtProblem()) await this.send();
        } else if (this.question === 'replace') {
            this.question = undefined;
            this.takeTemplate();
        } else if (this.question === 'upload') {
            this.question = undefined;
            this.uploads = NO_UPLOADS;
            this.close();
        } else await this.throwAway();
    }

    async throwAway() {
        await this.keeper.stop();
        try {
            if (this.question === 'discard') {
                await this.keeper.removeSaved();
                removeFiles(this.email.files ?? []);
            }
            this.finish();
        } catch (error) {
            this.question = undefined;
            this.isSendUnanswered = false;
            this.sendError = error;
        }
    }

    ask(question: Question) {
        this.question = question;
        this.focusGuide.give('.keep-writing');
    }

    /** The window's X and Escape come here too: words that are not saved are asked about first. */
    @api
    close(result?: unknown) {
        const isUnsaved = hasWords(this.email) && !this.keeper.hasSaved(this.draft);
        if (this.question) this.handleKeepWritingClick();
        else if (this.uploads.uploading > 0 && !this.isFinished) this.ask('upload');
        else if (this.isFinished || !isUnsaved) this.finish(result);
        else void this.saveAndClose();
    }

    async saveAndClose() {
        await this.load();
        this.sign();
        this.keep();
        const isKept = this.compose && !this.offersDraft && canBeDraft(this.draft);
        if (isKept && (await this.keeper.flush())) this.finish();
        else this.ask('close');
    }

    finish(result?: unknown) {
        this.isFinished = true;
        if (hasWords(this.email)) this.local.forget();
        super.close(result);
    }
}
