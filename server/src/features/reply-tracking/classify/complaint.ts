import { addressOf, headerOf, messageIdsIn } from './headers.ts';
import { fieldsOf, type RawContent } from './raw-content.ts';

export interface Complaint {
  /** False for a report of another kind, such as a failed authentication or "this is no spam". */
  isComplaint: boolean;
  recipient: string | null;
  originalMessageIds: string[];
}

const COMPLAINTS = new Set(['abuse', 'fraud', 'virus', 'other', 'opt-out', 'opt-out-list', 'miscategorized']);

/** What a feedback report (ARF, RFC 5965) says, and about which email. */
export function complaintOf(content: RawContent | null): Complaint {
  const report = fieldsOf(content?.parts.find(({ type }) => type === 'message/feedback-report')?.content ?? '');
  const original = content?.parts.find(({ type }) => /^(?:message\/(?:rfc822|global)|text\/rfc822-headers)/.test(type))?.content ?? '';
  const fields = fieldsOf(original.trimStart().split(/\r?\n[ \t]*\r?\n/, 1)[0] ?? '');
  const type = headerOf(report, 'feedback-type')?.toLowerCase();
  return {
    isComplaint: type === undefined || COMPLAINTS.has(type),
    recipient: addressOf(headerOf(report, 'original-rcpt-to')) ?? addressOf(headerOf(fields, 'to')),
    originalMessageIds: messageIdsIn(headerOf(fields, 'message-id') ?? ''),
  };
}
