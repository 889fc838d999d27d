export { classify } from './classify.ts';
export type { Classification, ClassifyContext, RecipientReport } from './classification.ts';
export { addressOf, isSameDomain, messageIdsIn, referencedMessageIds } from './headers.ts';
