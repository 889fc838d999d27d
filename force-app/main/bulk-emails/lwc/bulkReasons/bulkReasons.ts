import addressOptedOut from '@salesforce/label/c.BulkEmails_Reason_AddressOptedOut';
import addressOptedOutNext from '@salesforce/label/c.BulkEmails_Next_AddressOptedOut';
import bounced from '@salesforce/label/c.BulkEmails_Reason_Bounced';
import bouncedNext from '@salesforce/label/c.BulkEmails_Next_Bounced';
import fieldsUnresolved from '@salesforce/label/c.BulkEmails_Reason_FieldsUnresolved';
import fieldsUnresolvedNext from '@salesforce/label/c.BulkEmails_Next_FieldsUnresolved';
import noEmailAddress from '@salesforce/label/c.BulkEmails_Reason_NoEmailAddress';
import noEmailAddressNext from '@salesforce/label/c.BulkEmails_Next_NoEmailAddress';
import noSubject from '@salesforce/label/c.BulkEmails_Reason_NoSubject';
import noSubjectNext from '@salesforce/label/c.BulkEmails_Next_NoSubject';
import notVisible from '@salesforce/label/c.BulkEmails_Reason_NotVisible';
import notVisibleNext from '@salesforce/label/c.BulkEmails_Next_NotVisible';
import optedOut from '@salesforce/label/c.BulkEmails_Reason_OptedOut';
import optedOutNext from '@salesforce/label/c.BulkEmails_Next_OptedOut';
import optOutUnknown from '@salesforce/label/c.BulkEmails_Reason_OptOutUnknown';
import optOutUnknownNext from '@salesforce/label/c.BulkEmails_Next_OptOutUnknown';
import promptsLeft from '@salesforce/label/c.BulkEmails_Reason_PromptsLeft';
import promptsLeftNext from '@salesforce/label/c.BulkEmails_Next_PromptsLeft';
import sameAddress from '@salesforce/label/c.BulkEmails_Reason_SameAddress';
import sameAddressNext from '@salesforce/label/c.BulkEmails_Next_SameAddress';
import somebody from '@salesforce/label/c.BulkEmails_Somebody';
import tooLarge from '@salesforce/label/c.BulkEmails_Reason_TooLarge';
import tooLargeNext from '@salesforce/label/c.BulkEmails_Next_TooLarge';

import type { BulkReason } from 'service';

interface ReasonWords {
    /** Above those who have it in common. */
    heading: string;
    /** What a rep can do about it. */
    next: string;
}

/** In the order in which they are shown: what can be mended at once comes first. */
const REASONS: Record<BulkReason, ReasonWords> = {
    prompts_left: { heading: promptsLeft, next: promptsLeftNext },
    fields_unresolved: { heading: fieldsUnresolved, next: fieldsUnresolvedNext },
    no_subject: { heading: noSubject, next: noSubjectNext },
    too_large: { heading: tooLarge, next: tooLargeNext },
    bounced: { heading: bounced, next: bouncedNext },
    no_email_address: { heading: noEmailAddress, next: noEmailAddressNext },
    same_address: { heading: sameAddress, next: sameAddressNext },
    opted_out: { heading: optedOut, next: optedOutNext },
    address_opted_out: { heading: addressOptedOut, next: addressOptedOutNext },
    opt_out_unknown: { heading: optOutUnknown, next: optOutUnknownNext },
    not_visible: { heading: notVisible, next: notVisibleNext }
};

export interface ReasonGroup<Row> extends ReasonWords {
    reason: BulkReason;
    rows: Row[];
}

export function reasonWords(reason: BulkReason): ReasonWords {
    return REASONS[reason];
}

/** Those who get nothing, under why. Whoever has no reason is in no group. */
export function groupByReason<Row>(rows: Row[], reasonOf: (row: Row) => BulkReason | null | undefined): ReasonGroup<Row>[] {
    return (Object.keys(REASONS) as BulkReason[])
        .map((reason) => ({ reason, ...REASONS[reason], rows: rows.filter((row) => reasonOf(row) === reason) }))
        .filter((group) => group.rows.length > 0);
}

/** What a person is called here: Salesforce may have stopped to show them. */
export function nameOf({ personName, email }: { personName: string | null; email?: string | null }): string {
    return personName ?? email ?? somebody;
}
