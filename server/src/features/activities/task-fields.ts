import { dayIn, timeOfDayIn } from '../../platform/zoned-time.ts';
import type { TaskDescription } from '../../providers/salesforce/index.ts';

/** What is known of an email that left. */
export interface SentEmailFact {
  subject: string;
  text: string;
  personId: string;
  recordId: string;
  recordObject: string;
  isReplied: boolean;
  isBounced: boolean;
}

/** What is known of a reply: never its words. */
export interface ResponseFact {
  fromAddress: string | null;
  receivedAt: Date;
}

/** What one Task tells, and of whom. */
export interface TaskFact {
  subject: string;
  text: string;
  type: 'Email' | 'Reply';
  /** Null when the person was deleted and only the record is left. */
  personId: string | null;
  /** Null when the record was deleted and only the person is left. */
  recordId: string | null;
  recordObject: string;
  /** SF-15: fields of the reference product. */
  flags: Record<string, string | boolean>;
}

interface Rep {
  salesforceUserId: string;
  timeZone: string | null;
}

const LONGEST_SUBJECT = 255;
const LONGEST_DESCRIPTION = 32_000;

/** SF-14: `{{activity_type}}: {{activity_subject}}` on one line, cut at 255 characters. */
export function taskSubject(emailSubject: string): string {
  return oneLine(`Email: ${emailSubject}`);
}

function oneLine(subject: string): string {
  return cut(subject.replace(/\s+/g, ' ').trim(), LONGEST_SUBJECT);
}

/** The Task of the sending, with what has come back by the time it is written. */
export function taskOfSending({ subject, isReplied, isBounced, ...fact }: SentEmailFact): TaskFact {
  return {
    ...fact,
    subject: taskSubject(subject),
    type: 'Email',
    flags: { MSE_Email_Status__c: isBounced ? BOUNCED.MSE_Email_Status__c : 'sent', ...(isReplied ? REPLIED : {}) },
  };
}

/** SF-13: a reply is a Task of its own. It says who answered and when; the words stay in the mailbox. */
export function taskOfReply(
  { subject, isReplied: _, isBounced: __, ...fact }: SentEmailFact,
  { fromAddress, receivedAt }: ResponseFact,
  timeZone: string | null,
): TaskFact {
  return {
    ...fact,
    subject: oneLine(`Reply: ${subject}`),
    text: `${fromAddress ?? 'Somebody'} replied on ${dayIn(timeZone, receivedAt)} at ${timeOfDayIn(timeZone, receivedAt)}.`,
    type: 'Reply',
    flags: {},
  };
}

/** What is added to the Task of the sending later (SF-15). */
export const REPLIED = { MSE_Replied__c: true } as const;
export const BOUNCED = { MSE_Email_Status__c: 'bounced' } as const;

/**
 * The completed Task of a fact (SF-11), as far as this org and this rep's rights can hold it: what `describe` does not show
 * as createable is left out (SF-15). `footer` ends the description.
 */
export function taskFields(
  fact: TaskFact,
  rep: Rep,
  happenedAt: Date,
  task: TaskDescription,
  footer = '',
): Record<string, string | boolean> {
  const about = recordOf(fact);
  const wanted: Record<string, string | boolean> = {
    OwnerId: rep.salesforceUserId,
    ...(fact.personId ? { WhoId: fact.personId } : {}),
    ...(about ? { WhatId: about } : {}),
    Subject: fact.subject,
    Status: task.closedStatus ?? 'Completed',
    ActivityDate: dayIn(rep.timeZone, happenedAt),
    Description: cut(fact.text, LONGEST_DESCRIPTION - footer.length) + footer,
    TaskSubtype: 'Email',
    // SF-12: only where the picklist holds exactly this value
    ...(task.types.includes(fact.type) ? { Type: fact.type } : {}),
    ...fact.flags,
  };
  return holdable(wanted, task);
}

/** What a Task is about besides the person; Salesforce refuses a Task of a Lead that is about something else as well. */
export function recordOf({ personId, recordId, recordObject }: Pick<TaskFact, 'personId' | 'recordId' | 'recordObject'>): string | null {
  const mayHaveOne = personId === null || personId.startsWith('003');
  return mayHaveOne && (recordObject === 'Opportunity' || recordObject === 'Account') ? recordId : null;
}

/** Without what this org does not have or does not let the rep write (SF-15). */
export function holdable(fields: Record<string, string | boolean>, task: TaskDescription): Record<string, string | boolean> {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => task.createableFields.has(field)));
}

/** Never in the middle of a character that takes two code units. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
