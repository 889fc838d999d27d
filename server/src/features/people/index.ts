export { createLookUpPeople, lookUpPerson, personNotVisible, PERSON_IS_FRESH_MS, type LookUpPeople } from './look-up-people.ts';
export { createOpenRecord, createPeopleOfRecord, VIEW_IS_FRESH_MS, type OpenRecord } from './open-record.ts';
export type { KnownPerson, OpenSalesforce, RecordRead } from './read-record.ts';
export { findPeople } from './remember-people.ts';
export { findReadTimes, findRecordView, listOpenedObjects, type RecordView } from './repository.ts';
export { peopleRoutes } from './routes.ts';
export { SALESFORCE_PROBLEMS, salesforceProblem } from './salesforce-problem.ts';
export { createSearchPeople } from './search-people.ts';
