import { callServer } from 'c/serverApi';
import type { AcceptedTask, NewTask, TaskProgress } from 'service';

/** Mostly Salesforce has answered at the first look. A rep is not kept longer than six seconds. */
const LOOK_AFTER_MS = 500;
const LOOKS = 12;

interface Pressed {
    id: string;
    /** Undefined while it is not in Salesforce. */
    progress: TaskProgress | undefined;
}

/** The presses of Save. The same words keep the same idempotency key, so that pressing again after a lost answer makes no second task. */
export class TaskPress {
    private words = '';
    private idempotencyKey = '';

    /** Hands the task over and looks what becomes of it, for six seconds. Rejects with ServerProblem when the service does not take it. */
    async save(task: NewTask): Promise<Pressed> {
        const words = JSON.stringify(task);
        if (words !== this.words) {
            this.words = words;
            this.idempotencyKey = crypto.randomUUID();
        }
        const { id } = await callServer<AcceptedTask>('POST', '/tasks', task, { idempotencyKey: this.idempotencyKey });
        const progress = await follow(id);
        // What Salesforce has refused is over: the next press is another task
        if (progress) this.words = '';
        return { id, progress };
    }
}

/** What has become of the task; undefined when it takes longer. */
async function follow(id: string): Promise<TaskProgress | undefined> {
    for (let looks = 0; looks < LOOKS; looks += 1) {
        // eslint-disable-next-line no-await-in-loop
        await pause();
        try {
            // eslint-disable-next-line no-await-in-loop
            const progress = await callServer<TaskProgress>('GET', `/tasks/${id}`);
            if (progress.state !== 'pending') return progress;
        } catch {
            // The service has the task, whether it answers now or not
        }
    }
    return undefined;
}

function pause(): Promise<void> {
    return new Promise((resolve) => {
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        setTimeout(resolve, LOOK_AFTER_MS);
    });
}
