import { callServer } from 'c/serverApi';
import type { AcceptedTask, NewTask, TaskProgress } from 'service';

const LOOK_AFTER_MS = 1000;
const LOOKS = 15;

/** The presses of Save. The same words keep the same idempotency key, so that pressing again after a lost answer makes no second task. */
export class TaskPress {
    private words = '';
    private idempotencyKey = '';

    /** Hands the task over and looks what becomes of it, for 15 seconds. Rejects with ServerProblem when the service does not take it. */
    async save(task: NewTask): Promise<TaskProgress> {
        const words = JSON.stringify(task);
        if (words !== this.words) {
            this.words = words;
            this.idempotencyKey = crypto.randomUUID();
        }
        const { id } = await callServer<AcceptedTask>('POST', '/tasks', task, { idempotencyKey: this.idempotencyKey });
        const progress = await follow(id);
        // What Salesforce has refused is over: the next press is another task
        if (progress.state !== 'pending') this.words = '';
        return progress;
    }
}

async function follow(id: string): Promise<TaskProgress> {
    let progress: TaskProgress = { state: 'pending', taskId: null, reason: null };
    for (let looks = 0; looks < LOOKS && progress.state === 'pending'; looks += 1) {
        // eslint-disable-next-line no-await-in-loop
        await pause();
        try {
            // eslint-disable-next-line no-await-in-loop
            progress = await callServer<TaskProgress>('GET', `/tasks/${id}`);
        } catch {
            // The service has the task, whether it answers now or not
        }
    }
    return progress;
}

function pause(): Promise<void> {
    return new Promise((resolve) => {
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        setTimeout(resolve, LOOK_AFTER_MS);
    });
}
