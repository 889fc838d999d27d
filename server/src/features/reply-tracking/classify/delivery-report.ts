import type { RecipientReport } from './classification.ts';
import { bounceOf, isTelling, statusIn } from './bounce-reason.ts';
import { addressesOf, addressOf, headerOf, messageIdsIn, subjectOf, type HeaderList } from './headers.ts';
import { fieldsOf, type RawContent } from './raw-content.ts';
import { topicOf, type ReportTopic } from './report-words.ts';
import { originalIdsInText, reportsInText } from './text-report.ts';

export interface DeliveryReports {
  reports: RecipientReport[];
  originalMessageIds: string[];
}

/** A report about more people than a message can have is no report. */
const MOST_RECIPIENTS = 500;
const DIAGNOSTIC_LENGTH = 1000;
const ACTIONS = new Set(['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const);
const ORIGINALS = /^(?:message\/(?:rfc822|rfc822-headers|global|global-headers)|text\/(?:rfc822|rfc822-headers))$/;

/** TR-6: whether the message tells about the delivery of another one (RFC 3462, 3464; Exchange; hosts that only write text). */
export function isDeliveryReport(headers: HeaderList): boolean {
  if (headerOf(headers, 'x-failed-recipients') !== undefined || headerOf(headers, 'x-ms-exchange-message-is-ndr') !== undefined)
    return true;
  const type = headerOf(headers, 'content-type') ?? '';
  if (/^\s*multipart\/report\b/i.test(type)) {
    const kind = /report-type\s*=\s*"?([a-z-]+)/i.exec(type)?.[1]?.toLowerCase();
    return kind === 'delivery-status' || (kind === undefined && isFromMailSystem(headers));
  }
  return isFromMailSystem(headers) && (hasNullReturnPath(headers) || topicOf(subjectOf(headers)) !== null);
}

/** RFC 5321, 4.5.5: notifications have no sender that could be answered. */
export function hasNullReturnPath(headers: HeaderList): boolean {
  return /^<\s*>$/.test(headerOf(headers, 'return-path') ?? '');
}

/** What the headers alone say. The reason stays unknown, and so does whether the address exists: a failure counts as `blocked`. */
export function reportsFromHeaders(headers: HeaderList): RecipientReport[] {
  const failed = addressesOf(headerOf(headers, 'x-failed-recipients'));
  const isFailure = failed.length > 0 || headerOf(headers, 'x-ms-exchange-message-is-ndr') !== undefined;
  const action = topicOf(subjectOf(headers)) ?? (isFailure ? 'failed' : 'unknown');
  const recipients = failed.length > 0 ? failed : [null];
  return recipients.slice(0, MOST_RECIPIENTS).map((recipient) => report({ recipient, action, status: null, diagnostic: null }));
}

/** Every recipient that the whole message reports on, and the Message-IDs of the email it is about. */
export function reportsFromContent(headers: HeaderList, content: RawContent): DeliveryReports {
  const statusParts = content.parts.filter(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type));
  const groups = statusParts.flatMap((part) => part.content.split(/\r?\n[ \t]*\r?\n/, MOST_RECIPIENTS)).map(fieldsOf);
  const structured = groups.filter(isRecipientGroup).map((group) => reportOfGroup(group, content.text));
  const reports = structured.length > 0 ? structured : written(headers, content.text);
  return { reports, originalMessageIds: originalIds(headers, groups, content) };
}

/** What some hosts already say in the header of the report. */
export function originalIdsInHeaders(headers: HeaderList): string[] {
  return messageIdsIn(headerOf(headers, 'x-original-message-id') ?? '');
}

function originalIds(headers: HeaderList, groups: HeaderList[], content: RawContent): string[] {
  const named = [headers, ...groups].flatMap(originalIdsInHeaders);
  const returned = content.parts
    .filter(({ type }) => ORIGINALS.test(type))
    .flatMap((part) => messageIdsIn(headerOf(fieldsOf(headOf(part.content)), 'message-id') ?? ''));
  const strong = [...new Set([...named, ...returned])];
  return strong.length > 0 ? strong : originalIdsInText(content.text);
}

function headOf(message: string): string {
  const text = message.trimStart();
  const end = /\r?\n[ \t]*\r?\n/.exec(text);
  return end ? text.slice(0, end.index) : text;
}

function isRecipientGroup(group: HeaderList): boolean {
  return group.some(([name]) => name === 'final-recipient' || name === 'original-recipient' || name === 'action');
}

function reportOfGroup(group: HeaderList, text: string): RecipientReport {
  const diagnostic = (headerOf(group, 'diagnostic-code') ?? '').replace(/^[\w-]+;\s*/, '');
  const own = statusIn(headerOf(group, 'status') ?? '');
  const detailed = statusIn(diagnostic);
  const status = isTelling(own) || detailed === null ? own : detailed;
  const written =
    headerOf(group, 'action')
      ?.toLowerCase()
      .split(/[\s(;]/, 1)[0] ?? '';
  const action = isAction(written) ? written : actionOfClass(status);
  const recipient = recipientOf(group, 'original-recipient') ?? recipientOf(group, 'final-recipient');
  // The human part counts for one thing only: Gmail explains the sender's own limit nowhere else.
  const limit = /limit for sending/i.test(text) ? ' limit for sending' : '';
  return report({ recipient, action, status, diagnostic: diagnostic || null }, limit);
}

function isAction(word: string): word is Exclude<RecipientReport['action'], 'unknown'> {
  return (ACTIONS as ReadonlySet<string>).has(word);
}

function actionOfClass(status: string | null): RecipientReport['action'] {
  if (status === null) return 'unknown';
  if (status.startsWith('5')) return 'failed';
  return status.startsWith('4') ? 'delayed' : 'delivered';
}

/** `rfc822; Dana <dana@globex.example>`, `utf-8;…` with RFC 6533's escapes, or an address alone. */
function recipientOf(group: HeaderList, name: string): string | null {
  const value = (headerOf(group, name) ?? '').replace(/^[\w-]+\s*;/, '');
  const unescaped = value.replace(/\\x\{([0-9a-f]{2,6})\}/gi, (written, hex: string) => {
    const code = parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });
  return addressOf(unescaped);
}

function written(headers: HeaderList, text: string): RecipientReport[] {
  const topic: ReportTopic | null = topicOf(subjectOf(headers));
  const failed = addressesOf(headerOf(headers, 'x-failed-recipients'));
  return reportsInText(text, failed)
    .slice(0, MOST_RECIPIENTS)
    .map(({ recipient, words }) => {
      const status = statusIn(words);
      const action = topic ?? (failed.length > 0 ? 'failed' : actionOfClass(status));
      return report({ recipient, action, status, diagnostic: words || null });
    });
}

function report(facts: Omit<RecipientReport, 'bounce'>, moreWords = ''): RecipientReport {
  const diagnostic = facts.diagnostic?.slice(0, DIAGNOSTIC_LENGTH) ?? null;
  const { action, status } = facts;
  const bounce = action === 'failed' || action === 'delayed' ? bounceOf(status, `${diagnostic ?? ''}${moreWords}`) : null;
  return { ...facts, diagnostic, bounce: bounce && action === 'delayed' ? { ...bounce, kind: 'soft' } : bounce };
}

function isFromMailSystem(headers: HeaderList): boolean {
  const from = headerOf(headers, 'from') ?? '';
  const [local = ''] = (addressOf(from) ?? from.toLowerCase()).split('@');
  return /^(?:mailer-?daemon|postmaster|mail-?daemon|microsoftexchange[0-9a-f]{20,}|mdaemon|bounces?)$/.test(local.trim());
}
