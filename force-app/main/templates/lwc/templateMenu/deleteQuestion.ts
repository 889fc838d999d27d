import deleteForGood from '@salesforce/label/c.Templates_Delete_ForGood';
import deleteShared from '@salesforce/label/c.Templates_Delete_Shared';
import deleteStatistics from '@salesforce/label/c.Templates_Delete_Statistics';
import deleteTitle from '@salesforce/label/c.Templates_Delete_Title';
import deleteVerb from '@salesforce/label/c.Templates_Delete';

import { formatLabel, formatPlural } from 'c/labels';
import type { ModalOptions } from 'lightning/modal';
import type { TemplateRow } from 'service';

/** What is asked before a template is deleted: its name, and what goes with it (TP-6). */
export function deleteQuestion({ name, sent, sharedWith }: TemplateRow): ModalOptions {
    const heading = formatLabel(deleteTitle, name);
    const isShared = sharedWith.everyone || sharedWith.teams.length > 0;
    return {
        size: 'small',
        label: heading,
        heading,
        consequences: [...(isShared ? [deleteShared] : []), ...(sent > 0 ? [formatPlural(deleteStatistics, sent)] : []), deleteForGood],
        confirmLabel: deleteVerb
    };
}
