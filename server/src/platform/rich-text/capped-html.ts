import { Parser } from 'htmlparser2';
import { commonSentence } from '../error-words/index.ts';
import { AppError } from '../errors.ts';
import type { Sentence } from '../languages/index.ts';

/**
 * What one text may have: twice what Gmail shows of an email, and more formatting than templates have. Cleaning what just fits takes up to
 * 50 ms of one core, whatever its shape; `html-fuzz.test.ts` looks for shapes that take longer.
 */
const CAPS = { characters: 200_000, tags: 5_000, depth: 100, attributes: 10_000, styles: 60_000 } as const;
type Cap = keyof typeof CAPS;

const SENTENCES: Readonly<Record<Cap, Sentence>> = {
  characters: commonSentence('htmlCharacters', { count: CAPS.characters }),
  tags: commonSentence('htmlTags', { count: CAPS.tags }),
  depth: commonSentence('htmlDepth', { count: CAPS.depth }),
  attributes: commonSentence('htmlAttributes', { count: CAPS.attributes }),
  styles: commonSentence('htmlStyles', { count: CAPS.styles }),
};

/**
 * Refuses HTML that would take long to parse, before anything parses it: AppError 413 `text_too_large` with the `cap` that is exceeded and
 * what to do. Looks once at each character and stops at the first excess. The characters of `data:` addresses do not count: cleaning takes
 * them out.
 */
export function checkHtml(html: string): void {
  // First without a parser: more tags than this are not looked at any further
  let tags = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) refuseOver('tags', (tags += 1));
  let depth = 0;
  let attributes = 0;
  let styles = 0;
  let dropped = 0;
  const scan = new Parser({
    onopentag: () => refuseOver('depth', (depth += 1)),
    onclosetag: () => void (depth -= 1),
    onattribute(name, value) {
      refuseOver('attributes', (attributes += 1));
      if (name === 'style') refuseOver('styles', (styles += value.length));
      else if ((name === 'src' || name === 'href') && isDataUrl(value)) dropped += value.length;
    },
  });
  scan.end(html);
  refuseOver('characters', html.length - dropped);
}

function isDataUrl(value: string): boolean {
  return /^\s{0,100}data:/i.test(value);
}

function refuseOver(cap: Cap, value: number): void {
  if (value > CAPS[cap]) throw new AppError('text_too_large', { title: SENTENCES[cap], cap, limit: CAPS[cap] });
}
