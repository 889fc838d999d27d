/** A day for people, such as `2026-05-03`, in UTC. */
export function utcDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
