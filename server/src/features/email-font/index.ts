export { bodyStyleOf, DEFAULT_FONT } from './body-style.ts';
