import bounceNextStep from '@salesforce/label/c.SalesEmail_Bounce_NextStep';
import responseMachine from '@salesforce/label/c.SalesEmail_Response_AutoReply';
import responseAutoReply from '@salesforce/label/c.SalesEmail_Response_AutoReplyFrom';
import responseAway from '@salesforce/label/c.SalesEmail_Response_Away';
import responseAwayUntil from '@salesforce/label/c.SalesEmail_Response_AwayUntil';
import responseBounced from '@salesforce/label/c.SalesEmail_Response_BouncedFor';
import responseComplaint from '@salesforce/label/c.SalesEmail_Response_Complaint';
import responseDelayed from '@salesforce/label/c.SalesEmail_Response_Delayed';
import responseOutOfOffice from '@salesforce/label/c.SalesEmail_Response_OutOfOffice';
import responseReplied from '@salesforce/label/c.SalesEmail_Response_Replied';
import responseReply from '@salesforce/label/c.SalesEmail_Response_ReplyFrom';
import responseReplyFromOther from '@salesforce/label/c.SalesEmail_Response_ReplyFromOther';

import { formatDay, formatLabel } from 'c/labels';
import type { Response, SalesEmailRow } from 'service';
import { bounceSentence } from './bounces';

export interface Note {
    text: string;
    /** When it came; it is then part of the text as {0}. */
    at?: string | null;
}

/** What came back, in a line; the details have all of it. What a machine said is no news once a person has answered or it bounced. */
export function notesOf(row: Pick<SalesEmailRow, 'state' | 'responses' | 'sentByMe'>): Note[] {
    const { responses } = row;
    if (!responses) return [];
    const { repliedAt, repliedBy, outOfOfficeUntil, autoRepliedAt, delayedAt, bouncedAt } = responses;
    const notes: Note[] = [];
    if (bouncedAt) notes.push({ text: bounceSentence(responses) });
    if (row.sentByMe && isWrongAddress(row)) notes.push({ text: bounceNextStep });
    if (repliedAt) notes.push({ text: formatLabel(responseReplied, '{0}', repliedBy), at: repliedAt });
    if (notes.length) return notes;
    if (outOfOfficeUntil) return [{ text: formatLabel(responseOutOfOffice, formatDay(outOfOfficeUntil)) }];
    if (autoRepliedAt) return [{ text: responseMachine }];
    return delayedAt ? [{ text: responseDelayed }] : [];
}

/** True when the email came back because there is no such address. */
export function isWrongAddress({ state, responses }: Pick<SalesEmailRow, 'state' | 'responses'>): boolean {
    return state === 'bounced' && responses?.bounceKind === 'hard';
}

/** One thing that came back, as a sentence for the details. */
export function responseSentence(response: Response): string {
    const { kind, fromAddress, fromRecipient, returnsOn, bouncedAddress, bounceCode } = response;
    switch (kind) {
        case 'reply':
            return formatLabel(fromRecipient ? responseReply : responseReplyFromOther, fromAddress);
        case 'auto_reply':
            return formatLabel(responseAutoReply, fromAddress);
        case 'out_of_office':
            return returnsOn ? formatLabel(responseAwayUntil, fromAddress, formatDay(returnsOn)) : formatLabel(responseAway, fromAddress);
        case 'bounce':
            return bouncedAddress && bounceCode
                ? formatLabel(responseBounced, bouncedAddress, bounceSentence(response), bounceCode)
                : bounceSentence(response);
        case 'delay':
            return responseDelayed;
        default:
            return responseComplaint;
    }
}
