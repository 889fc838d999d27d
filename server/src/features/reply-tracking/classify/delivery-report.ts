import type { RecipientReport } from './classification.ts';
import { bounceOf, mostSpecific, statusIn } from './bounce-reason.ts';
import { addressesOf, addressOf, headerOf, messageIdsIn, subjectOf, type HeaderList } from './headers.ts';
import { fieldsOf, type RawContent } from './raw-content.ts';
import { statusPartsOf } from './report-shape.ts';
import { tellsOfFailure, topicOf, troubleIn } from './report-words.ts';
import { originalIdsInText, readWritten, type WrittenReports } from './text-report.ts';

export interface DeliveryReports {
  reports: RecipientReport[];
  originalMessageIds: string[];
  named: string[];
}

/** A report about more people than a message can have is no report. */
const MOST_RECIPIENTS = 500;
const DIAGNOSTIC_LENGTH = 1000;
/** RFC 3464, 2.3.3, and words that hosts use instead. */
const ACTIONS = new Map<string, RecipientReport['action']>([
  ['failed', 'failed'],
  ['expired', 'failed'],
  ['undeliverable', 'failed'],
  ['delayed', 'delayed'],
  ['delivered', 'delivered'],
  ['deliverable', 'delivered'],
  ['relayed', 'relayed'],
  ['expanded', 'expanded'],
]);
const ORIGINALS = /^(?:message\/(?:rfc822|rfc822-headers|global|global-headers)|text\/(?:rfc822|rfc822-headers))$/;

/**
 * What headers say, and the first words where those may be read. Words that tell of no failure leave it at the headers; the rest of the
 * report may say more.
 */
export function reportsFromBeginning(headers: HeaderList, snippet: string): DeliveryReports {
  const byHeaders = { reports: reportsFromHeaders(headers), originalMessageIds: originalIdsInHeaders(headers), named: [] };
  if (snippet === '') return byHeaders;
  const inWords = reportsFromContent(headers, { headers: [], text: snippet, parts: [], body: '' });
  const hasReason = inWords.reports.some(({ bounce }) => bounce !== null && bounce.reason !== 'unknown');
  return hasReason ? inWords : byHeaders;
}

/** What the headers alone say. The reason stays unknown, and so does whether the address exists: a failure counts as `blocked`. */
export function reportsFromHeaders(headers: HeaderList): RecipientReport[] {
  const failed = addressesOf(headerOf(headers, 'x-failed-recipients'));
  const isFailure = failed.length > 0 || headerOf(headers, 'x-ms-exchange-message-is-ndr') !== undefined;
  const action = topicOf(subjectOf(headers)) ?? (isFailure ? 'failed' : 'unknown');
  const recipients = failed.length > 0 ? failed : [null];
  return recipients.slice(0, MOST_RECIPIENTS).map((recipient) => report({ recipient, action, status: null, diagnostic: null }, ''));
}

/** Every recipient that the whole message reports on, and the Message-IDs of the email it is about. */
export function reportsFromContent(headers: HeaderList, content: RawContent): DeliveryReports {
  const failed = addressesOf(headerOf(headers, 'x-failed-recipients'));
  const others = ['from', 'to', 'cc', 'reply-to'].flatMap((name) => addressesOf(headerOf(headers, name)));
  const written = readWritten(content.text, failed, others);
  const groups = statusGroups(content);
  const recipients = groups.filter(isRecipientGroup);
  const reports =
    recipients.length > 0 ? recipients.map((group) => reportOfGroup(group, written, recipients.length)) : inWords(headers, written);
  return { reports, originalMessageIds: originalIds(headers, groups, content), named: written.named };
}

/** What some hosts already say in the header of the report. */
export function originalIdsInHeaders(headers: HeaderList): string[] {
  return messageIdsIn(headerOf(headers, 'x-original-message-id') ?? '');
}

/** The groups of fields about message and recipients, wherever they are: on their way reports lose the borders of their parts. */
function statusGroups(content: RawContent): HeaderList[] {
  const groupsOf = (text: string): HeaderList[] => text.split(/\r?\n[ \t]*\r?\n/, MOST_RECIPIENTS).map(fieldsOf);
  const groups = statusPartsOf(content).flatMap((part) => groupsOf(part.content));
  if (groups.some(isRecipientGroup)) return groups;
  return groupsOf(content.body).filter((group) => has(group, 'final-recipient') && (has(group, 'action') || has(group, 'status')));
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

function has(group: HeaderList, name: string): boolean {
  return group.some(([candidate]) => candidate === name);
}

function isRecipientGroup(group: HeaderList): boolean {
  return has(group, 'final-recipient') || has(group, 'original-recipient') || has(group, 'action');
}

function reportOfGroup(group: HeaderList, written: WrittenReports, groups: number): RecipientReport {
  const diagnostic = (headerOf(group, 'diagnostic-code') ?? '').replace(/^[\w-]+;\s*/, '');
  const final = recipientOf(group, 'final-recipient');
  const recipient = recipientOf(group, 'original-recipient') ?? final ?? (groups === 1 ? onlyOne(written) : null);
  const said = written.reports.find((one) => one.recipient !== null && (one.recipient === recipient || one.recipient === final))?.words;
  const human = said ?? (groups === 1 ? written.whole : '');
  const status = mostSpecific(statusIn(diagnostic), statusIn(headerOf(group, 'status') ?? ''), statusIn(human));
  const [word = ''] = (headerOf(group, 'action') ?? '').toLowerCase().split(/[\s(;]/, 1);
  const action = ACTIONS.get(word) ?? actionOfClass(status);
  const comment = /\(([^()]*)\)/.exec(headerOf(group, 'status') ?? '')?.[1] ?? '';
  return report({ recipient, action, status, diagnostic: diagnostic || comment || null }, human);
}

function onlyOne({ reports }: WrittenReports): string | null {
  return reports.length === 1 ? (reports[0]?.recipient ?? null) : null;
}

function actionOfClass(status: string | null): RecipientReport['action'] {
  if (status === null) return 'unknown';
  if (status.startsWith('5')) return 'failed';
  return status.startsWith('4') ? 'delayed' : 'delivered';
}

/** `rfc822; Dana <dana@globex.example>`, `utf-8;…` with RFC 6533's escapes, or an address alone. */
function recipientOf(group: HeaderList, name: string): string | null {
  const value = (headerOf(group, name) ?? '').replace(/^[\w-]+\s*;/, '');
  const unescaped = value.replace(/\\x\{([0-9a-f]{2,6})\}/gi, (escaped, hex: string) => {
    const code = parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : escaped;
  });
  return addressOf(unescaped);
}

function inWords(headers: HeaderList, { reports, whole }: WrittenReports): RecipientReport[] {
  const isFailure = headerOf(headers, 'x-failed-recipients') !== undefined;
  const topic = topicOf(subjectOf(headers)) ?? (isFailure || tellsOfFailure(whole) ? 'failed' : troubleIn(whole));
  return reports.slice(0, MOST_RECIPIENTS).map(({ recipient, words }) => {
    const status = statusIn(words);
    return report({ recipient, action: topic ?? actionOfClass(status), status, diagnostic: words || null }, whole);
  });
}

/** `human` is what the report says besides to people; it counts where the host's own words leave a question. */
function report(facts: Omit<RecipientReport, 'bounce'>, human: string): RecipientReport {
  const diagnostic = facts.diagnostic?.slice(0, DIAGNOSTIC_LENGTH) ?? null;
  const { action, status } = facts;
  const isFinal = action === 'failed';
  const bounce = isFinal || action === 'delayed' ? bounceOf(status, diagnostic ?? '', { isFinal, human }) : null;
  return { ...facts, diagnostic, bounce: bounce && action === 'delayed' ? { ...bounce, kind: 'soft' } : bounce };
}
