import type { BounceKind, BounceReason } from '../../responses/schemas.ts';
import { AFTER_DATA, BORROWED, DETAILS, FOR_NOW, NO_RECIPIENT_LEFT, REASON_WORDS, REVERSIBLE, UNAVAILABLE } from './bounce-words.ts';

export interface Bounce {
  kind: BounceKind;
  reason: BounceReason;
}

const KINDS: Record<BounceReason, BounceKind> = {
  unknown_address: 'hard',
  unknown_domain: 'hard',
  mailbox_inactive: 'hard',
  mailbox_full: 'soft',
  message_too_large: 'blocked',
  refused_by_policy: 'blocked',
  taken_for_spam: 'blocked',
  sender_blocked: 'blocked',
  sending_limit: 'blocked',
  not_reachable: 'blocked',
  unknown: 'blocked',
};
/** What a status of the address itself gives way to: the host says that the sender, the message or the hour is at fault. */
const NOT_THE_ADDRESS = new Set<BounceReason>(['sending_limit', 'sender_blocked', 'taken_for_spam', 'mailbox_full', 'refused_by_policy']);
/** A reply code as it stands before its text, alone or before an enhanced status. */
const REPLY = /(?:^|[\s:(<"])([45])\d\d(?:[ -]|$)/g;

/**
 * TR-6: what a status (RFC 3463) and the words beside it mean for the address. `hard` needs a reason that names the address or its domain,
 * in a code or in words, and no word that says otherwise: what cannot be explained is `blocked`, and so are the sender (5.1.7, 5.1.8),
 * policy (5.7) and routing (5.4) to a domain that is there. Class 4 is `soft`, unless the host has given up (`isFinal`) on an address or
 * domain that does not exist. `human` is the part of the report that is written for people; it counts where the words of the host explain
 * nothing.
 */
export function bounceOf(status: string | null, words: string, { isFinal = false, human = '' } = {}): Bounce {
  const [group, detail] = partsOf(status);
  const all = reasonSaid(words) === undefined && !FOR_NOW.test(words) && weightOf(status) < 2 ? `${words} ${human}` : words;
  const reason = /limit for sending/i.test(human) ? 'sending_limit' : reasonOf(group, detail, all);
  const kind = kindOf(reason, group, detail, all, isFinal);
  const mayBeFilter = reason === 'unknown_address' && !detail.startsWith('1.') && BORROWED.test(all) && isAfterData(`${words} ${human}`);
  return { kind: kind === 'hard' && mayBeFilter ? 'blocked' : kind, reason };
}

/**
 * A host decides about the address when it is named (RFC 5321, 3.3). One that has taken it and says "user unknown" to the message itself,
 * without a status for the address, may speak for a filter that the recipient has set. Often only the part for people tells when it was
 * said.
 */
function isAfterData(words: string): boolean {
  return AFTER_DATA.test(words) && !NO_RECIPIENT_LEFT.test(words);
}

function kindOf(reason: BounceReason, group: string, detail: string, words: string, isFinal: boolean): BounceKind {
  const isForNow = FOR_NOW.test(words) || (reason === 'unknown' && UNAVAILABLE.test(words));
  if (group === '4') return isFinal && !isForNow && isSaidToBeNowhere(detail, words) ? 'hard' : 'soft';
  if (reason === 'unknown_domain') return isForNow || detail.startsWith('7.') ? 'blocked' : 'hard';
  if (detail.startsWith('4.') || detail.startsWith('7.')) return 'blocked';
  if (group === '' && replyClass(words) === '4') return 'soft';
  if (isForNow && (reason === 'unknown' || KINDS[reason] === 'hard')) return 'soft';
  if (KINDS[reason] !== 'hard') return KINDS[reason];
  if (reason === 'mailbox_inactive' && REVERSIBLE.test(words)) return 'soft';
  return 'hard';
}

/**
 * The enhanced status in a text; digits of an IP address are none. The one right behind a reply code is the receiving host's own, others
 * may be what a relay put before it.
 */
export function statusIn(text: string): string | null {
  return (
    /(?<![\d.])[245]\d\d[ -]+['"(#]?([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)/.exec(text)?.[1] ??
    /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?!\.?\d)/.exec(text)?.[0] ??
    null
  );
}

/**
 * Of the statuses that one report gives, from the nearest to the host's own words to the farthest, the one that says most; where two say
 * equally much about different things, the nearer one is the truth.
 */
export function mostSpecific(...statuses: (string | null)[]): string | null {
  return statuses.reduce((best, next) => (weightOf(next) > weightOf(best) && agrees(best, next) ? next : best), null);
}

/** 0 for the class alone (5.0.0), 1 for the subject (5.1.0), 2 for the detail. */
function weightOf(status: string | null): number {
  const [, subject, detail] = (status ?? '').split('.');
  if (subject === undefined) return -1;
  if (Number(subject) === 0) return 0;
  return Number(detail) === 0 ? 1 : 2;
}

function agrees(best: string | null, next: string | null): boolean {
  return weightOf(best) < 1 || best?.split('.')[1] === next?.split('.')[1];
}

function partsOf(status: string | null): [group: string, detail: string] {
  const [group = '', ...detail] = (status ?? '').split('.');
  return [group, detail.map(Number).join('.')];
}

/** The class of the gravest reply code in the words. */
function replyClass(words: string): string {
  const classes = new Set([...words.matchAll(REPLY)].map(([, one]) => one));
  return classes.has('5') ? '5' : classes.has('4') ? '4' : '';
}

function reasonSaid(words: string): BounceReason | undefined {
  return REASON_WORDS.find(([, pattern]) => pattern.test(words))?.[0];
}

function says(reason: BounceReason, words: string): boolean {
  return REASON_WORDS.some(([one, pattern]) => one === reason && pattern.test(words));
}

/** Class 4 for something that will not change: a domain that is not there, or an address that both code and words call unknown. */
function isSaidToBeNowhere(detail: string, words: string): boolean {
  return reasonSaid(words) === 'unknown_domain' || (detail === '1.1' && BORROWED.test(words));
}

function reasonOf(group: string, detail: string, words: string): BounceReason {
  const said = reasonSaid(words);
  // A host's limit on the sender comes with many codes, and is the one thing that waiting cures.
  if (said === 'sending_limit') return said;
  if (detail === '2.1' && (group === '4' || FOR_NOW.test(words))) return said ?? 'unknown';
  const exact = DETAILS[detail];
  if (exact && said !== undefined && NOT_THE_ADDRESS.has(said) && KINDS[exact] === 'hard' && !says(exact, words)) return said;
  if (exact) return exact;
  const [subject] = detail.split('.');
  if (subject === '7') {
    if (/^7\.(?:6[0-4]\d|50[1-3]|511)$/.test(detail)) return 'sender_blocked';
    return said === 'sender_blocked' || said === 'taken_for_spam' || said === 'unknown_domain' ? said : 'refused_by_policy';
  }
  if (subject === '4') return said === 'unknown_domain' || said === 'unknown_address' ? said : 'not_reachable';
  return said ?? 'unknown';
}
