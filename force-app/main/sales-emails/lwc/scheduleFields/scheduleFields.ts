import { LightningElement, api } from 'lwc';

import date from '@salesforce/label/c.SalesEmail_Schedule_Date';
import group from '@salesforce/label/c.SalesEmail_Schedule_Group';
import incomplete from '@salesforce/label/c.SalesEmail_Schedule_Incomplete';
import leaves from '@salesforce/label/c.SalesEmail_Schedule_Leaves';
import ownTime from '@salesforce/label/c.SalesEmail_Schedule_OwnTime';
import time from '@salesforce/label/c.SalesEmail_Schedule_Time';
import zone from '@salesforce/label/c.SalesEmail_Schedule_Zone';

import { formatClock, formatLabel } from 'c/labels';
import { callServer, ServerProblem } from 'c/serverApi';
import type { CheckedSchedule, Schedule } from 'service';
import { daysOf, firstSchedule, isOwnZone, isWholeSchedule, longTime, zoneName, zoneOptions } from './schedules';

export { firstSchedule, isWholeSchedule };

export type ScheduleFieldsElement = HTMLElement & { commit(): boolean };

const CHECK_AFTER_MS = 300;

/**
 * When an email is to leave: a date, a time and a zone, with what they come to in words. The service says that, and what is wrong with
 * them. Fires `change` with a `Schedule`, whose date or time is empty while it is not typed.
 */
export default class ScheduleFields extends LightningElement {
    labels = { date, group, time, zone };
    typed: Schedule = { date: '', time: '', zone: '' };
    asked = '';
    said: CheckedSchedule | undefined;
    problem: string | undefined;
    timer: ReturnType<typeof setTimeout> | undefined;

    @api
    get value(): Schedule {
        return this.typed;
    }
    set value(value: Schedule) {
        this.typed = value;
        this.look(0);
    }

    @api
    focus() {
        this.field('date')?.focus();
    }

    /** True where the email can leave at this time, as far as is known. Otherwise it says why not, and takes the focus. */
    @api
    commit(): boolean {
        if (!isWholeSchedule(this.typed)) this.problem = incomplete;
        if (!this.problem) return true;
        this.field(this.typed.date ? 'time' : 'date')?.focus();
        return false;
    }

    disconnectedCallback() {
        clearTimeout(this.timer);
    }

    get zones() {
        return zoneOptions(this.typed.zone);
    }

    get days() {
        return daysOf(this.typed);
    }

    get sentences(): string[] {
        if (this.problem || !this.said) return [];
        const { leavesAt, note } = this.said;
        const isOwn = isOwnZone(this.typed.zone);
        return [
            formatLabel(leaves, longTime(leavesAt, this.typed.zone), zoneName(this.typed.zone)),
            ...(isOwn ? [] : [formatLabel(ownTime, formatClock(leavesAt))]),
            ...(note ? [note] : [])
        ];
    }

    field(name: string) {
        return this.template?.querySelector<HTMLElement>(`[data-name="${name}"]`);
    }

    handleChange(event: Event) {
        // The one of a base select goes on to whoever listens to this component
        event.stopPropagation();
        const field = event.currentTarget as HTMLInputElement;
        const value = (event as CustomEvent<{ value?: string } | null>).detail?.value ?? field.value;
        this.typed = { ...this.typed, [field.dataset['name'] ?? '']: value };
        this.look(CHECK_AFTER_MS);
        this.dispatchEvent(new CustomEvent('change', { detail: this.typed }));
    }

    /** Asks the service once what the fields come to. */
    look(afterMs: number) {
        const question = JSON.stringify(this.typed);
        if (question === this.asked) return;
        this.asked = question;
        this.said = undefined;
        this.problem = undefined;
        clearTimeout(this.timer);
        if (!isWholeSchedule(this.typed)) return;
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            void this.ask(question);
        }, afterMs);
    }

    /** Without an answer nothing is said: whoever sends asks again. */
    async ask(question: string) {
        try {
            const said = await callServer<CheckedSchedule>('POST', '/schedules/check', this.typed);
            if (question === this.asked) this.said = said;
        } catch (error) {
            if (question === this.asked && error instanceof ServerProblem && error.code === 'validation_failed')
                this.problem = error.message;
        }
    }
}
