import { addressOf, headerOf, messageIdsIn, subjectOf, type HeaderList } from './headers.ts';
import { fieldsOf, type RawContent } from './raw-content.ts';

export interface Complaint {
  /** False for a report of another kind, such as a failed authentication or "this is no spam". */
  isComplaint: boolean;
  recipient: string | null;
  originalMessageIds: string[];
}

const COMPLAINTS = new Set(['abuse', 'fraud', 'virus', 'other', 'opt-out', 'opt-out-list', 'miscategorized']);
/** What reports of machines about machines are called (RFC 6591, 7489): all there is to tell them by where bodies are not read. */
const ABOUT_AUTHENTICATION = /\bdmarc\b|\bauth(?:entication)?[ -]fail/i;

/** Whether a message is a feedback report (ARF, RFC 5965), or one in the form that Outlook.com sends instead. */
export function isFeedbackReport(headers: HeaderList): boolean {
  if (/^\s*multipart\/report\b.*?report-type\s*=\s*"?feedback-report\b/is.test(headerOf(headers, 'content-type') ?? '')) return true;
  return addressOf(headerOf(headers, 'from')) === 'staff@hotmail.com' && /^complaint about message from\b/i.test(subjectOf(headers));
}

/** What a feedback report says, and about which email. */
export function complaintOf(headers: HeaderList, content: RawContent | null): Complaint {
  const report = fieldsOf(content?.parts.find(({ type }) => type === 'message/feedback-report')?.content ?? '');
  const original = content?.parts.find(({ type }) => /^(?:message\/(?:rfc822|global)|text\/rfc822-headers)/.test(type))?.content ?? '';
  const fields = fieldsOf(original.trimStart().split(/\r?\n[ \t]*\r?\n/, 1)[0] ?? '');
  const type = headerOf(report, 'feedback-type')?.toLowerCase();
  const recipient = headerOf(report, 'original-rcpt-to') ?? headerOf(fields, 'x-hmxmroriginalrecipient') ?? headerOf(fields, 'to');
  return {
    isComplaint: type === undefined ? !ABOUT_AUTHENTICATION.test(subjectOf(headers)) : COMPLAINTS.has(type),
    recipient: addressOf(recipient),
    originalMessageIds: messageIdsIn(headerOf(fields, 'message-id') ?? ''),
  };
}
