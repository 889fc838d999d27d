export { createBulkEmails, installBulkEmails } from './install.ts';
export { findWordsOfPerson } from './repository.ts';
