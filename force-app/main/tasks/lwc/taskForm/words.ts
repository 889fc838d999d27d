import assignee from '@salesforce/label/c.Task_Form_Assignee';
import cancel from '@salesforce/label/c.Shared_Cancel';
import details from '@salesforce/label/c.Task_Form_Details';
import discard from '@salesforce/label/c.Task_Form_Discard';
import discardText from '@salesforce/label/c.Task_Form_DiscardText';
import discardTitle from '@salesforce/label/c.Task_Form_DiscardTitle';
import dueDate from '@salesforce/label/c.Task_Form_DueDate';
import keepWriting from '@salesforce/label/c.Task_Form_KeepWriting';
import needsSubject from '@salesforce/label/c.Task_Form_NeedsSubject';
import noPerson from '@salesforce/label/c.Task_Form_NoPerson';
import person from '@salesforce/label/c.Task_Form_Person';
import priority from '@salesforce/label/c.Task_Form_Priority';
import refused from '@salesforce/label/c.Task_Form_Refused';
import save from '@salesforce/label/c.Task_Form_Save';
import saving from '@salesforce/label/c.Task_Form_Saving';
import subject from '@salesforce/label/c.Task_Form_Subject';
import title from '@salesforce/label/c.Task_Form_Title';

export const labels = {
    assignee,
    cancel,
    details,
    discard,
    discardText,
    discardTitle,
    dueDate,
    keepWriting,
    needsSubject,
    noPerson,
    person,
    priority,
    refused,
    save,
    saving,
    subject,
    title
};
