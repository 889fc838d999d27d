import { LightningElement, api } from 'lwc';

import chooseFiles from '@salesforce/label/c.Content_UploadField';
import comingFiles from '@salesforce/label/c.Content_Coming';
import orDrop from '@salesforce/label/c.Content_UploadOrDrop';
import remove from '@salesforce/label/c.Files_Attach_Remove';
import retry from '@salesforce/label/c.Shared_Error_Retry';
import retryFile from '@salesforce/label/c.Files_Attach_Retry';
import upload from '@salesforce/label/c.Content_Upload';
import uploaded from '@salesforce/label/c.Content_Uploaded';
import uploading from '@salesforce/label/c.Files_Attach_Uploading';

import { iconOf, REFUSED_FOR_GOOD, Upload } from 'c/fileUpload';
import { formatLabel } from 'c/labels';
import { callServer, type ServerProblem } from 'c/serverApi';
import type { Content } from 'service';

/** The browser tells more often than this of files that are held above it. */
const DRAG_ENDS_AFTER_MS = 500;

/** A file that is not content yet. */
interface Coming {
    key: string;
    file: File;
    percent: number;
    /** The service has the file, which is half of the way. */
    fileId?: string;
    error?: ServerProblem;
}

/** Makes content of files that are chosen or dropped, one after the other. Fires `uploaded` with the Content of each. */
export default class ContentUpload extends LightningElement {
    /** Files may be dropped anywhere on the page, and not here alone. */
    @api wholePage = false;

    labels = { chooseFiles, comingFiles, orDrop, retry, upload };
    coming: Coming[] = [];
    running: { key: string; upload: Upload } | undefined;
    announcement = '';
    isDragged = false;
    timer: ReturnType<typeof setTimeout> | undefined;
    lastKey = 0;

    @api
    focus() {
        this.template?.querySelector<HTMLElement>('.upload')?.focus();
    }

    connectedCallback() {
        this.dropPlace?.addEventListener('dragover', this.handleDragOver);
        this.dropPlace?.addEventListener('drop', this.handleDrop);
        window.addEventListener('beforeunload', this.handleBeforeUnload);
    }

    disconnectedCallback() {
        this.dropPlace?.removeEventListener('dragover', this.handleDragOver);
        this.dropPlace?.removeEventListener('drop', this.handleDrop);
        window.removeEventListener('beforeunload', this.handleBeforeUnload);
        clearTimeout(this.timer);
        this.running?.upload.stop();
    }

    get dropPlace(): EventTarget | undefined {
        return this.wholePage ? document : this.template?.host;
    }

    get areaClass() {
        return this.isDragged ? 'area area_dragged' : 'area';
    }

    get hasComing() {
        return this.coming.length > 0;
    }

    get rows() {
        return this.coming.map(({ key, file: { name }, percent, error }) => ({
            key,
            name,
            percent,
            icon: iconOf(name),
            isComing: !error,
            errorText: error?.message,
            canRetry: Boolean(error && !REFUSED_FOR_GOOD.includes(error.status)),
            barStyle: `inline-size: ${percent}%`,
            uploadingText: formatLabel(uploading, name),
            removeText: formatLabel(remove, name),
            retryText: formatLabel(retryFile, name)
        }));
    }

    handleBeforeUnload = (event: Event) => {
        if (this.running) event.preventDefault();
    };

    handleDragOver = (event: Event) => {
        if (!this.isInSight || !(event as DragEvent).dataTransfer?.types.includes('Files')) return;
        // Without this the browser leaves the page and shows the file. The files of an email listen on the page around
        event.preventDefault();
        event.stopPropagation();
        this.isDragged = true;
        clearTimeout(this.timer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            this.isDragged = false;
        }, DRAG_ENDS_AFTER_MS);
    };

    handleDrop = (event: Event) => {
        const files = [...((event as DragEvent).dataTransfer?.files ?? [])];
        if (!this.isInSight || files.length === 0) return;
        event.preventDefault();
        event.stopPropagation();
        this.isDragged = false;
        this.add(files);
    };

    /** In Salesforce a page behind another tab lives on. */
    get isInSight() {
        return Boolean(this.template?.host.getClientRects().length);
    }

    handleChooseClick() {
        (this.refs?.['input'] as HTMLInputElement).click();
    }

    handleChange(event: Event) {
        const input = event.target as HTMLInputElement;
        const files = [...(input.files ?? [])];
        // The same file may be chosen again
        input.value = '';
        this.add(files);
    }

    add(files: File[]) {
        for (const file of files) {
            this.lastKey += 1;
            this.coming = [...this.coming, { key: `coming-${this.lastKey}`, file, percent: 0 }];
        }
        void this.uploadNext();
    }

    async uploadNext() {
        const next = this.coming.find(({ error }) => !error);
        if (!next || this.running) return;
        const running = { key: next.key, upload: new Upload() };
        this.running = running;
        this.announcement = formatLabel(uploading, next.file.name);
        try {
            const content = await this.makeContent(next, running.upload);
            this.coming = this.coming.filter(({ key }) => key !== next.key);
            this.announcement = formatLabel(uploaded, next.file.name);
            this.dispatchEvent(new CustomEvent<Content>('uploaded', { detail: content }));
        } catch (error) {
            this.change(next.key, { error: error as ServerProblem });
            this.announcement = '';
        }
        // Otherwise the next one runs already
        if (this.running !== running) return;
        this.running = undefined;
        void this.uploadNext();
    }

    async makeContent({ key, file, fileId }: Coming, way: Upload): Promise<Content> {
        const id = fileId ?? (await way.send(file, (percent) => this.change(key, { percent }), 'content')).id;
        this.change(key, { fileId: id, percent: 100 });
        return callServer<Content>('POST', '/content', { fileId: id });
    }

    change(key: string, change: Partial<Coming>) {
        this.coming = this.coming.map((one) => (one.key === key ? { ...one, ...change } : one));
    }

    handleRetryClick(event: Event) {
        const key = keyOf(event);
        this.coming = this.coming.map(({ error: _, ...one }) => (one.key === key ? one : { ...one, ...(_ && { error: _ }) }));
        this.focus();
        void this.uploadNext();
    }

    handleRemoveClick(event: Event) {
        const key = keyOf(event);
        if (this.running?.key === key) {
            this.running.upload.stop();
            this.running = undefined;
        }
        this.coming = this.coming.filter((one) => one.key !== key);
        this.announcement = '';
        this.focus();
        void this.uploadNext();
    }
}

function keyOf(event: Event): string {
    return (event.currentTarget as HTMLElement).dataset['key'] ?? '';
}
