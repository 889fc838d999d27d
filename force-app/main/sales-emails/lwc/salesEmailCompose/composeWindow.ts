import { api } from 'lwc';
import LightningModal from 'lightning/modal';

import { whenSeen } from 'c/afterPaint';
import type { FormElement } from 'c/salesEmailForm';
import { callServer } from 'c/serverApi';
import type { Compose, Person, RefusedRecipient } from 'service';
import { DraftKeeper } from './draftKeeper';
import type { Recipient } from './sender';
import { SendAttempt } from './sendAttempt';
import { WindowFocus } from 'c/windowFocus';
import { draftStatusWords, labels } from './words';
import { beginEmail, canBeDraft, continueEmail, signEmail, toDraft } from './writtenEmail';

/** What the rep is asked before the window closes, the email is thrown away, or one without text is sent. */
export type Question = 'close' | 'discard' | 'empty';

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

    labels = labels;
    compose: Compose | undefined;
    /** What the service answers meanwhile does not hold the window up. */
    seen: Promise<void> | undefined;
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
    question: Question | undefined;
    isFinished = false;
    focusGuide = new WindowFocus();

    connectedCallback() {
        this.email = beginEmail(this.person);
        this.focusFirst();
        this.seen = new Promise((resolve) => {
            if (this.template) whenSeen(this.template.host, resolve);
        });
        void this.load();
    }

    disconnectedCallback() {
        void this.keeper.stop();
    }

    renderedCallback() {
        this.focusGuide.noteDrawn(this.template);
    }

    get form() {
        return this.template?.querySelector<FormElement>('c-sales-email-form');
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
            const compose = await callServer<Compose>('GET', `/compose?recordId=${this.recordId}`);
            await this.seen;
            this.compose = compose;
            this.begin(compose);
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

    /** Not before it is known whether there is a draft, whose place the words would take. */
    keep() {
        if (this.compose && !this.offersDraft && canBeDraft(this.draft)) this.keeper.schedule(this.draft);
    }
}
