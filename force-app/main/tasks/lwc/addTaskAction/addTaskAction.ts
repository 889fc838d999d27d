import label from '@salesforce/label/c.Panel_Actions_AddTask';
import added from '@salesforce/label/c.Task_Form_Added';
import kept from '@salesforce/label/c.Task_Form_Kept';
import title from '@salesforce/label/c.Task_Form_Title';

import TaskForm, { type TaskResult } from 'c/taskForm';
import type { ActionEntry, ActionOutcome, ActionPlace } from 'panel';

/** Add Task in the panel's table of actions. */
export const addTask: ActionEntry = {
    label,
    icon: 'utility:task',
    open: (place) => openTaskForm(place)
};

async function openTaskForm({ recordId, person, people }: ActionPlace): Promise<ActionOutcome | undefined> {
    const result = await TaskForm.open<TaskResult>({ size: 'small', label: title, recordId, people: person ? [] : people });
    if (!result) return undefined;
    return result.state === 'added' ? { toast: added, refreshesRecord: true } : { toast: kept };
}
