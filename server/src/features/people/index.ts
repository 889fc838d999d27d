export { createLookUpPerson, PERSON_IS_FRESH_MS, type LookUpPerson } from './look-up-person.ts';
export { createOpenRecord, createPeopleOfRecord, type OpenRecord } from './open-record.ts';
export type { KnownPerson, OpenSalesforce, RecordRead } from './read-record.ts';
export { findNewestPerson, findPeople, findRecordView, type RecordView } from './repository.ts';
export { peopleRoutes } from './routes.ts';
export { salesforceProblem } from './salesforce-problem.ts';
export { createSearchPeople } from './search-people.ts';
