import { LightningElement, api } from 'lwc';

import google from '@salesforce/label/c.Panel_Mailbox_Google';
import microsoft from '@salesforce/label/c.Panel_Mailbox_Microsoft';
import alreadyDead from '@salesforce/label/c.Settings_Stop_AlreadyDead';
import cancelled from '@salesforce/label/c.Settings_Stop_Cancelled';
import columnGrant from '@salesforce/label/c.Settings_Stop_ColumnGrant';
import columnRevoked from '@salesforce/label/c.Settings_Stop_ColumnRevoked';
import columnShredded from '@salesforce/label/c.Settings_Stop_ColumnShredded';
import finished from '@salesforce/label/c.Settings_Stop_Finished';
import noGrants from '@salesforce/label/c.Settings_Stop_NoGrants';
import noRevocation from '@salesforce/label/c.Settings_Stop_NoRevocation';
import notReached from '@salesforce/label/c.Settings_Stop_NotReached';
import pressedBy from '@salesforce/label/c.Settings_Stop_PressedBy';
import progress from '@salesforce/label/c.Settings_Stop_Progress';
import reportTitle from '@salesforce/label/c.Settings_Stop_ReportTitle';
import salesforce from '@salesforce/label/c.Settings_Stop_Salesforce';
import stillToDo from '@salesforce/label/c.Settings_Stop_StillToDo';
import teamServer from '@salesforce/label/c.Settings_Mailboxes_TeamServer';

import { formatClock, formatLabel, formatPlural } from 'c/labels';
import type { KillSwitchReport } from 'service';

type Grant = KillSwitchReport['grants'][number];

const PROVIDERS: Record<Grant['provider'], string> = { google, microsoft, salesforce, smtp: teamServer };
const NOTES: Record<NonNullable<Grant['note']>, string> = {
    vendor_has_no_revocation: noRevocation,
    vendor_not_reached: notReached,
    already_dead: alreadyDead
};

/** What an emergency stop did, grant by grant; while it works, how far it is. */
export default class MsiStopReport extends LightningElement {
    @api report!: KillSwitchReport;

    labels = { columnGrant, columnRevoked, columnShredded, noGrants, reportTitle, stillToDo };

    get pressedPattern() {
        return formatLabel(pressedBy, '{0}', this.report.pressedBy);
    }

    get isRunning() {
        return !this.report.finishedAt;
    }

    get total() {
        return this.report.grants.length;
    }

    get done() {
        return this.report.grants.filter(({ shreddedAt }) => shreddedAt).length;
    }

    get percent() {
        return this.total > 0 ? Math.round((this.done / this.total) * 100) : 0;
    }

    get progressText() {
        return formatLabel(progress, this.done, this.total);
    }

    /** Of the clock: it is read out when it comes, and must not be again with every minute that passes. */
    get finishedText() {
        const { finishedAt } = this.report;
        return finishedAt ? formatLabel(finished, formatClock(finishedAt)) : undefined;
    }

    get cancelledText() {
        return formatPlural(cancelled, this.report.cancelledEmails);
    }

    get hasGrants() {
        return this.total > 0;
    }

    get rows() {
        return this.report.grants.map((grant, key) => ({
            ...grant,
            key,
            vendor: PROVIDERS[grant.provider],
            who: [grant.ownerName, grant.address].filter(Boolean).join(', '),
            noteText: grant.note ? NOTES[grant.note] : stillToDo
        }));
    }
}
