import { LightningElement, api } from 'lwc';

import alreadyDead from '@salesforce/label/c.Users_Ended_AlreadyDead';
import google from '@salesforce/label/c.Panel_Mailbox_Google';
import inactive from '@salesforce/label/c.Users_Ended_Inactive';
import microsoft from '@salesforce/label/c.Panel_Mailbox_Microsoft';
import noRevocation from '@salesforce/label/c.Users_Ended_NoRevocation';
import notReached from '@salesforce/label/c.Users_Ended_NotReached';
import revoked from '@salesforce/label/c.Users_Ended_Revoked';
import salesforce from '@salesforce/label/c.Settings_Stop_Salesforce';
import teamServer from '@salesforce/label/c.Settings_Mailboxes_TeamServer';
import underWay from '@salesforce/label/c.Users_Ended_UnderWay';

import { formatLabel } from 'c/labels';
import type { EndedAccess } from 'service';

type Grant = EndedAccess['grants'][number];

const VENDORS: Record<Grant['provider'], string> = { google, microsoft, salesforce, smtp: teamServer };
const NOTES: Record<NonNullable<Grant['note']>, string> = {
    vendor_has_no_revocation: noRevocation,
    vendor_not_reached: notReached,
    already_dead: alreadyDead
};

function outcomeOf({ revokedAt, note }: Grant): string {
    if (revokedAt) return revoked;
    return note ? NOTES[note] : underWay;
}

/** What became of the grants of a user whose access has ended, one line each, and whether it was Salesforce that said so. */
export default class MsiEndedAccess extends LightningElement {
    @api ended!: EndedAccess;

    get reasonText() {
        return this.ended.reason === 'inactive_in_salesforce' ? inactive : undefined;
    }

    get lines() {
        return this.ended.grants.map((grant, key) => ({
            key,
            text: formatLabel(outcomeOf(grant), VENDORS[grant.provider]),
            className: grant.note === 'vendor_not_reached' ? 'slds-text-color_error' : 'slds-text-color_weak'
        }));
    }
}
