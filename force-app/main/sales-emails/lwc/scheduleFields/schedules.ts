import locale from '@salesforce/i18n/locale';
import ownZone from '@salesforce/i18n/timeZone';

import { serviceNow } from 'c/serviceClock';
import type { Schedule } from 'service';

const DAY_MS = 24 * 3_600_000;
const FURTHEST_MS = 365 * DAY_MS;

/** The day of a moment in a zone, as fields have it; UTC's where this browser is older than the service and does not know the zone. */
function dayIn(zone: string, at: Date): string {
    const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    try {
        return new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...day }).format(at);
    } catch {
        return at.toISOString().slice(0, 10);
    }
}

/** What the fields begin with: tomorrow morning in the rep's zone, which is Salesforce's where the service knows no other. */
export function firstSchedule(zone: string | null | undefined): Schedule {
    const used = zone ?? ownZone;
    return { date: dayIn(used, new Date(serviceNow().getTime() + DAY_MS)), time: '09:00', zone: used };
}

/** False while the date or the time is not typed. */
export function isWholeSchedule({ date, time }: Schedule): boolean {
    return Boolean(date && time);
}

/** The first and the last day that can be chosen. */
export function daysOf({ zone }: Schedule): { first: string; last: string } {
    const now = serviceNow();
    return { first: dayIn(zone, now), last: dayIn(zone, new Date(now.getTime() + FURTHEST_MS)) };
}

/** A zone is known by its cities, and has no name in other languages. */
export function zoneName(zone: string): string {
    return zone.replaceAll('_', ' ');
}

export function zoneOptions(chosen: string): { value: string; label: string }[] {
    return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen])]
        .map((value) => ({ value, label: zoneName(value) }))
        .sort((one, other) => one.label.localeCompare(other.label, locale));
}

/** "Wednesday, December 2, 9:00 AM" by the clocks of a zone; by the user's own where this browser does not know it. */
export function longTime(iso: string, zone: string): string {
    const at = new Date(iso);
    const year = at.getUTCFullYear() === serviceNow().getUTCFullYear() ? {} : ({ year: 'numeric' } as const);
    const parts = { weekday: 'long', day: 'numeric', month: 'long', ...year, hour: 'numeric', minute: '2-digit' } as const;
    try {
        return new Intl.DateTimeFormat(locale, { timeZone: zone, ...parts }).format(at);
    } catch {
        return new Intl.DateTimeFormat(locale, { timeZone: ownZone, ...parts }).format(at);
    }
}

export function isOwnZone(zone: string): boolean {
    return zone === ownZone;
}
