import { headerOf, subjectOf, type HeaderList } from './headers.ts';
import { hasNullReturnPath, machineOf } from './mail-system.ts';
import type { RawContent } from './raw-content.ts';
import { namesReturnedMail, tellsOfFailure, topicOf } from './report-words.ts';
import { isForwarded } from './subject-marks.ts';

const STATUS_PART = /^message\/(?:global-)?delivery-status$/;
const OTHER_REPORTS = /^message\/(?:disposition-notification|feedback-report)$/;

/** The parts that RFC 3464 gives a delivery report for machines. */
export function statusPartsOf({ parts }: RawContent): RawContent['parts'] {
  return parts.filter(({ type }) => STATUS_PART.test(type));
}

/**
 * TR-6: whether the message tells about the delivery of another one (RFC 3462, 3464; Exchange; hosts that only write text). By the headers
 * alone where they say it; with the whole message its own shape decides, whoever the sender is.
 */
export function isDeliveryReport(headers: HeaderList, content: RawContent | null = null): boolean {
  if (headerOf(headers, 'x-failed-recipients') !== undefined || headerOf(headers, 'x-ms-exchange-message-is-ndr') !== undefined)
    return true;
  const machine = machineOf(headers);
  const subject = subjectOf(headers);
  const hasStatus = content !== null && statusPartsOf(content).length > 0;
  const type = headerOf(headers, 'content-type') ?? '';
  if (/^\s*multipart\/report\b/i.test(type)) {
    const kind = /report-type\s*=\s*"?([a-z-]+)/i.exec(type)?.[1]?.toLowerCase();
    // No person writes this type; a report that does not say its kind is told by its parts
    return kind === 'delivery-status' || (kind === undefined && !content?.parts.some((part) => OTHER_REPORTS.test(part.type)));
  }
  if (machine === 'daemon') return true;
  // A person who passes a report on does not report.
  if (hasStatus && !isForwarded(subject)) return true;
  if (machine === 'postmaster' && (hasNullReturnPath(headers) || topicOf(subject) !== null)) return true;
  if (machine === 'nobody' && namesReturnedMail(subject)) return true;
  return content !== null && (machine !== null || hasNullReturnPath(headers)) && tellsOfFailure(content.text);
}
