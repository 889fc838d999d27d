import confirm from '@salesforce/label/c.Content_DeleteConfirm';
import drafts from '@salesforce/label/c.Content_DeleteDrafts';
import links from '@salesforce/label/c.Content_DeleteLinks';
import shared from '@salesforce/label/c.Content_DeleteShared';
import stays from '@salesforce/label/c.Content_DeleteStays';
import title from '@salesforce/label/c.Content_DeleteTitle';

import { formatLabel } from 'c/labels';
import type { ModalOptions } from 'lightning/modal';
import type { Content } from 'service';

/** What is asked before content is deleted: its name, what ends with it, and what stays. */
export function deleteQuestion({ name, isShared }: Content): ModalOptions {
    const heading = formatLabel(title, name);
    return {
        size: 'small',
        label: heading,
        heading,
        consequences: [links, drafts, ...(isShared ? [shared] : []), stays],
        confirmLabel: confirm
    };
}
