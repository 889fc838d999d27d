/** A day for people, such as `2026-05-03`, in UTC. */
export const utcDay = (date: Date): string => date.toISOString().slice(0, 10);

/** A moment for people, to the minute, such as `2026-05-03 14:05 UTC`. */
export const utcMinute = (date: Date): string => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
