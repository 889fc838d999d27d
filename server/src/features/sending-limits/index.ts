export { createChangeLimits } from './change-limits.ts';
export { findBlockingLimits, type HeldEmail } from './find-blocking-limits.ts';
export { findCallTimes, findPlaceLogs } from './place-history.ts';
export { DEFAULT_LIMITS, findLimits, findBlockingPlaces, LIMITS_OF_ORG, lockWindows } from './repository.ts';
export { sendingLimitRoutes } from './routes.ts';
export { BoundBy, BlockingLimit, MAILBOX_TROUBLES, type SendingForecast, type SendingLimits } from './schemas.ts';
export { simulateSending, type Departure, type WaitingLane } from './simulate-sending.ts';
export type { WaitingEmail } from './waiting-queue.ts';
export { countDomains, demandsOf, findObstacle, WINDOW_SETTINGS, type Obstacle, type WindowSettings } from './windows.ts';
