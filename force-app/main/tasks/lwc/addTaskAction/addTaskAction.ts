import label from '@salesforce/label/c.Panel_Actions_AddTask';
import added from '@salesforce/label/c.Task_Form_Added';
import kept from '@salesforce/label/c.Task_Form_Kept';
import refused from '@salesforce/label/c.Task_Form_RefusedLater';
import title from '@salesforce/label/c.Task_Form_Title';

import { openWindow } from 'c/hostPage';
import { callServer } from 'c/serverApi';
import TaskForm, { type TaskResult } from 'c/taskForm';
import type { ActionEntry, ActionOutcome, ActionPlace } from 'panel';

/** Add Task in the panel's table of actions. */
export const addTask: ActionEntry = {
    label,
    icon: 'utility:task',
    open: (place) => openTaskForm(place),
    refused: {
        sentence: refused,
        open: openTaskForm,
        dismiss: (id) => callServer('DELETE', `/tasks/${id}`)
    }
};

/** With `refusedId` the window opens with what was written then. */
async function openTaskForm({ recordId, person, people }: ActionPlace, refusedId = ''): Promise<ActionOutcome | undefined> {
    const written = { recordId, people: person ? [] : people, refusedId };
    const result = await openWindow<TaskResult>(TaskForm, 'task', { size: 'small', label: title, ...written });
    if (!result) return undefined;
    const { taskId, subject } = result;
    if (taskId === null) return { toast: kept, isPending: true };
    return { toast: added, refreshesRecord: true, made: { id: taskId, objectApiName: 'Task', name: subject } };
}
