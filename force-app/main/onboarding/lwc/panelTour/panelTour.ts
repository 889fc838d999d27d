import { LightningElement } from 'lwc';

import done from '@salesforce/label/c.Tour_Done';
import followText from '@salesforce/label/c.Tour_Follow_Text';
import followTitle from '@salesforce/label/c.Tour_Follow_Title';
import mailboxText from '@salesforce/label/c.Tour_Mailbox_Text';
import mailboxTitle from '@salesforce/label/c.Tour_Mailbox_Title';
import next from '@salesforce/label/c.Tour_Next';
import notNow from '@salesforce/label/c.Tour_NotNow';
import region from '@salesforce/label/c.Tour_Region';
import sendText from '@salesforce/label/c.Tour_Send_Text';
import sendTitle from '@salesforce/label/c.Tour_Send_Title';
import count from '@salesforce/label/c.Tour_Step_Count';

import { formatLabel } from 'c/labels';
import { callServer } from 'c/serverApi';
import type { MeChange } from 'service';

const STEPS = [
    { title: sendTitle, text: sendText },
    { title: followTitle, text: followText },
    { title: mailboxTitle, text: mailboxText }
];

/** Three sentences on the panel, once per user. Fires `done`. */
export default class PanelTour extends LightningElement {
    labels = { notNow, region };
    index = 0;

    get step() {
        return STEPS[this.index];
    }

    get isLast() {
        return this.index === STEPS.length - 1;
    }

    get canLeave() {
        return !this.isLast;
    }

    get nextLabel() {
        return this.isLast ? done : next;
    }

    get countText() {
        return formatLabel(count, this.index + 1, STEPS.length);
    }

    handleNextClick() {
        if (this.isLast) this.finish();
        else this.index += 1;
    }

    handleNotNowClick() {
        this.finish();
    }

    finish() {
        const change: MeChange = { panelTourDone: true };
        // If this is lost, the tour is offered once more: nothing to trouble the rep with.
        callServer('PATCH', '/me', change).catch(() => undefined);
        this.dispatchEvent(new CustomEvent('done'));
    }
}
