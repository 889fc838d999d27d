/** Every job of the worker. What else stands in the queue is of another release. */
export const JOB_NAMES = [
  'drain-mailbox',
  'queue-scheduled-emails',
  'settle-uncertain-email',
  'read-sent-message',
  'write-to-salesforce',
  'react-to-fact',
  'press-kill-switch',
  'end-access',
  'end-inactive-user',
  'look-for-inactive-users',
  'check-api-access',
  'keep-mailbox-alive',
  'keep-salesforce-alive',
  'check-mailbox',
  'tell-of-trust-change',
  'send-invitation',
  'send-identity-verification',
  'prepare-content-pages',
  'forget-content',
] as const;
export type JobName = (typeof JOB_NAMES)[number];
