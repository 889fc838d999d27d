import { api } from 'lwc';
import LightningModal from 'lightning/modal';

import { whenSeen } from 'c/afterPaint';
import { NO_UPLOADS, type AttachmentsElement } from 'c/emailAttachments';
import type { Follow } from 'c/salesEmailAction';
import type { FormElement } from 'c/salesEmailForm';
import { callServer } from 'c/serverApi';
import type { Compose, DraftPreview, FieldCheck, Person, RefusedRecipient, UsedTemplate } from 'service';
import { DraftKeeper, type DraftStatus } from './draftKeeper';
import { FieldChecker } from './fieldChecker';
import { LocalWords } from './localWords';
import { continueOffered, findOfferedDraft, type OfferedDraft } from './offeredDraft';
import { signatureOf, type Recipient } from './sender';
import { SendAttempt } from './sendAttempt';
import { WindowFocus } from 'c/windowFocus';
import { labels } from './words';
import { beginEmail, canBeDraft, followEmail, hasWords, signEmail, signsItself, toDraft } from './writtenEmail';

function composePath(recordId: string, follow: Follow | undefined): string {
    const asked = { recordId, ...(follow && { followsEmailId: follow.id }), ...(follow?.isReply && { reply: 'true' }) };
    return `/compose?${new URLSearchParams(asked)}`;
}

/** What the rep is asked before words, files or the whole email go, one without text is sent, or a template takes its place. */
export type Question = 'close' | 'discard' | 'empty' | 'replace' | 'upload';

/**
 * What the window is opened with, what is written in it, and what the service knows of it. That (the sender, the signature, a kept draft)
 * comes later and takes no words away.
 */
export class ComposeWindow extends LightningModal {
    /** The record whose page the rep acts from. */
    @api recordId = '';
    /** Whom the email is for; undefined lets the rep choose from `people` first. */
    @api person: Recipient | undefined;
    @api people: Person[] = [];
    /** Opens a kept draft without asking, as after Undo. */
    @api continueDraft = false;
    /** The own email that this one follows, or whose reply it answers. */
    @api follow: Follow | undefined;

    labels = labels;
    compose: Compose | undefined;
    /** What the service answers meanwhile does not hold the window up. */
    seen: Promise<void> | undefined;
    loading: Promise<void> | undefined;
    loadError: unknown;
    /** What is kept of an email on this record, by the service or by this machine. */
    offered: OfferedDraft | undefined;
    /** It waits for the rep's choice: until then nothing is saved in its place, and nothing is sent. */
    offersDraft = false;
    email = beginEmail(undefined);
    isSigned = false;

    draftStatus: DraftStatus = 'idle';
    keeper = new DraftKeeper(
        (status) => {
            this.draftStatus = status;
            this.keepHere();
        },
        ({ refused }) => {
            this.refused = refused;
            this.keepHere();
        }
    );
    /** What its dynamic fields come to, as far as the service has said. */
    fieldCheck: FieldCheck | undefined;
    fieldChecker = new FieldChecker((check) => {
        this.fieldCheck = check;
    });
    /** The words of a template are on their way: what leaves, or is shown as leaving, would be without them. */
    comingTemplate: Promise<UsedTemplate> | undefined;
    /** It waits for the rep to say that it may take the place of what is written. */
    chosenTemplate: UsedTemplate | undefined;
    toolError: unknown;
    preview: DraftPreview | undefined;
    isOpeningPreview = false;
    local = new LocalWords('');
    /** The words that the service does not have are safe on this machine. */
    isKeptHere = false;
    attempt = new SendAttempt();
    isSending = false;
    /** The email is with the service. What is written now is no draft before it has been refused. */
    isLeaving = false;
    sendError: unknown;
    isSendUnanswered = false;
    hasTried = false;
    badFields: ('cc' | 'bcc')[] = [];
    /** Files that are not attached yet. */
    uploads = NO_UPLOADS;
    leftOutText: string | undefined;
    /** Recipients who may get nothing, as the service said last. */
    refused: RefusedRecipient[] = [];
    question: Question | undefined;
    isFinished = false;
    focusGuide = new WindowFocus();

    connectedCallback() {
        this.email = beginEmail(this.person);
        this.local = new LocalWords(this.recordId);
        document.addEventListener('visibilitychange', this.handleVisibilityChange);
        window.addEventListener('beforeunload', this.handleBeforeUnload);
        this.focusFirst();
        this.seen = new Promise((resolve) => {
            if (this.template) whenSeen(this.template.host, resolve);
        });
        void this.load();
    }

    /** The rep may have left the page with the window open. */
    disconnectedCallback() {
        document.removeEventListener('visibilitychange', this.handleVisibilityChange);
        window.removeEventListener('beforeunload', this.handleBeforeUnload);
        this.fieldChecker.stop();
        const saved = this.isFinished ? Promise.resolve(true) : this.keeper.flush();
        void saved.then(() => this.keeper.stop());
    }

    handleVisibilityChange = () => {
        if (document.visibilityState === 'hidden' && !this.mayBeSent) void this.keeper.flushHidden();
    };

    /** Asks only where words or files would be lost. */
    handleBeforeUnload = (event: BeforeUnloadEvent) => {
        const isUnsaved = hasWords(this.email) && !this.isKeptHere && !this.keeper.hasSaved(this.draft);
        if (isUnsaved || this.uploads.uploading > 0) event.preventDefault();
    };

    renderedCallback() {
        this.focusGuide.noteDrawn(this.template);
    }

    get form() {
        return this.template?.querySelector<FormElement>('c-sales-email-form');
    }

    get attachments() {
        return this.template?.querySelector<AttachmentsElement>('c-email-attachments');
    }

    /** Nobody has answered Send, and this machine has the words: to save them would make a draft of an email that may have left. */
    get mayBeSent() {
        return this.isSendUnanswered && this.isKeptHere && this.attempt.of(this.draft) !== null;
    }

    get draft() {
        return toDraft(this.email, this.recordId);
    }

    focusFirst() {
        this.focusGuide.give(this.email.to ? 'c-sales-email-form' : 'c-person-chooser');
    }

    focusAgain() {
        this.template?.querySelector<HTMLElement>('c-person-chooser')?.focus();
        this.form?.focusAgain();
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
            const compose = await callServer<Compose>('GET', composePath(this.recordId, this.follow));
            await this.seen;
            this.compose = compose;
            this.begin(compose);
        } catch (error) {
            this.loadError = error;
        } finally {
            this.loading = undefined;
        }
    }

    begin(compose: Compose) {
        if (compose.followUp) {
            this.email = followEmail(compose.followUp, compose);
            this.isSigned = true;
            this.focusFirst();
        }
        this.offered = findOfferedDraft(this.local, compose, this.continueDraft);
        if (this.offered && this.continueDraft) {
            this.handleContinueClick();
            return;
        }
        this.offersDraft = Boolean(this.offered);
        this.sign();
        this.keep();
    }

    /** Puts sender and signature in, once they are known. */
    sign() {
        if (!this.compose || this.isSigned) return;
        this.isSigned = true;
        this.email = signEmail(this.email, this.compose, Boolean(this.form));
        if (!signsItself(this.email.words.bodyHtml)) this.form?.exchangeSignature('', signatureOf(this.compose, this.email.identityId));
    }

    handleContinueClick() {
        const { compose, offered } = this;
        if (!compose || !offered) return;
        const { draft, kept } = offered;
        this.email = continueOffered(offered, compose);
        this.isSigned = true;
        if (compose.draft) this.keeper.resume(compose.draft.id, kept ? undefined : this.draft);
        if (kept) this.local.replaces(kept);
        if (kept?.attempt) this.attempt.resume(this.draft, kept.attempt);
        this.refused = draft.refused;
        this.offersDraft = false;
        this.focusFirst();
        this.keep();
    }

    /** Not before it is known whether there is a draft, whose place the words would take. */
    keep() {
        this.keepHere();
        this.fieldChecker.look(this.draft);
        if (this.compose && !this.offersDraft && !this.isLeaving && canBeDraft(this.draft)) this.keeper.schedule(this.draft);
    }

    /** Keeps the words on this machine as long as the service does not have them. */
    keepHere() {
        const { draft, email, keeper } = this;
        this.isKeptHere = false;
        if (this.isFinished) return;
        if (!hasWords(email)) this.local.clear();
        else if (keeper.hasSaved(draft)) this.local.forget();
        else
            this.isKeptHere = this.local.keep({
                draft,
                ...(email.files && { files: email.files }),
                personName: email.to?.name ?? '',
                personEmail: email.to?.email ?? null,
                draftId: keeper.savedId ?? null,
                savingSince: keeper.savingSince ?? null,
                attempt: this.attempt.of(draft)
            });
    }
}
