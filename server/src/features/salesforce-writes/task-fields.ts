import { dayIn } from '../../platform/zoned-time.ts';
import type { RecordFields, TaskDescription } from '../../providers/salesforce/index.ts';
import type { ClaimedWrite } from './write-repository.ts';
import type { About } from './queue-write.ts';

const LONGEST_SUBJECT = 255;
const LONGEST_DESCRIPTION = 32_000;

/**
 * The Task of a write (SF-11), as far as this org and this rep's rights can hold it: what `describe` does not show as createable is left
 * out (SF-15). It is the rep's, of the day that the rep had, and completed, unless the fields say otherwise: `IsClosed: false` is a task
 * to do. `footer` ends the description.
 */
export function taskFields(write: ClaimedWrite, about: About, task: TaskDescription, footer = ''): RecordFields {
  const { Subject: subject, Description: description, Type: type, IsClosed: isClosed = true, ...others } = write.fields;
  const whatId = recordOf(about);
  return writableFields(
    {
      OwnerId: write.salesforceUserId,
      ...(about.personId ? { WhoId: about.personId } : {}),
      ...(whatId ? { WhatId: whatId } : {}),
      ...statusOf(task, isClosed !== false),
      ActivityDate: dayIn(write.timeZone, write.happenedAt),
      ...others,
      Subject: oneLine(text(subject)),
      Description: cut(text(description), LONGEST_DESCRIPTION - footer.length) + footer,
      // SF-12: only where the picklist holds exactly this value
      ...(typeof type === 'string' && task.types.includes(type) ? { Type: type } : {}),
    },
    task,
  );
}

/** An org whose statuses are all closed ones gives a task to do its own default. */
function statusOf({ closedStatus, openStatus }: TaskDescription, isClosed: boolean): RecordFields {
  if (isClosed) return { Status: closedStatus ?? 'Completed' };
  return openStatus === null ? {} : { Status: openStatus };
}

/** What a Task is about besides the person; Salesforce refuses a Task of a Lead that is about something else as well. */
export function recordOf({ personId, recordId, recordObject }: About): string | null {
  const mayHaveOne = personId === null || personId.startsWith('003');
  return mayHaveOne && (recordObject === 'Opportunity' || recordObject === 'Account') ? recordId : null;
}

/** Without what this org does not have or does not let the rep write (SF-15). */
export function writableFields(fields: RecordFields, task: TaskDescription): RecordFields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => task.createableFields.has(field)));
}

/** SF-14: one line, cut at 255 characters. */
function oneLine(subject: string): string {
  return cut(subject.replace(/\s+/g, ' ').trim(), LONGEST_SUBJECT);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Never in the middle of a character that takes two code units. */
function cut(words: string, length: number): string {
  if (words.length <= length) return words;
  const last = words.charCodeAt(length - 1);
  return words.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
