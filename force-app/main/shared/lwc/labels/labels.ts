import lang from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';

import { serviceNow } from 'c/serviceClock';

// The words of a label are in the user's language; the locale, which may be another, says how numbers and dates are written
const plurals = new Intl.PluralRules(lang);
const lists = new Intl.ListFormat(lang);
const numbers = new Intl.NumberFormat(locale);

/** Fills {0}, {1} … of a label. Numbers are written in the user's locale. */
export function formatLabel(label: string, ...values: (string | number | null | undefined)[]): string {
    return label.replace(/\{(\d)\}/g, (_, index: string) => {
        const value = values[Number(index)];
        return typeof value === 'number' ? numbers.format(value) : (value ?? '');
    });
}

/**
 * Chooses the form of a plural label and fills it; {0} is the count.
 * Such a label lists its forms by CLDR category, `one:{0} email|other:{0} emails`, so that a translator can add the ones of their language.
 */
export function formatPlural(label: string, count: number, ...values: (string | number)[]): string {
    const forms = new Map(label.split('|').map((form) => [form.slice(0, form.indexOf(':')), form.slice(form.indexOf(':') + 1)]));
    return formatLabel(forms.get(plurals.select(count)) ?? forms.get('other') ?? label, count, ...values);
}

/** Several things inside a sentence: "a and b", "a, b, and c". */
export function formatList(items: string[]): string {
    return lists.format(items);
}

/** A calendar day such as "2026-12-07", which is the same day in every zone. */
export function formatDay(day: string): string {
    return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' }).format(new Date(day));
}

/** A time of the clock in the user's zone, with its day unless that is the day of `now`: "12:03", "Tue, Nov 24, 12:03". */
export function formatClock(iso: string, now = serviceNow()): string {
    const days = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'short' });
    const time = new Date(iso);
    const isToday = days.format(time) === days.format(now);
    const day = isToday ? {} : ({ weekday: 'short', day: 'numeric', month: 'short' } as const);
    return new Intl.DateTimeFormat(locale, { timeZone, ...day, hour: 'numeric', minute: '2-digit' }).format(time);
}
