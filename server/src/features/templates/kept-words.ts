import { cleanBody } from '../../platform/rich-text/clean-body.ts';
import { plainText } from '../../platform/rich-text/plain-text.ts';
import type { Criteria } from './schemas.ts';
import { searchKey } from './search-key.ts';

/** The words of a template as its row has them. */
export interface KeptWords {
  name: string;
  subject: string;
  bodyHtml: string;
  notes: string;
  isNonCommercial: boolean;
  criteria: Criteria;
  nameKey: string;
  searchText: string;
  snippet: string;
}

type GivenWords = Pick<KeptWords, 'name' | 'subject' | 'bodyHtml' | 'notes' | 'isNonCommercial' | 'criteria'>;

const SNIPPET = 120;

/** Words as they are kept: a cleaned body, a subject of one line, and what a search looks at. AppError 413 `text_too_large`. */
export function keptWords(words: GivenWords): KeptWords {
  const subject = words.subject.replace(/\p{Cc}+/gu, ' ').trim();
  const bodyHtml = cleanBody(words.bodyHtml);
  const text = plainText(bodyHtml);
  return {
    ...words,
    subject,
    bodyHtml,
    nameKey: searchKey(words.name).slice(0, 200),
    searchText: searchKey(`${words.name} ${subject} ${text}`),
    snippet: firstCharacters(text.replace(/\s+/gu, ' ').trim(), SNIPPET),
  };
}

/** At most so many characters, none of them cut in two. */
export function firstCharacters(text: string, most: number): string {
  return Array.from(text.slice(0, 2 * most))
    .slice(0, most)
    .join('');
}
