import people from '@salesforce/label/c.Panel_Person_People';
import reachable from '@salesforce/label/c.Panel_Person_Reachable';

import { formatPlural } from 'c/labels';
import type { Panel } from 'service';

/** Whom the record leads to: the person with the title, how many people there are and can be mailed, or the record's own name. */
export function recordFacts({ person, people: related, record }: Panel): { key: number; text: string }[] {
    const reached = related.filter(({ email, refusal }) => email && !refusal).length;
    const texts = person
        ? [person.name, person.title]
        : related.length > 0
          ? [formatPlural(people, related.length), formatPlural(reachable, reached)]
          : [record?.name];
    return texts.flatMap((text, key) => (text ? { key, text } : []));
}
