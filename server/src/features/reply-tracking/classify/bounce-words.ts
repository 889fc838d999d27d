import type { BounceReason } from '../../responses/schemas.ts';

/**
 * What receiving hosts write, by meaning; sources of regular expressions. The first reason that matches counts: the more telling phrase
 * stands before the one it may contain, and whatever is the sender's fault before what is the recipient's.
 */
const PHRASES: [BounceReason, string[]][] = [
  [
    'sending_limit',
    [
      'limit for sending|sending (?:limit|quota)|TERRL|(?:rate|submission) (?:limit|quota) exceeded|(?:connection|rate)[ -]limit',
      'too many (?:recipients|messages|connections|e?mails)|too much (?:mail|traffic)|frequency limited',
    ],
  ],
  [
    'sender_blocked',
    [
      'spamhaus|block ?list|black ?list|\\bDNSBL\\b|\\bRBL\\b|(?:poor|low|bad) (?:IP |domain )?reputation|bad outbound sender|' +
        'banned sending',
      '(?:sender|mail ?from|from:).{0,40}\\b(?:rejected|blocked|denied|not accepted|invalid|not resolve|not exist|not found|not verified)',
      'unauthenticated senders?|domain of sender|not verified\\b|mismatches client|client host rejected',
      '(?:helo|ehlo|my name) .{0,20}(?:rejected|invalid)|unknown host \\[',
      'invalid IP|(?:blocked|banned) (?:IP|client|host)|\\bIP\\b.{0,40}\\b(?:blocked|banned|listed|refused)',
    ],
  ],
  ['taken_for_spam', ['spam|unsolicited|phish|junk mail|content (?:was )?rejected|virus|malware|infected']],
  [
    'message_too_large',
    [
      'too (?:large|big)|size limit|(?:maximum|max|message) size|message (?:size )?exceeds',
      'exceeds? .{0,40}\\b(?:message|maximum|max)\\b.{0,20}size',
    ],
  ],
  [
    'mailbox_full',
    [
      '(?:mailbox|inbox|account|user).{0,40}\\b(?:full\\b|storage|exceeds? .{0,20}(?:size|quota|limit))',
      'quota ?(?:exceeded|violation)|(?:over|exceed(?:s|ed|ing)?) ?(?:(?:the|its|his|her|their) )?(?:(?:disk|mail|storage) )?quota|' +
        'exceeded .{0,30}quota',
      'out of (?:storage )?space|insufficient .{0,10}storage',
      'メールボックス.{0,10}(?:一杯|いっぱい|容量)',
    ],
  ],
  [
    'mailbox_inactive',
    [
      '(?:mailbox|account|user|recipient).{0,60}\\b(?:disabled|inactive|suspended|deactivated|closed|frozen|locked|discontinued)',
      '(?:disabled|inactive|suspended|expired|deactivated) (?:user|account|mailbox|recipient)|no longer (?:active|in use|with)',
      'compte .{0,40}bloqu',
    ],
  ],
  [
    'unknown_domain',
    [
      'domain .{0,60}(?:not found|does(?:n.t| not) exist|couldn.t be found|unknown)|no such (?:domain|host)|unknown (?:host|domain)|' +
        'NXDOMAIN',
      'host (?:or domain name )?(?:not found|unknown)|host \\S{1,80} not found|couldn.t find (?:a|any) (?:mail exchanger|host)',
      '(?:invalid|illegal) (?:host/)?domain\\b(?! name)|illegal host|unrouteable (?:mail )?domain|domain is not reachable\\. Please check',
      'null ?MX|had no relevant answers|no MX (?:record )?found|indicated no SMTP service|does not accept mail',
    ],
  ],
  [
    'unknown_address',
    [
      '(?:unknown|no such|invalid|illegal|non-?existent) (?:or \\w+ )?(?:final delivery )?' +
        '(?:user|recipient|address|mailbox|local|person|account|e-?mail)',
      '(?:user|recipient|address|mailbox|account)\\b.{0,80}?' +
        '(?:not found|not exist|doesn.t exist|unknown|couldn.t be found|invalid|unavailable)',
      '(?:user|recipient|address|name)\\b.{0,80}?(?:not listed|not recogni[sz]ed|not known)|' +
        'not listed in .{0,40}(?:directory|address book)',
      'doesn.t have .{0,60}account|no mailbox here|no valid recipients|RecipientNotFound|unrouteable address',
      'Recipient address rejected: Access denied',
      'ディレクトリ.{0,10}(?:にありません|見つかりません)|(?:あて先|宛先|ユーザー).{0,60}(?:存在しません|見つかりません)',
    ],
  ],
  [
    'refused_by_policy',
    [
      'policy|not (?:authori[sz]ed|permitted|allowed)|NotAuthorized|prohibited|restrict|relay|access denied|recipient preferences',
      'DMARC|\\bSPF\\b|DKIM|authenticat|gr[ea]y-?list|reverse DNS|\\bPTR\\b',
    ],
  ],
  [
    'not_reachable',
    [
      'time ?d? ?-?out|connection (?:refused|lost|dropped|reset)|(?:could ?n.t|could not|unable to|cannot) connect|requests to connect',
      'unreachable|no route|mail loop|too many hops|hop count|retry time|could not be contacted|envelope expired|not accepting connections',
    ],
  ],
];

export const REASON_WORDS: readonly [BounceReason, RegExp][] = PHRASES.map(([reason, phrases]) => [
  reason,
  new RegExp(phrases.join('|'), 'i'),
]);

/** The host asks for patience, whatever class its code has: nothing is known against the address. */
export const FOR_NOW =
  /try (?:it )?again later|not found, try again|temporar(?:y|ily)|receiving mail (?:at a rate|too (?:quickly|fast))|not accepting connections|server busy|essayer plus tard/i;

/** Words that do not tell whether the fault passes: some hosts use them for a busy server, others for a closed account. */
export const UNAVAILABLE = /(?:currently|service) (?:is )?(?:currently )?(?:un|not )available/i;

/** Words of a state that an account comes back from. */
export const REVERSIBLE = /suspended|frozen|locked|bloqu|temporar/i;

/** The bare words that a filter of the recipient's borrows: nothing about this address in particular. */
export const BORROWED = /\b(?:user unknown|unknown user|no such user)\b/i;

/**
 * The host had said yes to the recipient and refused the message itself; an empty place for the address (`550 : User unknown`) tells it
 * too.
 */
export const AFTER_DATA =
  /(?:in reply to|response to|after) (?:the )?(?:end of )?(?:data|message body)\b|final DATA:|>>> (?:DATA|BDAT|\.)|SMTP command DATA|\b55\d:? : ?user unknown/i;

/** Where commands leave together, DATA stands in the transcript though the recipient was refused. */
export const NO_RECIPIENT_LEFT = /\b503\b/;

/** RFC 3463 details (without their class) that say enough by themselves. */
export const DETAILS: Record<string, BounceReason> = {
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
  '7.20': 'refused_by_policy',
  '7.21': 'refused_by_policy',
  '7.22': 'refused_by_policy',
  '7.23': 'refused_by_policy',
  '7.24': 'refused_by_policy',
  '7.25': 'refused_by_policy',
  '7.26': 'refused_by_policy',
  '7.232': 'sending_limit',
  '7.233': 'sending_limit',
  '7.705': 'sender_blocked',
  '7.708': 'sender_blocked',
  '7.750': 'sender_blocked',
};
