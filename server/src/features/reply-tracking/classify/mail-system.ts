import { addressOf, decodedHeader, headerOf, type HeaderList } from './headers.ts';

const SYSTEM_PARTS =
  /^(?:mailer-?daemon|post[_-]?master|mail-?daemon|mail[._-]?delivery[._-]?(?:sub)?system|microsoftexchange[0-9a-f]{20,}|mdaemon|bounces?)$/;
const SYSTEM_NAMES = /\b(?:mailer[ -]?daemon|mail deliver(?:y|ing)? (?:sub)?system|delivery subsystem)\b/i;
/** RFC 2142, 6: who runs a list, not who writes to it. */
const LIST_MANAGER = /-(?:owner|request|admin|bounces)$|^owner-/;
const LIST_FIELDS = ['list-id', 'mailing-list', 'x-mlserver', 'x-ml-name'];
const NOBODY = /(?:^|[-_.+])(?:no-?_?reply|do-?_?not-?_?reply)(?:$|[-_.+])/;

/**
 * What a sender must be taken for, from the surest: the program that carries mail, an account of that kind, an address that reads nothing.
 */
export type Machine = 'daemon' | 'postmaster' | 'nobody';

/**
 * Which machine wrote the message, by its From alone; null when it may be a person. A sender without a domain (`MAILER-DAEMON <>`, `<>`) is
 * the host of the mailbox itself: nobody outside has such an address.
 */
export function machineOf(headers: HeaderList): Machine | null {
  if (!headerOf(headers, 'from')) return null;
  const from = decodedHeader(headers, 'from');
  const address = addressOf(from);
  if (address === null) return /^[^@]*$/.test(from) && /mail|daemon|post|^\W*$/i.test(from) ? 'daemon' : null;
  const local = address.slice(0, address.lastIndexOf('@'));
  if (/^mail(?:er)?-?daemon$/.test(local) || SYSTEM_NAMES.test(from)) return 'daemon';
  if (SYSTEM_PARTS.test(local)) return 'postmaster';
  const isListManager = LIST_MANAGER.test(local) && LIST_FIELDS.some((name) => headerOf(headers, name) !== undefined);
  return isListManager || NOBODY.test(local) ? 'nobody' : null;
}

/** RFC 5321, 4.5.5: notifications have no sender that could be answered. */
export function hasNullReturnPath(headers: HeaderList): boolean {
  return /^<\s*>$/.test(headerOf(headers, 'return-path') ?? '');
}
