/** What the service answers in states that are rare, or long to wait for. The types hold these to what it can answer. */
export { CONNECTIONS, FAILED } from './common.ts';
export { CONTENT } from './content.ts';
export { FEEDS } from './live-feed.ts';
export { PANELS } from './panel.ts';
export * from './settings.ts';
export * from './templates.ts';
