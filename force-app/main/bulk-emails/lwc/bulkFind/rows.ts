import noEmailAddress from '@salesforce/label/c.Panel_Reason_NoEmailAddress';

import { refusalWords } from 'c/refusalWords';
import type { Person } from 'service';

/** Undefined for who can get an email. */
function reasonOf({ email, refusal }: Person): string | undefined {
    return email ? refusalWords(refusal) : noEmailAddress;
}

export function isReachable(person: Person): boolean {
    return !reasonOf(person);
}

/** A person as the list shows them. */
export function rowOf(person: Person, isIn: boolean) {
    const { id, name, title, company, email } = person;
    const reason = reasonOf(person);
    return { id, name, reason, isIn, canAdd: !isIn && !reason, facts: [title, company, email].filter(Boolean).join(' · ') };
}
