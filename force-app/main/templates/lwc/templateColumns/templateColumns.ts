import userId from '@salesforce/user/Id';

import category from '@salesforce/label/c.TemplatePicker_Category';
import owner from '@salesforce/label/c.Templates_Column_Owner';
import replied from '@salesforce/label/c.Templates_Column_Replied';
import sent from '@salesforce/label/c.Templates_Column_Sent';
import shared from '@salesforce/label/c.Templates_Column_Shared';
import used from '@salesforce/label/c.Templates_Column_Used';

export type TemplateColumn = 'category' | 'owner' | 'shared' | 'used' | 'sent' | 'replied';
export type ShownColumns = Readonly<Record<TemplateColumn, boolean>>;

/** What the list says of a template beside its name, in this order (TP-5). */
export const TEMPLATE_COLUMNS: readonly { name: TemplateColumn; label: string }[] = [
    { name: 'category', label: category },
    { name: 'owner', label: owner },
    { name: 'shared', label: shared },
    { name: 'used', label: used },
    { name: 'sent', label: sent },
    { name: 'replied', label: replied }
];

export const ALL_COLUMNS: ShownColumns = without([]);

/** Storage belongs to the My Domain of the org; inside it each user has a choice of their own. */
function place(): string {
    return `msi-columns/${userId}/templates`;
}

/** As this user has chosen in this browser; all of them where nothing is kept, or nothing that can be read. */
export function keptColumns(): ShownColumns {
    try {
        const hidden: unknown = JSON.parse(window.localStorage.getItem(place()) ?? '[]');
        return without(Array.isArray(hidden) ? hidden : []);
    } catch {
        return ALL_COLUMNS;
    }
}

/** The hidden ones are kept, so that a column of a later release is shown. A browser that forbids storage keeps nothing. */
export function keepColumns(columns: ShownColumns): void {
    const hidden = TEMPLATE_COLUMNS.filter(({ name }) => !columns[name]).map(({ name }) => name);
    try {
        if (hidden.length > 0) window.localStorage.setItem(place(), JSON.stringify(hidden));
        else window.localStorage.removeItem(place());
    } catch {
        // The list stays as chosen until it is opened again
    }
}

function without(hidden: readonly unknown[]): ShownColumns {
    const isShown = (name: TemplateColumn) => !hidden.includes(name);
    return {
        category: isShown('category'),
        owner: isShown('owner'),
        shared: isShown('shared'),
        used: isShown('used'),
        sent: isShown('sent'),
        replied: isShown('replied')
    };
}
