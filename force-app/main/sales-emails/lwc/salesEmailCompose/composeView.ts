import { formatLabel, formatPlural } from 'c/labels';
import { ComposeWindow, type Question } from './composeWindow';
import { fieldSentences } from './fieldSentences';
import { lostPicturesText } from './pictures';
import { problemsOf } from './problems';
import { refusedCopies } from './refusals';
import { fromText, sendersOf, toText } from './sender';
import { draftSentence, leavesSentence } from './sentences';
import { warningsOf } from './warning';
import { draftStatusWords, labels } from './words';
import { canBeDraft, hasWords } from './writtenEmail';

const QUESTION_TITLES: Record<Question, string> = {
    close: labels.closeTitle,
    discard: labels.closeTitle,
    empty: labels.emptyTitle,
    replace: labels.replaceTitle,
    upload: labels.uploadTitle
};
const CONFIRM_LABELS: Record<Question, string> = {
    close: labels.discardConfirm,
    discard: labels.discardConfirm,
    empty: labels.emptyConfirm,
    replace: labels.replaceConfirm,
    upload: labels.uploadConfirm
};

/** What the template shows of the window. */
export class ComposeView extends ComposeWindow {
    /** Only what the rep asked for is waited for: a kept draft, or what an email begins with that follows another. */
    get awaitsDraft() {
        return (this.continueDraft || Boolean(this.follow)) && !this.compose;
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

    /** The fields stay on the page behind a preview: they keep what is typed to themselves. */
    get writingClass() {
        return this.preview ? 'slds-hide' : '';
    }

    /** They are not taken off the page: files may be on their way. */
    get attachmentsClass() {
        return this.isWriting ? '' : 'slds-hide';
    }

    get personId() {
        return this.email.to?.id ?? '';
    }

    get personName() {
        return this.email.to?.name ?? '';
    }

    get fieldSentences() {
        return this.preview
            ? []
            : fieldSentences(this.fieldCheck).map((one) => ({
                  ...one,
                  icon: one.stops ? 'utility:warning' : 'utility:info',
                  variant: one.stops ? 'warning' : ''
              }));
    }

    /** For screen readers: the words on the page have become others. */
    get templateText() {
        const { template } = this.email;
        return template?.name ? formatLabel(labels.templateUsed, template.name) : '';
    }

    get previewSentences() {
        const { preview } = this;
        return preview ? fieldSentences({ people: [preview], prompts: preview.prompts }).map(({ text }) => text) : [];
    }

    get statusText() {
        const isOnlyHere = this.isKeptHere && (this.draftStatus === 'failed' || !canBeDraft(this.draft));
        return isOnlyHere ? labels.keptHere : draftStatusWords[this.draftStatus];
    }

    /** What the rep has written since would go with *Continue Draft*. */
    get hasWordsBesideDraft() {
        return hasWords(this.email);
    }

    get canChangePerson() {
        return this.people.length > 1 && !this.email.thread;
    }

    get fromText() {
        return fromText(this.compose);
    }

    /** Why nothing is quoted below the signature. */
    get quoteText() {
        const problem = this.compose?.followUp?.quoteProblem;
        if (!problem || !this.email.given) return undefined;
        return problem === 'too_large' ? labels.quoteTooLarge : labels.quoteNotReadable;
    }

    get toText() {
        return this.email.to && toText(this.email.to);
    }

    get bodyStyle() {
        return this.compose?.bodyStyle ?? '';
    }

    get senders() {
        return sendersOf(this.compose, this.email.identityId);
    }

    get draftText() {
        return this.offered && draftSentence(this.offered.draft);
    }

    get draftTimePattern() {
        return this.offered?.kept ? labels.draftKeptHere : labels.draftSaved;
    }

    /** The section of a schedule says it otherwise. */
    get leavesText() {
        return this.compose && !this.email.schedule ? leavesSentence(this.compose) : undefined;
    }

    /** Pressing Send again means the same email, so only a missing answer needs a button of its own. */
    get hasNoRetry() {
        return !this.isSendUnanswered;
    }

    get cannotSend() {
        return this.isSending || Boolean(this.comingTemplate);
    }

    get isBusy() {
        return this.cannotSend || this.isOpeningPreview;
    }

    get sendLabel() {
        if (this.isSending) return labels.sending;
        return this.email.schedule ? labels.scheduleSend : labels.send;
    }

    get problems() {
        return this.hasTried ? [...problemsOf(this.draft, this.badFields, this.uploads), ...refusedCopies(this.refused, this.draft)] : [];
    }

    get problemsTitle() {
        return formatPlural(labels.problems, this.problems.length);
    }

    get warnings() {
        return warningsOf(this.email.to, this.compose, this.refused);
    }

    /** Without words it is there for screen readers alone, which are told of what comes into it. */
    get warningClass() {
        return this.warnings.length > 0 ? 'warning' : 'warning slds-assistive-text';
    }

    /** Before anybody presses Send: which pictures would not arrive. */
    get lostPicturesText() {
        return lostPicturesText(this.email.words.bodyHtml);
    }

    get questionTitle() {
        return QUESTION_TITLES[this.question ?? 'close'];
    }

    get confirmLabel() {
        return CONFIRM_LABELS[this.question ?? 'close'];
    }

    get confirmVariant() {
        return this.question === 'empty' || this.question === 'replace' ? 'brand' : 'destructive';
    }

    get questionText() {
        if (this.question === 'empty') return labels.emptyText;
        if (this.question === 'upload') return labels.uploadText;
        if (this.question === 'replace') return formatLabel(labels.replaceText, this.chosenTemplate?.name);
        if (this.question === 'discard') return this.keeper.savedId ? labels.discardSaved : labels.discardText;
        return canBeDraft(this.draft) ? labels.closeNotSaved : labels.closeNoSubject;
    }
}
