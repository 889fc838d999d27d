import timeZone from '@salesforce/i18n/timeZone';

const DAY_MS = 86_400_000;
const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric'
});

/** How far the user's zone is ahead of UTC at a moment. */
function aheadMs(atMs: number): number {
    const at = Object.fromEntries(parts.formatToParts(atMs).map(({ type, value }) => [type, Number(value)])) as Record<string, number>;
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = at;
    return Date.UTC(year, month - 1, day, hour, minute, second) - atMs;
}

/** When a day such as "2026-11-27" begins in the user's zone, as UTC; `later` days after it. */
export function startOfDay(day: string, later = 0): string {
    const utcMs = Date.parse(`${day}T00:00:00Z`) + later * DAY_MS;
    // The offset of midnight itself: on the day of a change of clocks that of UTC's midnight may be another
    const firstMs = utcMs - aheadMs(utcMs);
    return new Date(utcMs - aheadMs(firstMs)).toISOString();
}
