import { api } from 'lwc';
import LightningModal from 'lightning/modal';

import { formatClock, formatLabel, formatPlural } from 'c/labels';
import type { Words, WordsField } from 'c/salesEmailForm';
import { callServer } from 'c/serverApi';
import type { Compose, Draft, Person, SalesEmailRow } from 'service';
import { DraftKeeper, type DraftStatus } from './draftKeeper';
import { plainText } from './plainText';
import { senderText, sendersOf, signatureOf, usualIdentityId } from './sender';
import { SendAttempt } from './sendAttempt';
import { exchangeSignature, withSignature } from './signature';
import { draftStatusWords, labels } from './words';

const NOTHING: Words = { cc: [], bcc: [], subject: '', bodyHtml: '' };

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
    to: Pick<Person, 'id' | 'name'> | undefined;
    /** Undefined for the mailbox itself. */
    identityId: string | undefined;
    /** What the form was opened with, and what stands in it now. */
    startWords = NOTHING;
    words = NOTHING;
    /** What the window put into the body before the rep wrote anything. */
    givenBody = '';

    draftStatus: DraftStatus = 'idle';
    keeper = new DraftKeeper((status) => {
        this.draftStatus = status;
    });
    attempt = new SendAttempt();
    isSending = false;
    sendError: unknown;
    hasTried = false;
    badFields: ('cc' | 'bcc')[] = [];
    question: 'close' | 'discard' | undefined;
    isFinished = false;
    focusNext: string | undefined;

    connectedCallback() {
        this.to = this.person;
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
        return Boolean(this.compose && !this.offersDraft && !this.to);
    }

    get isWriting() {
        return Boolean(this.compose && !this.offersDraft && this.to);
    }

    get isAsking() {
        return this.question !== undefined;
    }

    get canChangePerson() {
        return this.people.length > 1;
    }

    get fromText() {
        const from = this.compose?.from;
        return from ? senderText(from) : labels.mailboxMissing;
    }

    get senders() {
        return sendersOf(this.compose, this.identityId);
    }

    get signature() {
        return signatureOf(this.compose, this.identityId);
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

    get draft(): Draft {
        const { cc, bcc, subject, bodyHtml } = this.words;
        return {
            recordId: this.recordId,
            personId: this.to?.id ?? '',
            cc: [...cc],
            bcc: [...bcc],
            subject: subject.trim(),
            bodyHtml,
            identityId: this.identityId ?? null
        };
    }

    /** A draft needs a recipient and a subject (EM-3). */
    get canBeDraft() {
        return Boolean(this.to && this.words.subject.trim());
    }

    get hasWords() {
        const { cc, bcc, subject, bodyHtml } = this.words;
        return Boolean(subject.trim()) || cc.length + bcc.length > 0 || plainText(bodyHtml) !== plainText(this.givenBody);
    }

    get isUnsaved() {
        return this.hasWords && JSON.stringify(this.draft) !== this.keeper.savedWords;
    }

    get problems() {
        if (!this.hasTried) return [];
        const found: { field: WordsField; text: string }[] = this.badFields.map((field) => ({
            field,
            text: field === 'cc' ? labels.badCc : labels.badBcc
        }));
        if (!this.words.subject.trim()) found.push({ field: 'subject', text: labels.needsSubject });
        return found;
    }

    get hasProblems() {
        return this.problems.length > 0;
    }

    get problemsTitle() {
        return formatPlural(labels.problems, this.problems.length);
    }

    get questionText() {
        if (this.question === 'discard') return this.keeper.savedId ? labels.discardSaved : labels.discardText;
        return this.canBeDraft ? labels.closeNotSaved : labels.closeNoSubject;
    }

    async load() {
        this.loadError = undefined;
        try {
            this.compose = await callServer<Compose>('GET', `/compose?recordId=${this.recordId}`);
            if (this.compose.draft && this.continueDraft) this.handleContinueClick();
            else if (this.compose.draft) this.offerDraft();
            else this.handleStartOverClick();
        } catch (error) {
            this.loadError = error;
        }
    }

    offerDraft() {
        this.offersDraft = true;
        this.focusNext = '.continue';
    }

    handleContinueClick() {
        const draft = this.compose?.draft;
        if (!draft) return;
        const { id, personId, personName, cc, bcc, subject, bodyHtml, identityId } = draft;
        this.to = { id: personId, name: personName ?? '' };
        this.identityId = identityId ?? usualIdentityId(this.compose);
        this.begin({ cc, bcc, subject, bodyHtml });
        this.keeper.resume(id, this.draft);
    }

    handleStartOverClick() {
        this.identityId = usualIdentityId(this.compose);
        // The signature is put in once, below an empty line, and is the rep's to edit from then on.
        this.begin({ ...NOTHING, bodyHtml: withSignature('', this.signature) });
    }

    /** The signature goes with the sender as long as the rep has not touched it. */
    handleChangeSender(event: CustomEvent<string>) {
        const before = this.signature;
        this.identityId = event.detail || undefined;
        const bodyHtml = exchangeSignature(this.words.bodyHtml, before, this.signature);
        this.givenBody = exchangeSignature(this.givenBody, before, this.signature);
        if (bodyHtml !== this.words.bodyHtml) {
            this.words = { ...this.words, bodyHtml };
            this.startWords = { ...this.words };
        }
        this.keep();
    }

    begin(words: Words) {
        this.startWords = words;
        this.words = words;
        this.givenBody = words.bodyHtml;
        this.offersDraft = false;
        this.focusFirst();
    }

    focusFirst() {
        this.focusNext = this.to ? 'c-sales-email-form' : 'c-person-chooser';
    }

    handleChoose(event: CustomEvent<Person>) {
        this.to = event.detail;
        this.focusFirst();
        this.keep();
    }

    handleChangePerson() {
        // The form leaves the page meanwhile, so it has to come back with the words of now.
        this.startWords = { ...this.words };
        this.to = undefined;
        this.focusFirst();
    }

    handleWordsChange(event: CustomEvent<Partial<Words>>) {
        this.words = { ...this.words, ...event.detail };
        this.badFields = this.badFields.filter((field) => !(field in event.detail));
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
        const [first] = this.problems;
        if (first) {
            this.form.focusField(first.field);
            return;
        }
        this.isSending = true;
        this.disableClose = true;
        try {
            // A save that ended after the email was accepted would bring the draft back.
            await this.keeper.stop();
            const row = await callServer<SalesEmailRow>('POST', '/sales-emails', this.draft, {
                idempotencyKey: this.attempt.keyFor(this.draft)
            });
            this.disableClose = false;
            this.finish({ row });
        } catch (error) {
            this.sendError = error;
            this.isSending = false;
            this.disableClose = false;
            this.keep();
        }
    }

    handleDiscardClick() {
        if (this.hasWords) this.ask('discard');
        else this.finish();
    }

    handleKeepWritingClick() {
        this.question = undefined;
        this.focusFirst();
    }

    async handleDiscardConfirmClick() {
        await this.keeper.stop();
        const { savedId } = this.keeper;
        try {
            if (savedId && this.question === 'discard') await callServer('DELETE', `/drafts/${savedId}`);
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
