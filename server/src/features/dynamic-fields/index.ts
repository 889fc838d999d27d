export { createDynamicFields, type DynamicFields } from './dynamic-fields.ts';
export { hasFields } from './parse-fields.ts';
export { FIELD_PROBLEMS, refuseUnfilled } from './refuse-unfilled.ts';
export { dynamicFieldRoutes } from './routes.ts';
export type { Filled, FilledOnDemand, FilledText, FillEach, FillFields, ReadFieldValues, TextToFill } from './ports.ts';
export { withoutFields } from './without-fields.ts';
