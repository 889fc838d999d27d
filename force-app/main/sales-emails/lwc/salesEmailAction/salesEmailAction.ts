import label from '@salesforce/label/c.Panel_Actions_SendSalesEmail';
import queued from '@salesforce/label/c.SalesEmail_Compose_Queued';
import composeTitle from '@salesforce/label/c.SalesEmail_Compose_Title';

import { openWindow } from 'c/hostPage';
import { formatLabel } from 'c/labels';
import SalesEmailCompose, { type ComposeResult } from 'c/salesEmailCompose';
import type { ActionEntry, ActionOutcome, ActionPlace } from 'panel';
import { whyNobody } from './whyNobody';

/** Send Sales Email in the panel's table of actions. */
export const sendSalesEmail: ActionEntry = {
    label,
    icon: 'utility:email',
    open: (place) => writeSalesEmail(place),
    notice: whyNobody
};

/** Opens the compose window. With `continueDraft` it goes on with the words that are kept, without asking. */
export async function writeSalesEmail(
    { recordId, person, people }: ActionPlace,
    continueDraft = false
): Promise<ActionOutcome | undefined> {
    const result = await openWindow<ComposeResult>(SalesEmailCompose, 'compose', {
        size: 'medium',
        label: composeTitle,
        recordId,
        person: person ?? undefined,
        people: person ? [] : people,
        continueDraft
    });
    if (!result) return undefined;
    const { row } = result;
    return { toast: formatLabel(queued, row.personName ?? person?.name), tab: 'sales_emails', item: row };
}
