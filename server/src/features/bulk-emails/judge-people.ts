import { canonicalAddress } from '../../platform/canonical-address.ts';
import type { PeopleNow } from './look-at-people.ts';
import type { StoredRecipient } from './repository.ts';
import type { BulkReason, CheckedRecipient } from './schemas.ts';
import type { WordsNow } from './write-emails.ts';

const NO_WORDS = { unresolved: [], blank: [], prompts: [] };

/**
 * Who gets it and who does not, and why, in the order of the people. Of several people with one address the first who can get it gets it.
 * Pure: it knows what was looked up and asks nothing.
 */
export function judgePeople(
  recipients: readonly StoredRecipient[],
  { people, bouncedAt }: PeopleNow,
  words: ReadonlyMap<string, WordsNow>,
): CheckedRecipient[] {
  const takenBy = new Map<string, string>();
  return recipients.map(({ personId, sendsDespiteBounce }) => {
    const person = people.get(personId);
    const written = words.get(personId);
    const { unresolved, blank, prompts } = written ?? NO_WORDS;
    const cameBack = bouncedAt.get(personId) ?? null;
    const checked = { personId, sameAddressAs: null, bouncedAt: cameBack, unresolved, blank, prompts };
    if (!person || !written) return { ...checked, reason: 'not_visible' as const };
    if (person.email === null) return { ...checked, reason: 'no_email_address' as const };
    const address = canonicalAddress(person.email);
    const other = takenBy.get(address);
    if (other !== undefined) return { ...checked, reason: 'same_address' as const, sameAddressAs: other };
    const bounced = cameBack !== null && !sendsDespiteBounce ? 'bounced' : null;
    const reason: BulkReason | null = person.refusal ?? bounced ?? written.problem;
    if (reason === null) takenBy.set(address, person.name);
    return { ...checked, reason };
  });
}
