import { api } from 'lwc';
import LightningModal from 'lightning/modal';

import { afterPaint } from 'c/afterPaint';
import { formatPlural } from 'c/labels';
import type { FormElement, Words, WordsField } from 'c/salesEmailForm';
import { callServer, isUnanswered } from 'c/serverApi';
import type { Compose, Person, RefusedRecipient, SalesEmailRow } from 'service';
import { DraftKeeper } from './draftKeeper';
import { leftOutText, lostPicturesText, withoutLostPictures } from './pictures';
import { problemsOf } from './problems';
import { readRefusal, refusedCopies } from './refusals';
import { fromText, sendersOf } from './sender';
import { SendAttempt } from './sendAttempt';
import { draftSentence, leavesSentence } from './sentences';
import { draftStatusWords, labels } from './words';
import { beginEmail, canBeDraft, changeSender, continueEmail, hasWords, signEmail, toDraft } from './writtenEmail';

export interface ComposeResult {
    row: SalesEmailRow;
}

/**
 * The window in which one sales email to one person is written (EM-2). Resolves with the accepted email, or undefined. It can be typed in from
 * the first moment: what only the service knows (the sender, the signature, a kept draft) comes into it later and takes no words away.
 */
export default class SalesEmailCompose extends LightningModal {
    /** The record whose page the rep acts from. */
    @api recordId = '';
    /** Whom the email is for; undefined lets the rep choose from `people` first. */
    @api person: Pick<Person, 'id' | 'name'> | undefined;
    @api people: Person[] = [];
    /** Opens a kept draft without asking, as after Undo. */
    @api continueDraft = false;

    labels = labels;
    compose: Compose | undefined;
    loading: Promise<void> | undefined;
    loadError: unknown;
    /** A kept draft waits for the rep's choice: until then nothing is saved in its place, and nothing is sent. */
    offersDraft = false;
    email = beginEmail(undefined);
    isSigned = false;

    statusText = draftStatusWords.idle;
    keeper = new DraftKeeper(
        (status) => {
            this.statusText = draftStatusWords[status];
        },
        ({ refused }) => {
            this.refused = refused;
        }
    );
    attempt = new SendAttempt();
    isSending = false;
    sendError: unknown;
    isSendUnanswered = false;
    hasTried = false;
    badFields: ('cc' | 'bcc')[] = [];
    leftOutText: string | undefined;
    /** Recipients who may get nothing, as the service said last. */
    refused: RefusedRecipient[] = [];
    question: 'close' | 'discard' | undefined;
    isFinished = false;
    focusNext: string | undefined;
    hasRendered = false;
    hasTakenFocusBack = false;

    connectedCallback() {
        this.email = beginEmail(this.person);
        this.focusFirst();
        void this.load();
    }

    disconnectedCallback() {
        void this.keeper.stop();
    }

    renderedCallback() {
        if (!this.hasRendered) this.holdTitle();
        this.hasRendered = true;
        this.moveFocus();
    }

    moveFocus() {
        const target = this.focusNext && this.template?.querySelector<HTMLElement>(this.focusNext);
        if (!target) return;
        this.focusNext = undefined;
        target.focus();
    }

    /**
     * The platform gives the focus to the title of a window once, a frame after it has drawn it. By then the rep may be typing. An inert title
     * cannot have it, and the subject does not say in red that it was left empty.
     */
    holdTitle() {
        const title = this.template?.querySelector<HTMLElement>('lightning-modal-header');
        if (!title) return;
        title.inert = true;
        afterPaint(() => {
            title.inert = false;
        });
    }

    /** Where the platform comes later than that, the focus goes back. */
    handleTitleFocus() {
        if (this.hasTakenFocusBack) return;
        this.hasTakenFocusBack = true;
        this.focusAgain();
    }

    focusAgain() {
        this.template?.querySelector<HTMLElement>('c-person-chooser')?.focus();
        this.form?.focusAgain();
    }

    /** The pressed button goes away, so the focus moves to where the rep was. */
    handleRetry() {
        this.focusAgain();
        void this.load();
    }

    get form() {
        return this.template?.querySelector<FormElement>('c-sales-email-form');
    }

    /** Only a draft that the rep asked for is waited for. */
    get awaitsDraft() {
        return this.continueDraft && !this.compose;
    }

    get isLoading() {
        return this.awaitsDraft && !this.loadError;
    }

    get isChoosing() {
        return !this.awaitsDraft && !this.email.to;
    }

    get isWriting() {
        return !this.awaitsDraft && Boolean(this.email.to);
    }

    /** What the rep has written since would go with *Continue Draft*. */
    get hasWordsBesideDraft() {
        return hasWords(this.email);
    }

    get canChangePerson() {
        return this.people.length > 1;
    }

    get fromText() {
        return fromText(this.compose);
    }

    get senders() {
        return sendersOf(this.compose, this.email.identityId);
    }

    get draftText() {
        return this.compose && draftSentence(this.compose);
    }

    get leavesText() {
        return this.compose && leavesSentence(this.compose);
    }

    /** Pressing Send again means the same email, so only a missing answer needs a button of its own. */
    get hasNoRetry() {
        return !this.isSendUnanswered;
    }

    get sendLabel() {
        return this.isSending ? labels.sending : labels.send;
    }

    get draft() {
        return toDraft(this.email, this.recordId);
    }

    get problems() {
        return this.hasTried ? [...problemsOf(this.draft, this.badFields), ...refusedCopies(this.refused, this.draft)] : [];
    }

    get problemsTitle() {
        return formatPlural(labels.problems, this.problems.length);
    }

    /** Before anybody presses Send: which pictures would not arrive. */
    get lostPicturesText() {
        return lostPicturesText(this.email.words.bodyHtml);
    }

    get questionText() {
        if (this.question === 'discard') return this.keeper.savedId ? labels.discardSaved : labels.discardText;
        return canBeDraft(this.draft) ? labels.closeNotSaved : labels.closeNoSubject;
    }

    /** Asks the service once, and again after a failure. */
    load(): Promise<void> {
        if (this.compose) return Promise.resolve();
        this.loading ??= this.read();
        return this.loading;
    }

    async read() {
        this.loadError = undefined;
        try {
            this.compose = await callServer<Compose>('GET', `/compose?recordId=${this.recordId}`);
            this.begin(this.compose);
        } catch (error) {
            this.loadError = error;
        } finally {
            this.loading = undefined;
        }
    }

    begin({ draft }: Compose) {
        if (draft && this.continueDraft) {
            this.handleContinueClick();
            return;
        }
        this.offersDraft = Boolean(draft);
        // A new text would take the caret from somebody who is writing; the signature then comes when they leave the body.
        if (!this.form?.isWritingBody()) this.sign();
        this.keep();
    }

    /** Puts sender and signature in, once they are known. */
    sign() {
        if (!this.compose || this.isSigned) return;
        this.isSigned = true;
        this.email = signEmail(this.email, this.compose);
    }

    handleLeaveBody() {
        if (this.isSigned || !this.compose) return;
        this.sign();
        this.keep();
    }

    handleContinueClick() {
        const { compose } = this;
        if (!compose?.draft) return;
        this.email = continueEmail(compose.draft, compose);
        this.isSigned = true;
        this.keeper.resume(compose.draft.id, this.draft);
        this.refused = compose.draft.refused;
        this.offersDraft = false;
        this.focusFirst();
    }

    handleStartOverClick() {
        this.offersDraft = false;
        this.focusFirst();
        this.keep();
    }

    handleChangeSender(event: CustomEvent<string>) {
        this.email = changeSender(this.email, event.detail, this.compose);
        this.keep();
    }

    focusFirst() {
        this.focusNext = this.email.to ? 'c-sales-email-form' : 'c-person-chooser';
    }

    handleChoose(event: CustomEvent<Person>) {
        this.email = { ...this.email, to: event.detail };
        this.focusFirst();
        this.keep();
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

    handlePaste(event: ClipboardEvent) {
        this.leftOutText = leftOutText(event.clipboardData);
    }

    handleRemovePicturesClick() {
        this.email = withoutLostPictures(this.email);
        this.keep();
    }

    handleKeydown(event: KeyboardEvent) {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void this.handleSendClick();
    }

    handleProblemClick(event: Event) {
        this.form?.focusField((event.currentTarget as HTMLElement).dataset['field'] as WordsField);
    }

    /** Not before it is known whether there is a draft, whose place the words would take. */
    keep() {
        if (this.compose && !this.offersDraft && canBeDraft(this.draft)) this.keeper.schedule(this.draft);
    }

    /** True when the service has said what an email needs, and the rep what becomes of a kept draft. */
    async canLeave() {
        this.isSending = true;
        await this.load();
        this.isSending = false;
        if (this.offersDraft) {
            this.focusNext = '.continue';
            this.moveFocus();
        }
        this.sign();
        return Boolean(this.compose) && !this.offersDraft;
    }

    async handleSendClick() {
        if (this.isSending || !(await this.canLeave()) || !this.form) return;
        this.badFields = this.form.commit();
        this.hasTried = true;
        this.sendError = undefined;
        const [first] = problemsOf(this.draft, this.badFields);
        if (first) {
            this.form.focusField(first.field);
            return;
        }
        this.isSending = true;
        this.disableClose = true;
        try {
            // A save that ended after the email was accepted would bring the draft back.
            await this.keeper.stop();
            const row = await this.attempt.send(this.draft);
            this.disableClose = false;
            this.finish({ row });
        } catch (error) {
            this.handleSendError(error);
            this.isSending = false;
            this.disableClose = false;
            this.keep();
        }
    }

    /** A refused copy is mended in its field; the sentence of the service is for everything else. */
    handleSendError(error: unknown) {
        const { refused, saysMore } = readRefusal(error, this.draft);
        const [first] = refused;
        if (first) this.refused = refused;
        this.isSendUnanswered = isUnanswered(error);
        if (saysMore || !first) this.sendError = error;
        else this.form?.focusField(first.field);
    }

    handleDiscardClick() {
        if (hasWords(this.email)) this.ask('discard');
        else this.finish();
    }

    handleKeepWritingClick() {
        this.question = undefined;
        this.focusFirst();
    }

    async handleDiscardConfirmClick() {
        await this.keeper.stop();
        try {
            if (this.question === 'discard') await this.keeper.removeSaved();
            this.finish();
        } catch (error) {
            this.question = undefined;
            this.isSendUnanswered = false;
            this.sendError = error;
        }
    }

    ask(question: 'close' | 'discard') {
        this.question = question;
        this.focusNext = '.keep-writing';
    }

    /** The window's X and Escape come here too: words that are not saved are asked about first. */
    @api
    close(result?: unknown) {
        const isUnsaved = hasWords(this.email) && !this.keeper.hasSaved(this.draft);
        if (this.question) this.handleKeepWritingClick();
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
        super.close(result);
    }
}
