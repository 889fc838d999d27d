export { createMarkSeen } from './mark-seen.ts';
export { liveFeedRoutes } from './routes.ts';
export { createShowLiveFeed } from './show-live-feed.ts';
