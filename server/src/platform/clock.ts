/** The only source of the current time for product code, so that a demo or a test can say "it is Thursday". */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
