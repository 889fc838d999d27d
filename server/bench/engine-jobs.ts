/** What tells Salesforce of an email that has left. */
export const LOGGING_JOBS = ['write-to-salesforce'];
/** What a worker does where all about sending is on trial. */
export const SENDING_JOBS = ['drain-mailbox', 'settle-uncertain-email', ...LOGGING_JOBS];
