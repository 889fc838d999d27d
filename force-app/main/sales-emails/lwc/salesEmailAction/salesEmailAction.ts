import label from '@salesforce/label/c.Panel_Actions_SendSalesEmail';
import composeTitle from '@salesforce/label/c.SalesEmail_Compose_Title';

import { openPage, openWindow } from 'c/hostPage';
import SalesEmailCompose, { type ComposeResult, type ManyChosen } from 'c/salesEmailCompose';
import type { ActionEntry, ActionOutcome, ActionPlace } from 'panel';
import { whyNobody } from './whyNobody';

/** Send Sales Email in the panel's table of actions. */
export const sendSalesEmail: ActionEntry = {
    label,
    icon: 'utility:email',
    open: writeSalesEmail,
    notice: whyNobody
};

/** An own email that the new one follows, or whose reply it answers. */
export interface Follow {
    id: string;
    isReply: boolean;
}

/**
 * Opens the compose window. With `continueDraft` it goes on with the words that are kept, without asking. An email that follows another is
 * for the person of that.
 */
export async function writeSalesEmail(
    { recordId, person, people, from }: ActionPlace,
    continueDraft = false,
    follow?: Follow
): Promise<ActionOutcome | undefined> {
    const result = await openWindow<ComposeResult | ManyChosen>(SalesEmailCompose, 'compose', {
        size: 'medium',
        label: composeTitle,
        recordId,
        person: person ?? undefined,
        people,
        continueDraft,
        follow
    });
    if (result?.page) openPage(from, result.page);
    if (!result || result.page) return undefined;
    return { toast: result.toast, tab: 'sales_emails', item: result.row };
}
