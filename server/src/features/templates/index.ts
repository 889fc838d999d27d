export { HAND_OVER_TEMPLATES } from './hand-over-templates.ts';
export { installTemplates } from './install.ts';
