/** How far the clock of the service is ahead of this browser's. */
let aheadMs = 0;

/** Each answer of the service says what time it is there; without that the browser's clock has to do. */
export function noteServiceTime(iso: string | null): void {
    const ahead = Date.parse(iso ?? '') - Date.now();
    if (!Number.isNaN(ahead)) aheadMs = ahead;
}

/** The time that the service's times are told from: the clock of a browser may be wrong by hours. */
export function serviceNow(): Date {
    return new Date(Date.now() + aheadMs);
}
