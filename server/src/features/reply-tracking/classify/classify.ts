import { canonicalAddress } from '../../../platform/canonical-address.ts';
import { storable } from '../../../platform/text.ts';
import { dayIn } from '../../../platform/zoned-time.ts';
import type { InboxMessage } from '../../../providers/mailbox.ts';
import { automationOf, hasAutomaticSubject, ownWordsOfSubject, speaksOfAbsence } from './auto-reply.ts';
import type { Classification, ClassifyContext } from './classification.ts';
import { complaintOf, isFeedbackReport } from './complaint.ts';
import { reportsFromBeginning, reportsFromContent } from './delivery-report.ts';
import { addressOf, headerOf, referencedMessageIds, subjectOf, type HeaderList } from './headers.ts';
import { readRaw, type RawContent } from './raw-content.ts';
import { isDeliveryReport } from './report-shape.ts';
import { announcesReturnedMail } from './report-words.ts';
import { returnDateIn } from './return-date.ts';
import { sentOn } from './sent-on.ts';

/**
 * Says what a message in a rep's inbox is: own mail, delivery report, read receipt, complaint, automatic answer, or a person's
 * answer, decided in this order. Needs only the headers; with `raw` it also knows the reasons of bounces and more return dates.
 * Pure: never looks anything up, and never rejects, whatever the message is made of. What it answers can be stored.
 */
export async function classify(message: InboxMessage, context: ClassifyContext): Promise<Classification> {
  return storable(await kindOf(message, context));
}

async function kindOf(message: InboxMessage, context: ClassifyContext): Promise<Classification> {
  const content = context.raw ? await readRaw(context.raw) : null;
  const headers = content ? [...message.headers, ...content.headers] : message.headers;
  const answered = referencedMessageIds(message.headers.length > 0 ? message.headers : headers);

  if (message.isOwn || isFrom(headers, context.ownAddresses)) return { kind: 'own' };
  if (isReadReceipt(headers)) return { kind: 'read_receipt' };
  if (isFeedbackReport(headers)) {
    const { isComplaint, ...complaint } = complaintOf(headers, content);
    return isComplaint
      ? { kind: 'complaint', ...complaint, referencedMessageIds: answered }
      : { kind: 'auto_reply', referencedMessageIds: answered };
  }
  if (isDeliveryReport(headers, content)) {
    const found = content ? reportsFromContent(headers, content) : reportsFromBeginning(headers, context.snippet ?? '');
    return { kind: 'delivery_report', ...found, referencedMessageIds: answered };
  }
  const automation = automationOf(headers);
  if (automation === null) {
    // Gateways return mail in a shape of their own. Its parts would tell; until they are read it is nobody's reply
    const isReturned = content === null && announcesReturnedMail(subjectOf(headers));
    return { kind: isReturned ? 'auto_reply' : 'human', referencedMessageIds: answered };
  }
  if (automation === 'hinted') return { kind: 'auto_reply', mayBePerson: true, referencedMessageIds: answered };
  const absence = absenceIn(message, headers, content, context);
  return absence
    ? { kind: 'out_of_office', ...absence, referencedMessageIds: answered }
    : { kind: 'auto_reply', referencedMessageIds: answered };
}

function isFrom(headers: HeaderList, ownAddresses: readonly string[]): boolean {
  const from = addressOf(headerOf(headers, 'from'));
  return from !== null && ownAddresses.some((address) => canonicalAddress(address) === from);
}

function isReadReceipt(headers: HeaderList): boolean {
  const type = headerOf(headers, 'content-type') ?? '';
  return (
    /^\s*message\/disposition-notification\b/i.test(type) ||
    /^\s*multipart\/report\b.*?report-type\s*=\s*"?disposition-notification\b/is.test(type)
  );
}

/** Null when the automatic answer is no person's absence but, for instance, a ticket. */
function absenceIn(
  message: InboxMessage,
  headers: HeaderList,
  content: RawContent | null,
  { now, timeZone }: ClassifyContext,
): { returnsOn: string | null } | null {
  if (isFromRobot(headers)) return null;
  const subject = subjectOf(headers);
  const ownSubject = ownWordsOfSubject(subject);
  const day = sentOn(headers, message.receivedAt, timeZone);
  const returnsOn = returnDateIn({ text: ownSubject, sentOn: day }) ?? returnDateIn({ text: content?.text ?? '', sentOn: day });
  const isAway =
    hasAutomaticSubject(subject) || speaksOfAbsence(ownSubject) || speaksOfAbsence(firstWords(content)) || isVacationProgram(headers);
  if (!isAway) return null;
  return { returnsOn: returnsOn !== null && returnsOn >= dayIn(timeZone, now) ? returnsOn : null };
}

/** Lists and bulk senders write about holidays too. */
function isFromRobot(headers: HeaderList): boolean {
  return (
    ['list-id', 'feedback-id'].some((name) => headerOf(headers, name) !== undefined) ||
    /^list\b/i.test(headerOf(headers, 'precedence') ?? '')
  );
}

/** RFC 5230 and Gmail mark what a person has set up; `auto-generated` may be any system. */
function isVacationProgram(headers: HeaderList): boolean {
  return (
    /^auto-replied\s*[;(]?.*vacation/i.test(headerOf(headers, 'auto-submitted') ?? '') ||
    /vacation/i.test(headerOf(headers, 'x-autorespond') ?? '')
  );
}

function firstWords(content: RawContent | null): string {
  return (content?.text ?? '').split(/^>/m, 1)[0]?.slice(0, 1500) ?? '';
}
