/** How often in a row a fault was seen, and since when. */
export interface RepeatedFault {
  count: number;
  since: Date;
}

const BELIEVED_AFTER_TIMES = 4;
const BELIEVED_AFTER_MS = 3 * 60_000;

/**
 * Whether a fault is more than one of a moment: it was seen at least four times in a row, over at least three minutes. The time counts too,
 * because many users may see the same moment.
 */
export function isLasting({ count, since }: RepeatedFault, now: Date): boolean {
  return count >= BELIEVED_AFTER_TIMES && now.getTime() - since.getTime() >= BELIEVED_AFTER_MS;
}
