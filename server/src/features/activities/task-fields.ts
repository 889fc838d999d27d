import type { TaskDescription } from '../../providers/salesforce/index.ts';

/** What a Task tells of an email that left. */
export interface SentEmailFact {
  subject: string;
  text: string;
  personId: string;
  recordId: string;
  recordObject: string;
}

interface Rep {
  salesforceUserId: string;
  timeZone: string | null;
}

const LONGEST_SUBJECT = 255;
const LONGEST_DESCRIPTION = 32_000;

/** SF-14: `{{activity_type}}: {{activity_subject}}` on one line, cut at 255 characters. */
export const taskSubject = (emailSubject: string): string => cut(`Email: ${emailSubject}`.replace(/\s+/g, ' ').trim(), LONGEST_SUBJECT);

/**
 * The completed Task of a sent email (SF-11), as far as this org and this rep's rights can hold it: what `describe` does not show
 * as createable is left out (SF-15). `footer` ends the description.
 */
export function taskFields(
  fact: SentEmailFact,
  rep: Rep,
  happenedAt: Date,
  task: TaskDescription,
  footer = '',
): Record<string, string | boolean> {
  const isContact = fact.personId.startsWith('003');
  const isAbout = fact.recordObject === 'Opportunity' || fact.recordObject === 'Account';
  const wanted: Record<string, string | boolean> = {
    OwnerId: rep.salesforceUserId,
    WhoId: fact.personId,
    // Salesforce refuses a Task of a Lead that is about something else as well
    ...(isContact && isAbout ? { WhatId: fact.recordId } : {}),
    Subject: taskSubject(fact.subject),
    Status: task.closedStatus ?? 'Completed',
    ActivityDate: dayOf(happenedAt, rep.timeZone),
    Description: cut(fact.text, LONGEST_DESCRIPTION - footer.length) + footer,
    TaskSubtype: 'Email',
    // SF-12: only where the picklist holds exactly this value
    ...(task.types.includes('Email') ? { Type: 'Email' } : {}),
    MSE_Email_Status__c: 'sent',
  };
  return Object.fromEntries(Object.entries(wanted).filter(([field]) => task.createableFields.has(field)));
}

/** The calendar day in the rep's zone, UTC where it is unknown. */
export function dayOf(moment: Date, timeZone: string | null): string {
  const isKnown = timeZone !== null && Intl.supportedValuesOf('timeZone').includes(timeZone);
  // Canada writes English dates the way ISO 8601 does
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: isKnown ? timeZone : 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(moment);
}

/** Never in the middle of a character that takes two code units. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
