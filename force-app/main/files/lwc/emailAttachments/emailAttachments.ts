import { LightningElement, api } from 'lwc';

import attached from '@salesforce/label/c.Files_Attach_Attached';
import attachedFiles from '@salesforce/label/c.Files_Attach_Files';
import chooseFiles from '@salesforce/label/c.Files_Attach_Choose';
import drop from '@salesforce/label/c.Files_Attach_Drop';
import gone from '@salesforce/label/c.Files_Attach_Gone';
import notAttached from '@salesforce/label/c.Files_Attach_NotAttached';
import notOutlook from '@salesforce/label/c.Files_Attach_TooLargeForOutlook';
import remove from '@salesforce/label/c.Files_Attach_Remove';
import retry from '@salesforce/label/c.Shared_Error_Retry';
import retryFile from '@salesforce/label/c.Files_Attach_Retry';
import stillUploading from '@salesforce/label/c.Files_Attach_StillUploading';
import tooLarge from '@salesforce/label/c.Files_Attach_TooLarge';
import tooMany from '@salesforce/label/c.Files_Attach_TooMany';
import total from '@salesforce/label/c.Files_Attach_Total';
import unfinished from '@salesforce/label/c.Files_Attach_Unfinished';
import uploading from '@salesforce/label/c.Files_Attach_Uploading';

import { iconOf, inMegabytes, REFUSED_FOR_GOOD, sizeText, Upload } from 'c/fileUpload';
import { formatLabel, formatList, formatPlural } from 'c/labels';
import { callServer, ServerProblem } from 'c/serverApi';
import type { Attachment, Compose } from 'service';

/** As the service has them (`files/limits.ts`). */
const MOST_BYTES = 20_000_000;
const MOST_FILES = 10;
/** A page is told more often than this as long as files are held above it. */
const DRAG_ENDS_AFTER_MS = 500;

/** What is attached, and what is not yet. */
export interface Attachments {
    files: Attachment[];
    /** How many files are on their way. */
    uploading: number;
    /** How many could not be attached, and wait for the rep. */
    failed: number;
}

export const NO_UPLOADS = { uploading: 0, failed: 0 };

export interface AttachmentsElement extends HTMLElement {
    choose(): void;
}

/** What is left of the files of an email that the service has refused because others are gone; undefined for another refusal. */
export function filesLeft(files: readonly Attachment[], error: unknown): Attachment[] | undefined {
    if (!(error instanceof ServerProblem) || error.code !== 'file_gone') return undefined;
    const places = new Set(error.errors.map(({ pointer }) => pointer));
    const left = files.filter((_file, place) => !places.has(`/attachmentIds/${place}`));
    return left.length < files.length ? left : undefined;
}

/** Why an email cannot leave yet; undefined where nothing is on its way. */
export function unfinishedText({ uploading: coming, failed }: Omit<Attachments, 'files'>): string | undefined {
    if (coming > 0) return formatPlural(stillUploading, coming);
    return failed > 0 ? formatPlural(unfinished, failed) : undefined;
}

/** For files of an email that is thrown away. The service keeps what another email has, and finds what this does not reach in a week. */
export function removeFiles(files: readonly Attachment[]): void {
    for (const { id } of files) callServer('DELETE', `/files/${id}`).catch(() => undefined);
}

/** A file that the service does not have yet. */
interface Coming {
    key: string;
    file: File;
    percent: number;
    error?: ServerProblem;
}

/**
 * The files of an email: chosen by `choose`, or dropped anywhere on the page. They are uploaded one after the other. Fires `change` with
 * Attachments, and `leave` when the last file is gone with the button that had the focus.
 */
export default class EmailAttachments extends LightningElement {
    /** What the service says of the mailbox's room; undefined while it has not answered. */
    @api sender: Pick<Compose, 'attachmentLimitBytes' | 'attachmentLimitReason'> | undefined;
    /** Empty for the mailbox itself. */
    @api identityId = '';
    /** Whom the files reach, where the rest of the page is about somebody else. */
    @api note = '';
    /** How many files of a kept draft are not there any more. */
    @api goneCount = 0;
    /** The email is leaving with the files that it has. */
    @api isLocked = false;

    labels = { attachedFiles, chooseFiles, drop, retry };
    kept: readonly Attachment[] = [];
    coming: Coming[] = [];
    /** What does not fit, and why. */
    refusal: { names: string; why: string } | undefined;
    announcement = '';
    isDragged = false;
    running: { key: string; upload: Upload } | undefined;
    timer: ReturnType<typeof setTimeout> | undefined;
    lastKey = 0;
    focusNext: string | undefined;

    /** What is attached already. */
    @api
    get files(): readonly Attachment[] {
        return this.kept;
    }
    set files(files: readonly Attachment[] | undefined) {
        this.kept = files ?? [];
    }

    /** Lets the rep choose files. To be called while a click is handled. */
    @api
    choose() {
        if (!this.isLocked) (this.refs?.['input'] as HTMLInputElement).click();
    }

    @api
    focus() {
        this.template?.querySelector<HTMLElement>('button')?.focus();
    }

    connectedCallback() {
        document.addEventListener('dragover', this.handleDragOver);
        document.addEventListener('drop', this.handleDrop);
    }

    disconnectedCallback() {
        document.removeEventListener('dragover', this.handleDragOver);
        document.removeEventListener('drop', this.handleDrop);
        clearTimeout(this.timer);
        this.running?.upload.stop();
    }

    renderedCallback() {
        const target = this.focusNext && this.template?.querySelector<HTMLElement>(this.focusNext);
        if (!target) return;
        this.focusNext = undefined;
        target.focus();
    }

    get hasFiles() {
        return this.kept.length + this.coming.length > 0;
    }

    get rows() {
        const kept = this.kept.map(({ id, name, size }) => ({ key: id, name, size, percent: 100, isComing: false }));
        const coming = this.coming.map(({ key, file: { name, size }, percent, error }) => ({
            key,
            name,
            size,
            percent,
            isComing: !error,
            errorText: error?.message,
            canRetry: error && !REFUSED_FOR_GOOD.includes(error.status)
        }));
        return [...kept, ...coming].map((row) => ({
            canRetry: false,
            errorText: undefined,
            ...row,
            icon: iconOf(row.name),
            sizeText: sizeText(row.size),
            barStyle: `inline-size: ${row.percent}%`,
            uploadingText: formatLabel(uploading, row.name),
            removeText: formatLabel(remove, row.name),
            retryText: formatLabel(retryFile, row.name)
        }));
    }

    /** What the email has or will have: not what could not be uploaded. */
    get sizes() {
        const coming = this.coming.filter(({ error }) => !error).map(({ file }) => file);
        return [...this.kept, ...coming].map(({ size }) => size);
    }

    get bytes() {
        return this.sizes.reduce((sum, size) => sum + size, 0);
    }

    /** An email from another address than the mailbox does not leave through Outlook. */
    get isSmallMailbox() {
        return this.sender?.attachmentLimitReason === 'mailbox_permission' && !this.identityId;
    }

    get most() {
        return (this.isSmallMailbox && this.sender?.attachmentLimitBytes) || MOST_BYTES;
    }

    get totalText() {
        return formatPlural(total, this.sizes.length, inMegabytes(this.bytes), Math.floor(this.most / 100_000) / 10);
    }

    /** As when the sender has become another. */
    get overText() {
        return this.bytes > this.most ? this.whyTooLarge : '';
    }

    get whyTooLarge() {
        return formatLabel(this.isSmallMailbox ? notOutlook : tooLarge, Math.floor(this.most / 100_000) / 10);
    }

    get goneText() {
        return this.goneCount > 0 ? formatPlural(gone, this.goneCount) : '';
    }

    get dropClass() {
        return this.isDragged ? 'drop' : 'slds-hide';
    }

    handleDragOver = (event: DragEvent) => {
        if (!this.isInSight || !event.dataTransfer?.types.includes('Files')) return;
        // Without this the browser leaves the page and shows the file
        event.preventDefault();
        if (this.isLocked) return;
        this.isDragged = true;
        clearTimeout(this.timer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(this.endDrag, DRAG_ENDS_AFTER_MS);
    };

    endDrag = () => {
        this.isDragged = false;
    };

    /** Pictures on the text stand in the text: the editor has taken them. */
    handleDrop = (event: DragEvent) => {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (!this.isInSight || files.length === 0) return;
        const isOnText = event.defaultPrevented;
        event.preventDefault();
        this.endDrag();
        if (!this.isLocked) this.add(isOnText ? files.filter(({ type }) => !type.startsWith('image/')) : files);
    };

    /** In Salesforce a page behind another tab lives on. */
    get isInSight() {
        return Boolean(this.template?.host.getClientRects().length);
    }

    handleChange(event: Event) {
        const input = event.target as HTMLInputElement;
        const files = [...(input.files ?? [])];
        // The same file may be chosen again
        input.value = '';
        this.add(files);
    }

    /** What cannot fit is not even begun with. */
    add(files: File[]) {
        const refused: string[] = [];
        let why = '';
        let { bytes } = this;
        for (const file of files) {
            const isTooMany = this.kept.length + this.coming.length >= MOST_FILES;
            if (isTooMany || bytes + file.size > this.most) {
                refused.push(file.name);
                why = isTooMany ? formatLabel(tooMany, MOST_FILES) : this.whyTooLarge;
            } else {
                bytes += file.size;
                this.lastKey += 1;
                this.coming = [...this.coming, { key: `coming-${this.lastKey}`, file, percent: 0 }];
            }
        }
        this.refusal = refused.length > 0 ? { names: formatLabel(notAttached, formatList(refused)), why } : undefined;
        this.fireChange();
        void this.uploadNext();
    }

    /** One after the other: each gets the whole line, and the words of the email come through between them. */
    async uploadNext() {
        const next = this.coming.find(({ error }) => !error);
        if (!next || this.running) return;
        const { key, file } = next;
        const upload = new Upload();
        this.running = { key, upload };
        this.announcement = formatLabel(uploading, file.name);
        try {
            const kept = await upload.send(file, (percent) => this.change(key, { percent }));
            if (!this.isRunning(upload)) return;
            this.coming = this.coming.filter((one) => one.key !== key);
            this.kept = [...this.kept, kept];
            this.announcement = formatLabel(attached, file.name);
        } catch (error) {
            if (!this.isRunning(upload)) return;
            this.change(key, { error: error as ServerProblem });
            this.announcement = '';
        }
        this.running = undefined;
        this.fireChange();
        void this.uploadNext();
    }

    isRunning(upload: Upload) {
        return this.running?.upload === upload;
    }

    change(key: string, change: Partial<Coming>) {
        this.coming = this.coming.map((one) => (one.key === key ? { ...one, ...change } : one));
    }

    handleRetryClick(event: Event) {
        const key = keyOf(event);
        this.coming = this.coming.map((one) => (one.key === key ? { key, file: one.file, percent: 0 } : one));
        this.focusNext = `.remove[data-key="${key}"]`;
        this.fireChange();
        void this.uploadNext();
    }

    handleRemoveClick(event: Event) {
        const key = keyOf(event);
        const { rows } = this;
        const place = rows.findIndex((row) => row.key === key);
        const neighbour = rows[place + 1] ?? rows[place - 1];
        if (this.running?.key === key) {
            this.running.upload.stop();
            this.running = undefined;
        }
        removeFiles(this.kept.filter(({ id }) => id === key));
        this.kept = this.kept.filter(({ id }) => id !== key);
        this.coming = this.coming.filter((one) => one.key !== key);
        this.refusal = undefined;
        this.announcement = '';
        this.fireChange();
        void this.uploadNext();
        if (neighbour) this.focusNext = `.remove[data-key="${neighbour.key}"]`;
        else this.dispatchEvent(new CustomEvent('leave'));
    }

    fireChange() {
        const uploads = this.coming.filter(({ error }) => !error).length;
        const detail: Attachments = { files: [...this.kept], uploading: uploads, failed: this.coming.length - uploads };
        this.dispatchEvent(new CustomEvent('change', { detail }));
    }
}

function keyOf(event: Event): string {
    return (event.currentTarget as HTMLElement).dataset['key'] ?? '';
}
