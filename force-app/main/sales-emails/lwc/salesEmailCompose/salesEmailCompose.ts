import { api } from 'lwc';
import LightningModal from 'lightning/modal';

import { formatClock, formatLabel, formatPlural } from 'c/labels';
import type { Words, WordsField } from 'c/salesEmailForm';
import { callServer } from 'c/serverApi';
import type { Compose, Person, RefusedRecipient, SalesEmailRow } from 'service';
import { DraftKeeper, type DraftStatus } from './draftKeeper';
import { countLostPictures, countPastedPictures, withoutLostPictures } from './pictures';
import { problemsOf, readRefusal, refusedCopies } from './problems';
import { senderText, sendersOf } from './sender';
import { SendAttempt } from './sendAttempt';
import { draftStatusWords, labels } from './words';
import { beginEmail, changeSender, continueEmail, hasWords, toDraft } from './writtenEmail';

export interface ComposeResult {
    row: SalesEmailRow;
}

interface Form extends HTMLElement {
    focusField(field: WordsField): void;
    commit(): ('cc' | 'bcc')[];
}

/** The window in which one sales email to one person is written (EM-2). Resolves with the accepted email, or undefined. */
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
    loadError: unknown;
    offersDraft = false;
    email = beginEmail(undefined, undefined);

    draftStatus: DraftStatus = 'idle';
    keeper = new DraftKeeper(
        (status) => {
            this.draftStatus = status;
        },
        ({ refused }) => {
            this.refused = refused;
        }
    );
    attempt = new SendAttempt();
    isSending = false;
    sendError: unknown;
    hasTried = false;
    badFields: ('cc' | 'bcc')[] = [];
    leftOutPictures = 0;
    /** Recipients who may get nothing, as the service said last. */
    refused: RefusedRecipient[] = [];
    question: 'close' | 'discard' | undefined;
    isFinished = false;
    focusNext: string | undefined;

    connectedCallback() {
        this.email = beginEmail(this.person, undefined);
        void this.load();
    }

    disconnectedCallback() {
        void this.keeper.stop();
    }

    renderedCallback() {
        const target = this.focusNext && this.template?.querySelector<HTMLElement>(this.focusNext);
        if (!target) return;
        this.focusNext = undefined;
        target.focus();
    }

    get form() {
        return this.template?.querySelector<Form>('c-sales-email-form');
    }

    get isLoading() {
        return !this.compose && !this.loadError;
    }

    get isChoosing() {
        return Boolean(this.compose && !this.offersDraft && !this.email.to);
    }

    get isWriting() {
        return Boolean(this.compose && !this.offersDraft && this.email.to);
    }

    get isAsking() {
        return Boolean(this.question);
    }

    get canChangePerson() {
        return this.people.length > 1;
    }

    get fromText() {
        const from = this.compose?.from;
        return from ? senderText(from) : labels.mailboxMissing;
    }

    get senders() {
        return sendersOf(this.compose, this.email.identityId);
    }

    get draftText() {
        const draft = this.compose?.draft;
        return formatLabel(labels.draftText, draft?.subject, draft?.personName);
    }

    get statusText() {
        return draftStatusWords[this.draftStatus];
    }

    get leavesText() {
        const { undoSeconds: seconds = 0, leavesAt } = this.compose ?? {};
        if (leavesAt) return formatLabel(labels.leavesAt, formatClock(leavesAt));
        return seconds > 0 ? formatPlural(labels.leavesAfter, seconds) : labels.leavesAtOnce;
    }

    get sendLabel() {
        return this.isSending ? labels.sending : labels.send;
    }

    get draft() {
        return toDraft(this.email, this.recordId);
    }

    /** A draft needs a recipient and a subject (EM-3). */
    get canBeDraft() {
        return Boolean(this.email.to && this.draft.subject);
    }

    get isUnsaved() {
        return hasWords(this.email) && JSON.stringify(this.draft) !== this.keeper.savedWords;
    }

    /** What stops Send before the service is asked. */
    get blockers() {
        return problemsOf(this.draft, this.badFields);
    }

    get problems() {
        return this.hasTried ? [...this.blockers, ...refusedCopies(this.refused, this.draft)] : [];
    }

    get hasProblems() {
        return this.problems.length > 0;
    }

    get problemsTitle() {
        return formatPlural(labels.problems, this.problems.length);
    }

    /** Before anybody presses Send: which pictures would not arrive. */
    get lostPicturesText() {
        const lost = countLostPictures(this.email.words.bodyHtml);
        return lost > 0 ? formatPlural(labels.lostPictures, lost) : undefined;
    }

    get leftOutText() {
        return this.leftOutPictures > 0 ? formatPlural(labels.leftOutPictures, this.leftOutPictures) : undefined;
    }

    get questionText() {
        if (this.question === 'discard') return this.keeper.savedId ? labels.discardSaved : labels.discardText;
        return this.canBeDraft ? labels.closeNotSaved : labels.closeNoSubject;
    }

    async load() {
        this.loadError = undefined;
        try {
            this.compose = await callServer<Compose>('GET', `/compose?recordId=${this.recordId}`);
            if (!this.compose.draft) this.handleStartOverClick();
            else if (this.continueDraft) this.handleContinueClick();
            else {
                this.offersDraft = true;
                this.focusNext = '.continue';
            }
        } catch (error) {
            this.loadError = error;
        }
    }

    handleContinueClick() {
        const { compose } = this;
        if (!compose?.draft) return;
        this.email = continueEmail(compose.draft, compose);
        this.keeper.resume(compose.draft.id, this.draft);
        this.refused = compose.draft.refused;
        this.begin();
    }

    handleStartOverClick() {
        this.email = beginEmail(this.email.to, this.compose);
        this.begin();
    }

    handleChangeSender(event: CustomEvent<string>) {
        this.email = changeSender(this.email, event.detail, this.compose);
        this.keep();
    }

    begin() {
        this.offersDraft = false;
        this.focusFirst();
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
        this.leftOutPictures = countPastedPictures(event.clipboardData);
    }

    handleRemovePicturesClick() {
        const { words } = this.email;
        const without = { ...words, bodyHtml: withoutLostPictures(words.bodyHtml) };
        // The form keeps what is typed to itself: it has to be given the words anew.
        this.email = { ...this.email, words: without, startWords: without };
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

    keep() {
        if (this.canBeDraft) this.keeper.schedule(this.draft);
    }

    async handleSendClick() {
        if (this.isSending || !this.form) return;
        this.badFields = this.form.commit();
        this.hasTried = true;
        this.sendError = undefined;
        const [first] = this.blockers;
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
        if (saysMore || !first) this.sendError = error;
        else this.form?.focusField(first.field as WordsField);
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
        if (this.question) this.handleKeepWritingClick();
        else if (this.isFinished || !this.isUnsaved) this.finish(result);
        else void this.saveAndClose();
    }

    async saveAndClose() {
        this.keep();
        if (this.canBeDraft && (await this.keeper.flush())) this.finish();
        else this.ask('close');
    }

    finish(result?: unknown) {
        this.isFinished = true;
        super.close(result);
    }
}
