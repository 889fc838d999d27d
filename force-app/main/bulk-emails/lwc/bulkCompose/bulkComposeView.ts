import { nameOf } from 'c/bulkReasons';
import { unfinishedText } from 'c/emailAttachments';
import { formatLabel, formatPlural } from 'c/labels';
import { fieldSentences as sentencesOf, fromText, lostPicturesText, sendersOf } from 'c/salesEmailCompose';
import type { WordsField } from 'c/salesEmailForm';
import type { DraftPreview, RefusedRecipient, UsedTemplate } from 'service';
import { BulkDraft } from './bulkDraft';
import { everybodySentence, fieldSentences, leavesSentence, personSentences, recordOf } from './sentences';
import { labels, saveStatusWords } from './words';

const NO_COPIES: RefusedRecipient[] = [];

interface Problem {
    text: string;
    /** Where it is mended; undefined: in the list of people. */
    field?: WordsField | 'files';
}

/** What the template shows of the page. */
export class BulkComposeView extends BulkDraft {
    labels = labels;
    noCopies = NO_COPIES;
    recordUrl: string | undefined;
    listError: unknown;
    isListBusy = false;
    toolError: unknown;
    /** The words of a template are on their way. */
    comingTemplate: Promise<UsedTemplate> | undefined;
    usedTemplate: UsedTemplate | undefined;
    leftOutText: string | undefined;
    preview: DraftPreview | undefined;
    /** Who is looked at; undefined while words are written. */
    previewed: string | undefined;
    previewError: unknown;
    isSending = false;
    hasTried = false;
    sendError: unknown;
    isUnanswered = false;

    get record() {
        return recordOf(this.bulk);
    }

    get recordText() {
        return this.record ? formatLabel(labels.fromRecord, this.record.name) : '';
    }

    /** Whom an edit reaches. */
    get reachTitle() {
        return this.isForAll ? labels.everybodyTitle : formatLabel(labels.onlyOne, this.targetName);
    }

    get reachText() {
        if (this.isForAll) return everybodySentence(this.bulk.people);
        return formatLabel(this.hasOwnWords ? labels.onlyHas : labels.onlyWill, this.targetName);
    }

    get targetName() {
        return this.person ? nameOf(this.person) : labels.personGone;
    }

    get hasOwnWords() {
        return this.person?.hasOwnWords ?? false;
    }

    get canGiveAll() {
        return this.isForAll && this.bulk.people.some(({ hasOwnWords }) => hasOwnWords);
    }

    get isPreviewing() {
        return this.previewed !== undefined;
    }

    get isWriting() {
        return !this.isPreviewing;
    }

    /** The fields stay on the page behind a preview: they keep what is typed to themselves. */
    get writingClass() {
        return this.isPreviewing || this.wordsError ? 'slds-hide' : 'writing';
    }

    get wordsBusy() {
        return this.isLoadingWords ? 'true' : 'false';
    }

    /** Files are the same for everybody. */
    get filesNote() {
        return this.isForAll ? '' : labels.filesForAll;
    }

    /** Whose fields and templates are offered. */
    get toolRecordId() {
        return this.bulk.recordId ?? this.bulk.people[0]?.personId ?? '';
    }

    get allSenders() {
        return sendersOf(this.bulk.sender, this.words.identityId ?? '');
    }

    get fromText() {
        return this.allSenders.find(({ isSelected }) => isSelected)?.label ?? fromText(this.bulk.sender);
    }

    /** The sender is the same for everybody. */
    get senders() {
        return this.isForAll ? this.allSenders : [];
    }

    get bodyStyle() {
        return this.bulk.sender.bodyStyle;
    }

    get sentences() {
        const said = this.isForAll ? fieldSentences(this.check) : personSentences(this.check, this.target);
        return said.map(({ text, stops }) => ({
            text,
            icon: stops ? 'utility:warning' : 'utility:info',
            variant: stops ? 'warning' : ''
        }));
    }

    get lostPicturesText() {
        return lostPicturesText(this.shownWords.bodyHtml);
    }

    get templateText() {
        return this.usedTemplate ? formatLabel(labels.templateUsed, this.usedTemplate.name) : '';
    }

    /** Those who get it; where nobody is known to, everybody. */
    get previewIds() {
        const getting = (this.check?.people ?? []).filter(({ reason }) => reason === null).map(({ personId }) => personId);
        return getting.length > 0 ? getting : this.bulk.people.map(({ personId }) => personId);
    }

    get previewIndex() {
        return this.previewIds.indexOf(this.previewed ?? '');
    }

    get previewPlace() {
        return this.previewIndex < 0 ? '' : formatLabel(labels.place, this.previewIndex + 1, this.previewIds.length);
    }

    get noPrevious() {
        return this.previewIndex <= 0;
    }

    get noNext() {
        return this.previewIndex >= this.previewIds.length - 1;
    }

    get previewSentences() {
        const { preview } = this;
        return preview ? sentencesOf({ people: [preview], prompts: preview.prompts }).map(({ text }) => text) : [];
    }

    get problems(): Problem[] {
        if (!this.hasTried) return [];
        const lost = lostPicturesText(this.words.bodyHtml);
        const unfinished = unfinishedText(this.uploads);
        return [
            ...(this.needsSubject ? [{ field: 'subject' as const, text: labels.needsSubject }] : []),
            ...(lost ? [{ field: 'bodyHtml' as const, text: lost }] : []),
            ...(unfinished ? [{ field: 'files' as const, text: unfinished }] : []),
            ...(this.check?.willGet === 0 ? [{ text: labels.nobodyGetsIt }] : [])
        ];
    }

    /** Whoever has words of their own has a subject of their own. */
    get needsSubject() {
        return !this.words.subject.trim() && this.bulk.people.some(({ hasOwnWords }) => !hasOwnWords);
    }

    get problemsTitle() {
        return formatPlural(labels.problems, this.problems.length);
    }

    get statusText() {
        return this.saveStatus === 'failed' && this.saver.isRetrying ? labels.keptHere : saveStatusWords[this.saveStatus];
    }

    /** Why the last words are not saved, where that does not mend itself. */
    get saveError() {
        return this.saveStatus === 'failed' && !this.newer && !this.saver.isRetrying ? this.saver.error : undefined;
    }

    get leavesText() {
        return this.check && !this.isTimeOld ? leavesSentence(this.check) : '';
    }

    get sendLabel() {
        if (this.isSending) return labels.sending;
        const count = this.check?.willGet ?? 0;
        if (count === 0) return labels.send;
        return formatPlural(this.words.schedule ? labels.scheduleTo : labels.sendTo, count);
    }

    get cannotSend() {
        return this.isSending || Boolean(this.comingTemplate) || Boolean(this.newer);
    }

    get hasNoRetry() {
        return !this.isUnanswered;
    }
}
