import { api } from 'lwc';
import LightningModal from 'lightning/modal';

import { formatLabel } from 'c/labels';
import { callServer } from 'c/serverApi';
import { WindowFocus } from 'c/windowFocus';
import type { NewTask, Person, TaskChoices, TaskProgress } from 'service';
import { TaskPress } from './taskPress';
import { labels } from './words';

export interface TaskResult {
    subject: string;
    /** In Salesforce; null when the service has the task, and Salesforce takes longer. */
    taskId: string | null;
}

/** What is typed; an empty string is nothing. */
const EMPTY = { subject: '', dueOn: '', priority: '', assigneeId: '', personId: '', details: '' };

type Field = HTMLElement & { value: string; reportValidity(): boolean };

/** The window for a task about a record. Resolves with what has become of it, or undefined. */
export default class TaskForm extends LightningModal {
    @api recordId = '';
    /** Of an account or opportunity. */
    @api people: Person[] = [];
    /** A task that Salesforce refused: the window opens with it, and Save puts the new one in its place. */
    @api refusedId = '';

    labels = labels;
    choices: TaskChoices | undefined;
    loadError: unknown;
    start = EMPTY;
    typed = EMPTY;
    press = new TaskPress();
    replaces: string | null = null;
    isSaving = false;
    saveError: unknown;
    isAsking = false;
    isFinished = false;
    focusGuide = new WindowFocus();

    connectedCallback() {
        void this.load();
    }

    renderedCallback() {
        this.focusGuide.noteDrawn(this.template);
    }

    get isLoading() {
        return !this.choices && !this.loadError;
    }

    get priorities() {
        return this.choices?.priorities ?? [];
    }

    get assignees() {
        return (this.choices?.assignees ?? []).map(({ id, name }) => ({ value: id, label: name }));
    }

    get persons() {
        return [{ value: '', label: labels.noPerson }, ...this.people.map(({ id, name }) => ({ value: id, label: name }))];
    }

    get saveLabel() {
        return this.isSaving ? labels.saving : labels.save;
    }

    get task(): NewTask {
        const { subject, dueOn, priority, assigneeId, personId, details } = this.typed;
        return {
            recordId: this.recordId,
            personId: personId || null,
            subject: subject.trim(),
            dueOn: dueOn || null,
            priority: priority || null,
            assigneeId: assigneeId || null,
            details,
            replaces: this.replaces
        };
    }

    async load() {
        this.loadError = undefined;
        try {
            const [choices, refused] = await Promise.all([
                callServer<TaskChoices>('GET', '/tasks/new'),
                this.refusedId ? callServer<TaskProgress>('GET', `/tasks/${this.refusedId}`) : undefined
            ]);
            this.choices = choices;
            this.begin(refused);
        } catch (error) {
            this.loadError = error;
        }
    }

    begin(refused: TaskProgress | undefined) {
        const priority = this.priorities.find(({ isDefault }) => isDefault) ?? this.priorities[0];
        const written = Object.entries(refused?.written ?? {}).filter(([, value]) => value);
        this.start = {
            ...EMPTY,
            priority: priority?.value ?? '',
            assigneeId: this.assignees[0]?.value ?? '',
            ...Object.fromEntries(written)
        };
        this.typed = this.start;
        this.focusGuide.give('.subject');
        if (!refused) return;
        // Dealt with in another tab
        if (!isRefused(refused)) this.finish();
        this.replaces = this.refusedId;
        this.saveError = refusal(refused);
    }

    handleChange(event: Event) {
        const field = event.currentTarget as Field;
        const value = (event as CustomEvent<{ value?: string } | null>).detail?.value ?? field.value;
        this.typed = { ...this.typed, [field.dataset['name'] ?? '']: value };
    }

    handleKeydown(event: KeyboardEvent) {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void this.handleSaveClick();
    }

    async handleSaveClick() {
        if (this.isSaving) return;
        this.saveError = undefined;
        if (!this.task.subject) {
            const subject = this.template?.querySelector<Field>('.subject');
            subject?.reportValidity();
            subject?.focus();
            return;
        }
        this.isSaving = true;
        this.disableClose = true;
        try {
            const { task } = this;
            const { id, progress } = await this.press.save(task);
            this.disableClose = false;
            if (progress && isRefused(progress)) {
                this.replaces = id;
                this.saveError = refusal(progress);
            } else this.finish({ subject: task.subject, taskId: progress?.taskId ?? null });
        } catch (error) {
            this.saveError = error;
        }
        this.isSaving = false;
        this.disableClose = false;
    }

    handleCancelClick() {
        this.close();
    }

    handleKeepWritingClick() {
        this.isAsking = false;
        this.focusGuide.give('.subject');
    }

    /** A task that was refused goes with its words. Where the service does not answer, the panel tells of it again. */
    async handleDiscardClick() {
        if (this.replaces) await callServer('DELETE', `/tasks/${this.replaces}`).catch(() => undefined);
        this.finish();
    }

    /** The window's X and Escape come here too: what was typed is asked about first. */
    @api
    close(result?: unknown) {
        if (this.isAsking) this.handleKeepWritingClick();
        else if (this.isFinished || JSON.stringify(this.typed) === JSON.stringify(this.start)) this.finish(result);
        else {
            this.isAsking = true;
            this.focusGuide.give('.keep-writing');
        }
    }

    finish(result?: unknown) {
        this.isFinished = true;
        super.close(result);
    }
}

function isRefused({ state, reason }: TaskProgress) {
    return (state === 'failed' || state === 'skipped') && reason !== null;
}

/** The words of Salesforce, as c-error-panel shows a refusal of the platform. */
function refusal({ reason }: TaskProgress) {
    return { body: { message: formatLabel(labels.refused, reason) } };
}
