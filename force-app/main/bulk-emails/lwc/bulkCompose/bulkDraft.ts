import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

import { EVERYBODY } from 'c/bulkRecipients';
import { NO_UPLOADS, type AttachmentsElement } from 'c/emailAttachments';
import { signatureOf, signsItself, usualIdentityId, withSignature } from 'c/salesEmailCompose';
import type { FormElement, Words } from 'c/salesEmailForm';
import { callServer } from 'c/serverApi';
import type { Attachment, BulkCheck, BulkEmail, BulkPerson, OwnWords, Schedule } from 'service';
import type { BulkWords } from './bulkWords';
import { keepBulkWords, keptBulkWords } from './keptWords';
import { fieldsIn, WhoGetsIt } from './whoGetsIt';
import { WordsSaver, type SaveStatus } from './wordsSaver';

/** The words for all and those of single people, and who of them gets the email. They are here until the service has them. */
export class BulkDraft extends NavigationMixin(LightningElement) {
    bulk!: BulkEmail;
    words!: BulkWords;
    /** Words of single people, as far as they were looked at. */
    ownWords: Record<string, OwnWords> = {};
    /** Whose words are shown: those for all, or a person's. */
    target = EVERYBODY;
    /** What the form is given; what is typed afterwards comes from there. */
    formWords: Words | undefined;
    /** The form is being given words: what it fires now, nobody has typed. */
    isGiving = false;
    isLoadingWords = false;
    wordsError: unknown;

    saver!: WordsSaver;
    saveStatus: SaveStatus = 'idle';
    who!: WhoGetsIt;
    check: BulkCheck | undefined;
    checkError: unknown;
    /** It is to leave at another time than the answer is about. */
    isTimeOld = false;
    /** What decided the answer of now. */
    askedFields = new Map<string, string>();
    /** The same email with words of another window. */
    newer: BulkEmail | undefined;
    /** When it is to leave, also while its date or time is being typed. */
    typedSchedule: Schedule | undefined;
    /** What the service keeps for everybody; those of `words.attachmentIds`. */
    files: Attachment[] = [];
    goneFiles = 0;
    /** Files that are not attached yet. */
    uploads = NO_UPLOADS;
    isFinished = false;
    isStarted = false;

    /** As the service has it; only the first one counts, and another one later is another email. */
    @api
    get bulkEmail(): BulkEmail {
        return this.bulk;
    }
    set bulkEmail(bulkEmail: BulkEmail) {
        const isOther = this.isStarted && bulkEmail.id !== this.bulk.id;
        if (isOther) void this.saver.flush();
        if (!this.isStarted || isOther) this.start(bulkEmail);
    }

    connectedCallback() {
        document.addEventListener('visibilitychange', this.handleVisibilityChange);
        window.addEventListener('beforeunload', this.handleBeforeUnload);
    }

    /** In Salesforce another tab may take the place of this one at any time. */
    disconnectedCallback() {
        document.removeEventListener('visibilitychange', this.handleVisibilityChange);
        window.removeEventListener('beforeunload', this.handleBeforeUnload);
        this.who.stop();
        if (!this.isFinished) void this.saver.flush();
    }

    /** While words are on their way nothing can be typed into those that they take the place of. */
    renderedCallback() {
        this.isGiving = false;
        const writing = this.refs?.['writing'] as HTMLElement | undefined;
        if (writing) writing.inert = this.isLoadingWords;
    }

    handleVisibilityChange = () => {
        if (document.visibilityState === 'hidden') void this.saver.flushHidden();
        else void this.lookAgain();
    };

    handleBeforeUnload = (event: BeforeUnloadEvent) => {
        if (!this.isFinished && (!this.saver.isAllSaved || this.uploads.uploading > 0)) event.preventDefault();
    };

    get form() {
        return this.template?.querySelector<FormElement>('c-sales-email-form');
    }

    get attachments() {
        return this.template?.querySelector<AttachmentsElement>('c-email-attachments');
    }

    get person(): BulkPerson | undefined {
        return this.bulk.people.find(({ personId }) => personId === this.target);
    }

    get isForAll() {
        return this.target === EVERYBODY;
    }

    start(bulk: BulkEmail) {
        const { subject, bodyHtml, identityId, templateId, schedule, attachmentIds, attachments, id, version } = bulk;
        this.isStarted = true;
        this.bulk = bulk;
        this.words = { subject, bodyHtml, identityId, templateId, schedule, attachmentIds };
        this.files = attachments;
        this.ownWords = {};
        this.newer = undefined;
        this.saveStatus = 'idle';
        this.typedSchedule = schedule ?? undefined;
        this.target = EVERYBODY;
        const kept = keptBulkWords(id);
        this.saver = new WordsSaver(id, kept?.version ?? version, {
            onStatus: (status) => {
                this.saveStatus = status;
            },
            onWaiting: (waiting) => keepBulkWords(id, { version: this.saver.version, words: [...waiting], files: this.files }),
            onNewer: () => {
                void this.findNewer();
            }
        });
        this.who = new WhoGetsIt(
            id,
            () => this.saver.flush(),
            (check, error) => {
                this.check = check ?? this.check;
                this.checkError = error;
                if (check) this.isTimeOld = false;
            }
        );
        for (const [target, words] of kept?.words ?? []) this.takeKept(target, words, kept?.files);
        this.dropGoneFiles();
        if (!kept && !subject && !bodyHtml) this.sign();
        this.give();
        this.noteFields();
        void this.who.look();
    }

    /** What is not there cannot be sent; the rep is told how much that is. */
    dropGoneFiles() {
        const attachmentIds = this.files.map(({ id }) => id);
        this.goneFiles = this.words.attachmentIds.length - attachmentIds.length;
        if (this.goneFiles === 0) return;
        this.words = { ...this.words, attachmentIds };
        this.saver.schedule(EVERYBODY, this.words);
    }

    takeKept(target: string, words: BulkWords | OwnWords, files = this.files) {
        if (target === EVERYBODY) {
            this.words = { ...this.words, ...words };
            this.files = files;
        } else if (this.bulk.people.some(({ personId }) => personId === target)) this.keepOwn(target, words);
        else return;
        this.saver.schedule(target, words);
    }

    /** A new one begins with the usual sender and the signature below two empty lines. */
    sign() {
        const { sender } = this.bulk;
        const identityId = this.words.identityId ?? (usualIdentityId(sender) || null);
        const { bodyHtml } = this.words;
        const signature = signsItself(bodyHtml) ? '' : signatureOf(sender, identityId ?? '');
        this.words = { ...this.words, identityId, bodyHtml: withSignature(bodyHtml, signature) };
        this.saver.schedule(EVERYBODY, this.words);
    }

    /** Shows the words of the target in the form. */
    give() {
        const { subject, bodyHtml } = this.shownWords;
        this.isGiving = true;
        this.formWords = { cc: [], bcc: [], subject, bodyHtml };
    }

    get shownWords(): OwnWords {
        return (this.isForAll ? undefined : this.ownWords[this.target]) ?? this.words;
    }

    /** Whose words are shown from now on. Those of the person before are in memory until they are saved. */
    async choose(target: string) {
        this.target = target;
        this.wordsError = undefined;
        this.isLoadingWords = Boolean(this.person?.hasOwnWords) && !this.ownWords[target];
        if (this.isLoadingWords) await this.loadOwn(target);
        else this.give();
    }

    async loadOwn(target: string) {
        try {
            const words = await callServer<OwnWords>('GET', `/bulk-emails/${this.bulk.id}/people/${target}/words`);
            this.ownWords = { ...this.ownWords, [target]: words };
            if (this.target !== target) return;
            this.isLoadingWords = false;
            this.give();
        } catch (error) {
            if (this.target === target) this.wordsError = error;
        }
    }

    /** What was typed or put in, for whoever is written to now. */
    write(change: Partial<BulkWords>) {
        if (this.isForAll) {
            this.words = { ...this.words, ...change };
            this.saver.schedule(EVERYBODY, this.words);
        } else {
            const { subject, bodyHtml } = { ...this.shownWords, ...change };
            this.keepOwn(this.target, { subject, bodyHtml });
            this.saver.schedule(this.target, { subject, bodyHtml });
        }
        if (this.noteFields() || 'schedule' in change || 'identityId' in change) this.who.lookSoon();
    }

    keepOwn(target: string, { subject, bodyHtml }: OwnWords) {
        this.ownWords = { ...this.ownWords, [target]: { subject, bodyHtml } };
        // The list is drawn again with every change of its people
        const isNew = this.bulk.people.some(({ personId, hasOwnWords }) => personId === target && !hasOwnWords);
        if (isNew) this.changePerson(target, { hasOwnWords: true });
    }

    changePerson(id: string, change: Partial<BulkPerson>) {
        const people = this.bulk.people.map((person) => (person.personId === id ? { ...person, ...change } : person));
        this.setPeople(people);
    }

    setPeople(people: BulkPerson[]) {
        this.bulk = { ...this.bulk, people };
    }

    /** True when there is something new about who gets the email. */
    noteFields(): boolean {
        const fields = fieldsIn(this.shownWords);
        const isNew = this.askedFields.get(this.target) !== fields;
        this.askedFields.set(this.target, fields);
        return isNew;
    }

    /** The rep comes back, perhaps from mending something in Salesforce, or from another window with the same email. */
    async lookAgain() {
        if (this.isFinished) return;
        await this.saver.flush();
        await Promise.all([this.findNewer(), this.who.look()]);
    }

    /** Whether another window has gone on with this email. Without an answer nothing is said: Send asks again. */
    async findNewer() {
        const { bulk: before, ownWords } = this;
        const bulk = await callServer<BulkEmail>('GET', `/bulk-emails/${before.id}`).catch(() => undefined);
        if (!bulk || this.isFinished || bulk.id !== this.bulk.id) return;
        if (bulk.state === 'accepted') this.finish('accepted');
        else if (bulk.version !== this.saver.version) this.newer = bulk;
        else if (this.bulk === before && this.ownWords === ownWords) await this.takePeople(bulk.people);
    }

    /** Another window may have changed who gets it, and the words of single people. What waits to be saved here is newer. */
    async takePeople(people: BulkPerson[]) {
        const { target, shownWords } = this;
        const ids = new Set(people.map(({ personId }) => personId));
        void this.saver.forget(...this.bulk.people.map(({ personId }) => personId).filter((id) => !ids.has(id)));
        this.setPeople(people.map((person) => (this.saver.waitsFor(person.personId) ? { ...person, hasOwnWords: true } : person)));
        const { person } = this;
        this.ownWords = Object.fromEntries(
            Object.entries(this.ownWords).filter(([id]) => this.saver.waitsFor(id) || (id === target && person?.hasOwnWords))
        );
        if (this.isForAll || this.saver.waitsFor(target) || this.isLoadingWords) return;
        if (!person) await this.choose(EVERYBODY);
        else if (person.hasOwnWords) await this.renewOwn(target, shownWords);
        else if (!areSame(shownWords, this.words)) this.give();
    }

    /** Words that are being typed on meanwhile stay. */
    async renewOwn(target: string, before: OwnWords) {
        const words = await callServer<OwnWords>('GET', `/bulk-emails/${this.bulk.id}/people/${target}/words`).catch(() => undefined);
        if (!words || this.target !== target || this.shownWords !== before || areSame(words, before)) return;
        this.ownWords = { ...this.ownWords, [target]: words };
        this.give();
    }

    forgetKept() {
        keepBulkWords(this.bulk.id, { version: 0, words: [] });
    }

    /** Nothing is left to save here. */
    finish(event: 'accepted' | 'discarded') {
        this.isFinished = true;
        void this.saver.stop();
        this.forgetKept();
        this.dispatchEvent(new CustomEvent(event));
    }
}

function areSame(one: OwnWords, other: OwnWords): boolean {
    return one.subject === other.subject && one.bodyHtml === other.bodyHtml;
}
