import type { BounceKind, BounceReason } from '../../sales-emails/schemas.ts';

export interface Bounce {
  kind: BounceKind;
  reason: BounceReason;
}

/** What receiving hosts write, first match wins: the more telling phrase stands before the one it may contain. */
const WORDS: [BounceReason, RegExp][] = [
  ['sending_limit', /limit for sending|sending (?:limit|quota)|TERRL|(?:rate|submission) (?:limit|quota) exceeded/i],
  [
    'sender_blocked',
    /spamhaus|block ?list|black ?list|\bDNSBL\b|\bRBL\b|(?:poor|low|bad) (?:IP |domain )?reputation|bad outbound sender|banned sending|sender (?:address |IP )?(?:rejected|blocked|denied|not accepted)/i,
  ],
  ['taken_for_spam', /spam|unsolicited|phish|junk mail|content (?:was )?rejected/i],
  ['message_too_large', /too (?:large|big)|size limit|exceeds? .{0,40}\bsize|(?:maximum|max|message) size/i],
  [
    'mailbox_full',
    /(?:mailbox|inbox|account|user).{0,40}\b(?:full|storage)|quota ?exceeded|over ?quota|exceeded .{0,30}quota|out of (?:storage )?space|insufficient .{0,10}storage/i,
  ],
  [
    'mailbox_inactive',
    /(?:mailbox|account|user|recipient).{0,60}\b(?:disabled|inactive|suspended|deactivated|closed)|inactive (?:user|account|mailbox)|no longer (?:active|in use|with)/i,
  ],
  [
    'unknown_domain',
    /domain .{0,60}(?:not found|does(?:n.t| not) exist|couldn.t be found|unknown)|host (?:or domain name )?not found|no such domain|unrouteable (?:mail )?domain|NXDOMAIN|null ?MX|does not accept mail/i,
  ],
  [
    'unknown_address',
    /(?:unknown|no such|invalid|non-?existent) (?:user|recipient|address|mailbox|local|person|account)|(?:user|recipient|address|mailbox|account)\b.{0,80}?(?:not found|does(?:n.t| not) exist|unknown|couldn.t be found|invalid|unavailable)|no mailbox here|RecipientNotFound|unrouteable address|Recipient address rejected: Access denied/i,
  ],
  [
    'refused_by_policy',
    /policy|not (?:authori[sz]ed|permitted|allowed)|NotAuthorized|prohibited|DMARC|\bSPF\b|DKIM|authentication|access denied|restrict|relay|gr[ea]y-?list/i,
  ],
  [
    'not_reachable',
    /time ?d? ?-?out|connection (?:refused|lost|dropped|reset)|(?:could ?n.t|could not|unable to|cannot) connect|unreachable|no route|mail loop|too many hops|hop count|retry time|requests to connect|could not be contacted/i,
  ],
];

/** RFC 3463 details (without their class) that say enough by themselves. */
const DETAILS: Record<string, BounceReason> = {
  '1.1': 'unknown_address',
  '1.3': 'unknown_address',
  '1.6': 'unknown_address',
  '1.10': 'unknown_address',
  '1.2': 'unknown_domain',
  '1.7': 'sender_blocked',
  '1.8': 'sender_blocked',
  '1.90': 'sending_limit',
  '2.1': 'mailbox_inactive',
  '2.2': 'mailbox_full',
  '2.3': 'message_too_large',
  '3.1': 'mailbox_full',
  '3.4': 'message_too_large',
  '4.310': 'unknown_domain',
  '7.232': 'sending_limit',
  '7.233': 'sending_limit',
  '7.705': 'sender_blocked',
  '7.708': 'sender_blocked',
  '7.750': 'sender_blocked',
};

const KINDS: Record<Exclude<BounceReason, 'unknown'>, BounceKind> = {
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
};

/**
 * TR-6: what a status (RFC 3463) and the words beside it mean for the address. Class 5 is `hard` except for full and oversize,
 * for the sender (5.1.7, 5.1.8), policy (5.7) and routing (5.4); class 4 is `soft`. Without any status nothing is known about
 * the address itself, so what cannot be explained is `blocked` and never `hard`.
 */
export function bounceOf(status: string | null, words: string): Bounce {
  const [group, detail] = partsOf(status);
  const reason = reasonOf(group, detail, words);
  if (group === '4') return { kind: 'soft', reason };
  if (detail.startsWith('4.') || detail.startsWith('7.')) return { kind: 'blocked', reason };
  if (reason === 'unknown') return { kind: group === '5' ? 'hard' : 'blocked', reason };
  if (group === '' && /(?:^|\s)4\d\d[\s-]/.test(words)) return { kind: 'soft', reason };
  return { kind: KINDS[reason], reason };
}

/** The first enhanced status in a text; digits of an IP address are none. */
export function statusIn(text: string): string | null {
  return /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?!\.?\d)/.exec(text)?.[0] ?? null;
}

/** Whether a status says more than its class. */
export function isTelling(status: string | null): boolean {
  return status !== null && !/^[245]\.0\.0$/.test(status);
}

function partsOf(status: string | null): [group: string, detail: string] {
  const [group = '', ...detail] = (status ?? '').split('.');
  return [group, detail.map(Number).join('.')];
}

function reasonOf(group: string, detail: string, words: string): BounceReason {
  const said = WORDS.find(([, pattern]) => pattern.test(words))?.[0];
  // A host's limit on the sender comes with many codes, and is the one thing that waiting cures.
  if (said === 'sending_limit') return said;
  if (group === '4' && detail === '2.1') return said ?? 'unknown';
  const exact = DETAILS[detail];
  if (exact) return exact;
  const [subject] = detail.split('.');
  if (subject === '7') {
    if (/^7\.(?:6[0-4]\d|50[1-3]|511)$/.test(detail)) return 'sender_blocked';
    return said === 'sender_blocked' || said === 'taken_for_spam' ? said : 'refused_by_policy';
  }
  if (subject === '4') return said === 'unknown_domain' || said === 'unknown_address' ? said : 'not_reachable';
  return said ?? 'unknown';
}
