const RECORD_ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;
const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

export function isRecordId(id: string): boolean {
  return RECORD_ID.test(id);
}

/**
 * The case-safe 18 characters of a record id: each of the three added ones tells which letters of five are capitals.
 * Throws a TypeError for anything that is not 15 or 18 letters and digits.
 */
export function toLongId(id: string): string {
  if (!isRecordId(id)) throw new TypeError('A Salesforce record id has 15 or 18 letters and digits.');
  const short = id.slice(0, 15);
  let suffix = '';
  for (let chunk = 0; chunk < 3; chunk += 1) {
    let mask = 0;
    for (let bit = 0; bit < 5; bit += 1) if (/[A-Z]/.test(short.charAt(chunk * 5 + bit))) mask |= 1 << bit;
    suffix += SUFFIX.charAt(mask);
  }
  return short + suffix;
}

export type RecordObjectName = 'Lead' | 'Contact' | 'Account' | 'Opportunity';

const KEY_PREFIXES: Record<string, RecordObjectName> = { '00Q': 'Lead', '003': 'Contact', '001': 'Account', '006': 'Opportunity' };

/** Which of the four objects an id belongs to, by its key prefix; null for any other. */
export function objectOf(id: string): RecordObjectName | null {
  return KEY_PREFIXES[id.slice(0, 3)] ?? null;
}
