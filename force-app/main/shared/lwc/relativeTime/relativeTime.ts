import { LightningElement, api } from 'lwc';
import lang from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';

import { formatLabel } from 'c/labels';
import { serviceNow } from 'c/serviceClock';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

// These words stand in sentences of the user's language, whatever the locale says of dates
const relative = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
const dayAndMonth = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short' });
const date = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' });
const exact = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full', timeStyle: 'long' });

/** "5 minutes ago", "yesterday", "12 Nov": the nearer, the finer. */
export function relativeText(time: Date, now: Date): string {
    const awayMs = time.getTime() - now.getTime();
    const distanceMs = Math.abs(awayMs);
    if (awayMs > -10_000 && awayMs < 2000) return relative.format(0, 'second');
    if (distanceMs < MINUTE_MS) return relative.format(Math.trunc(awayMs / 1000), 'second');
    if (distanceMs < HOUR_MS) return relative.format(Math.trunc(awayMs / MINUTE_MS), 'minute');
    if (distanceMs < DAY_MS) return relative.format(Math.trunc(awayMs / HOUR_MS), 'hour');
    if (distanceMs < 7 * DAY_MS) return relative.format(Math.trunc(awayMs / DAY_MS), 'day');
    return (time.getFullYear() === now.getFullYear() ? dayAndMonth : date).format(time);
}

/** The same to the second, with its zone. */
export function exactText(time: Date): string {
    return exact.format(time);
}

/**
 * How long the words of a time stay true. Within a minute they count the seconds: what is less exact contradicts the times beside it, such
 * as a sending after its reply.
 */
export function staysTrueForMs(time: Date, now: Date): number {
    return Math.abs(time.getTime() - now.getTime()) < MINUTE_MS ? 1000 : 20_000;
}

/** A time in the user's words, with the exact time and zone as title. It keeps itself up to date while the page is visible. */
export default class RelativeTime extends LightningElement {
    /** A label around the time, such as "Updated {0}". */
    @api pattern = '{0}';

    iso: string | undefined;
    now = serviceNow();
    timer: ReturnType<typeof setTimeout> | undefined;

    /** UTC, ISO 8601. */
    @api
    get value(): string | undefined {
        return this.iso;
    }
    set value(value: string | undefined) {
        this.iso = value;
        this.now = serviceNow();
    }

    connectedCallback() {
        this.tick();
    }

    disconnectedCallback() {
        clearTimeout(this.timer);
    }

    get time() {
        return new Date(this.iso ?? '');
    }

    get isKnown() {
        return !Number.isNaN(this.time.getTime());
    }

    get text() {
        return formatLabel(this.pattern, relativeText(this.time, this.now));
    }

    get exact() {
        return exactText(this.time);
    }

    tick() {
        this.now = serviceNow();
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => this.tick(), staysTrueForMs(this.time, this.now));
    }
}
