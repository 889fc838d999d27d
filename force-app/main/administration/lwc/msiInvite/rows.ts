import alreadyActive from '@salesforce/label/c.Users_Outcome_AlreadyActive';
import alreadyInvited from '@salesforce/label/c.Users_Outcome_AlreadyInvited';
import inactive from '@salesforce/label/c.Users_Check_Inactive';
import invited from '@salesforce/label/c.Users_Outcome_Invited';
import noSeat from '@salesforce/label/c.Users_Outcome_NoSeat';
import notAnAddress from '@salesforce/label/c.Users_Outcome_NotAnAddress';
import notInSalesforce from '@salesforce/label/c.Users_Check_NotInSalesforce';
import repeated from '@salesforce/label/c.Users_Check_Repeated';
import tooManyLetters from '@salesforce/label/c.Users_Outcome_TooManyLetters';

import type { InvitationChecks, InvitationResult } from 'service';

type Check = InvitationChecks['results'][number];
type Result = InvitationResult['results'][number];

const FINDINGS: Record<Check['finding'], string> = {
    ready: '',
    not_an_address: notAnAddress,
    repeated,
    already_invited: alreadyInvited,
    already_active: alreadyActive,
    not_in_salesforce: notInSalesforce,
    inactive_in_salesforce: inactive
};

const OUTCOMES: Record<Result['outcome'], string> = {
    invited,
    already_invited: alreadyInvited,
    already_active: alreadyActive,
    not_an_address: notAnAddress,
    no_seat_left: noSeat,
    too_many_letters: tooManyLetters
};

/** Nobody could sign in with this address. */
export function isStranger({ finding }: Check): boolean {
    return finding === 'not_in_salesforce' || finding === 'inactive_in_salesforce';
}

export function checkRow({ email, finding, name }: Check, key: number) {
    return { key, email, retryAt: null, text: FINDINGS[finding] || (name ?? ''), ...looks(finding === 'ready') };
}

export function resultRow({ email, outcome, retryAt }: Result, key: number) {
    return { key, email, retryAt, text: OUTCOMES[outcome], ...looks(outcome === 'invited') };
}

function looks(isGood: boolean) {
    return { icon: isGood ? 'utility:success' : 'utility:warning', variant: isGood ? 'success' : 'warning' };
}
