import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

import bcc from '@salesforce/label/c.SalesEmail_Detail_Bcc';
import content from '@salesforce/label/c.Content_Views_Title';
import cc from '@salesforce/label/c.SalesEmail_Detail_Cc';
import from from '@salesforce/label/c.SalesEmail_Detail_From';
import file from '@salesforce/label/c.SalesEmail_Detail_File';
import files from '@salesforce/label/c.SalesEmail_Detail_Files';
import history from '@salesforce/label/c.SalesEmail_Detail_History';
import limited from '@salesforce/label/c.SalesEmail_Detail_Limited';
import logLogged from '@salesforce/label/c.SalesEmail_Detail_LogLogged';
import logRetried from '@salesforce/label/c.SalesEmail_Detail_LogRetried';
import logRetry from '@salesforce/label/c.SalesEmail_Detail_LogRetry';
import noImages from '@salesforce/label/c.SalesEmail_Detail_NoImages';
import openMessage from '@salesforce/label/c.SalesEmail_Detail_OpenMessage';
import preview from '@salesforce/label/c.SalesEmail_Detail_Preview';
import cameBack from '@salesforce/label/c.SalesEmail_Detail_Responses';
import to from '@salesforce/label/c.SalesEmail_Detail_To';

import { openPage, urlOf } from 'c/hostPage';
import { formatLabel } from 'c/labels';
import { historySentence, responseSentence } from 'c/salesEmailWords';
import { callServer } from 'c/serverApi';
import type { RetriedWrites, SalesEmail } from 'service';

import { contentFacts } from './content';
import { hasRefusals, logSentenceOf, unloggedSentence } from './log';

/** The link of a preview dies after five minutes. */
const PREVIEW_LIVES_MS = 270_000;
/** By then Salesforce has usually answered what is written again; what it refuses a second time looks as it did before. */
const OUTCOME_AFTER_MS = 5000;

/** An open row: who, the words, what happened and why, and the way to the Salesforce task. */
export default class SalesEmailDetail extends NavigationMixin(LightningElement) {
    @api emailId = '';

    labels = { logLogged, logRetried, logRetry, preview };
    email: SalesEmail | undefined;
    error: unknown;
    taskUrl: string | undefined;
    seenVersion: string | undefined;
    readAt = 0;
    isLogRetried = false;
    logError: unknown;
    timer: ReturnType<typeof setTimeout> | undefined;

    /** Changes with the row; the details are then read again. */
    @api
    get version(): string | undefined {
        return this.seenVersion;
    }
    set version(version: string | undefined) {
        const isNews = this.seenVersion !== undefined && this.seenVersion !== version;
        this.seenVersion = version;
        if (isNews) void this.load();
    }

    connectedCallback() {
        void this.load();
    }

    disconnectedCallback() {
        clearTimeout(this.timer);
    }

    /** Nothing below is asked for before the email is there. */
    get shown() {
        return this.email as SalesEmail;
    }

    get fields() {
        const email = this.shown;
        return [
            [from, email.fromAddress],
            [to, email.to],
            [cc, email.cc],
            [bcc, email.bcc],
            // Rounded up as the service does
            [files, email.attachments.map(({ name, size }) => formatLabel(file, name, Math.ceil(size / 1e5) / 10))]
        ]
            .map(([label, value]) => ({ label, value: [value].flat().join(', ') }))
            .filter(({ value }) => value);
    }

    /** What was done with files that it links to, what came back, where anything did, and what happened before. */
    get sections() {
        const email = this.shown;
        const responses = email.responseList.map((response) => ({
            key: response.id,
            at: response.receivedAt,
            sentence: responseSentence(response)
        }));
        const steps = email.history.map((step, key, all) => ({
            key,
            at: step.happenedAt,
            sentence: historySentence(step, email, all[key - 1])
        }));
        const views = email.content.map((item, key) => ({ key, at: item.lastViewedAt, sentence: contentFacts(item) }));
        return [
            { name: 'content', heading: content, steps: views },
            { name: 'responses', heading: cameBack, steps: responses },
            { name: 'history', heading: history, steps }
        ].filter((section) => section.steps.length);
    }

    get messageText() {
        return formatLabel(openMessage, this.shown.messageUrl?.startsWith('https://mail.google.com/') ? 'Gmail' : 'Outlook');
    }

    /** What of the email is not shown, and why. */
    get missing() {
        if (this.shown.isLimited) return limited;
        return this.shown.html?.includes('<img') && noImages;
    }

    /** Where the task is, unless a link leads to it, and what of the answers is not in Salesforce; each line once. */
    get logLines() {
        const email = this.shown;
        const lines = email.unloggedWrites.filter((write) => this.isShown(write)).map(unloggedSentence);
        const ownLine = email.salesforce && this.isShown(email.salesforce) && logSentenceOf(email);
        return [...new Set(ownLine ? [ownLine, ...lines] : lines)];
    }

    /** What was refused is being written again, so that it was refused counts no more. */
    isShown({ state }: { state: string }) {
        return !(this.isLogRetried && state === 'failed');
    }

    get canRetryLog() {
        return !this.isLogRetried && this.shown.sentByMe && hasRefusals(this.shown);
    }

    /** The pressed button goes away, so the focus moves to the sentence that says what came of it. */
    async handleRetryLogClick() {
        this.logError = undefined;
        try {
            await callServer<RetriedWrites>('POST', `/sales-emails/${this.emailId}/salesforce-retry`);
            this.isLogRetried = true;
            // eslint-disable-next-line @lwc/lwc/no-async-operation
            this.timer = setTimeout(() => this.load(), OUTCOME_AFTER_MS);
            this.template?.querySelector<HTMLElement>('.retried')?.focus();
        } catch (error) {
            this.logError = error;
        }
    }

    async load() {
        this.error = undefined;
        try {
            this.email = await callServer<SalesEmail>('GET', `/sales-emails/${this.emailId}`);
            this.readAt = Date.now();
            this.isLogRetried = false;
            const page = this.taskPage;
            this.taskUrl = page && (await urlOf(this, page));
        } catch (error) {
            this.error = error;
        }
    }

    get taskPage() {
        const log = this.email?.salesforce;
        if (log?.state !== 'logged' || !log.taskId) return undefined;
        return {
            type: 'standard__recordPage',
            attributes: { recordId: log.taskId, objectApiName: 'Task', actionName: 'view' }
        };
    }

    /** A frame that the browser loads again, as after moving it, may come too late for its link. */
    handlePreviewLoad() {
        if (Date.now() - this.readAt > PREVIEW_LIVES_MS) void this.load();
    }

    /** A plain click stays in the Lightning app; with a modifier the browser opens the link as usual. */
    handleTaskClick(event: MouseEvent) {
        if (event.ctrlKey || event.metaKey || event.shiftKey || !this.taskPage) return;
        event.preventDefault();
        openPage(this, this.taskPage);
    }
}
